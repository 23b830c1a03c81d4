import { applyInert } from "../dispatch.ts";
import { mapUnary } from "../kernels/elementwise.ts";
import type { InertOp } from "../op.ts";
import type { Tensor } from "../tensor/tensor.ts";
import type { Passive, Value } from "../value.ts";
import { type UnaryFunction, unary } from "./define.ts";

/** A step function: its derivative is 0 wherever it has one, so its results are constants. */
export interface StepFunction {
  (x: number): number;
  (x: Tensor): Tensor;
  (x: Value): Passive;
  readonly op: InertOp;
}

function step(name: string, kernel: (x: number) => number): StepFunction {
  const { op: elementwise } = unary({ name, kernel, integers: true, partial: () => 0 });
  const op: InertOp = {
    kind: "inert",
    name,
    tier: 0,
    flops: 1,
    kernel: ([x]) => (typeof x === "number" ? kernel(x) : mapUnary(elementwise, x as Tensor)),
  };
  const fn = (x: Value): unknown => (typeof x === "number" ? kernel(x) : applyInert(op, [x], {}));
  return Object.assign(fn, { op }) as unknown as StepFunction;
}

/** −1, 0 or 1. */
export const sign: StepFunction = /*#__PURE__*/ step("sign", Math.sign);
/** The largest integer ≤ x. */
export const floor: StepFunction = /*#__PURE__*/ step("floor", Math.floor);
/** The smallest integer ≥ x. */
export const ceil: StepFunction = /*#__PURE__*/ step("ceil", Math.ceil);
/** The integer part. */
export const trunc: StepFunction = /*#__PURE__*/ step("trunc", Math.trunc);

/** The nearest integer, halves to the even one. */
export const round: StepFunction = /*#__PURE__*/ step("round", (x) => {
  const down = Math.floor(x);
  const rest = x - down;
  if (rest !== 0.5) return Math.abs(x) > 2 ** 52 ? x : rest < 0.5 ? down : down + 1;
  return down % 2 === 0 ? down : down + 1;
});

/** |x|. d = sign(x)ẋ: 0 at 0, the subgradient of least norm. */
export const abs: UnaryFunction = /*#__PURE__*/ unary({
  name: "abs",
  integers: true,
  curvature: "linear",
  kernel: Math.abs,
  partial: (x) => sign(x),
});
