import { applyInert } from "../dispatch.ts";
import type { InertOp } from "../op.ts";
import type { Tensor } from "../tensor/tensor.ts";
import type { Passive, Value } from "../value.ts";

export const stopGradientOp: InertOp = {
  kind: "inert",
  name: "stopGradient",
  tier: 0,
  flops: 0,
  kernel: ([x]) => x as Passive,
};

/**
 * x with every derivative cut, on all levels.
 *
 * @example
 * grad((x) => mul(stopGradient(x), x), { backend })(3); // 3, not 6
 */
export function stopGradient(x: number): number;
export function stopGradient(x: Tensor): Tensor;
export function stopGradient(x: Value): Passive;
export function stopGradient(x: Value): Passive {
  return typeof x === "number" ? x : (applyInert(stopGradientOp, [x], {}) as Passive);
}

/**
 * Read the number or tensor in a variable, for printing or branching. What is computed from it has
 * no derivative.
 */
export function value(x: Value): Passive {
  return stopGradient(x);
}
