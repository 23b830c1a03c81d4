import type { Tensor } from "../tensor/tensor.ts";
import type { Value } from "../value.ts";
import { add, mulStrong, neg, reciprocal } from "./arithmetic.ts";
import { type BinaryFunction, binary, transcendental } from "./define.ts";
import { log, log1p } from "./exponential.ts";

const flops = transcendental;

/** x log y, 0 where x = 0. d = log y · ẋ + (x/y)ẏ with 0/0 taken as 0. */
export const xlogy: BinaryFunction = /*#__PURE__*/ binary({
  tier: 1,
  flops,
  name: "xlogy",
  kernel: (x, y) => (x === 0 && !Number.isNaN(y) ? 0 : x * Math.log(y)),
  partials: [(_x, y) => log(y), (x, y) => mulStrong(x, reciprocal(y))],
});

/** x log(1 + y), 0 where x = 0. d = log(1 + y)ẋ + x/(1 + y) ẏ. */
export const xlog1py: BinaryFunction = /*#__PURE__*/ binary({
  tier: 1,
  flops,
  name: "xlog1py",
  kernel: (x, y) => (x === 0 && !Number.isNaN(y) ? 0 : x * Math.log1p(y)),
  partials: [(_x, y) => log1p(y), (x, y) => mulStrong(x, reciprocal(add(1, y)))],
});

/** −x log x, 0 at 0: the entropy of one outcome. */
export function entr(x: number): number;
export function entr(x: Tensor): Tensor;
export function entr(x: Value): Value;
export function entr(x: Value): Value {
  return neg(xlogy(x, x));
}
