import * as special from "../special/bessel.ts";
import type { Value } from "../value.ts";
import { div, mul, sub } from "./arithmetic.ts";
import { eq } from "./compare.ts";
import { transcendental, type UnaryFunction, unary } from "./define.ts";
import { sign } from "./rounding.ts";
import { select } from "./select.ts";

const flops = 2 * transcendental;

/** I₀(x), modified Bessel function. d = I₁(x)ẋ. */
export const i0: UnaryFunction = /*#__PURE__*/ unary({
  tier: 1,
  flops,
  name: "i0",
  kernel: special.i0,
  partial: (x) => i1(x),
});

/** I₁(x). d = (I₀(x) − I₁(x)/x)ẋ, which is ½ at 0. */
export const i1: UnaryFunction = /*#__PURE__*/ unary({
  tier: 1,
  flops,
  name: "i1",
  kernel: special.i1,
  partial: (x, y) => sub(i0(x), over(y, x)),
});

/** e^(−|x|) I₀(x). d = (I₁ₑ(x) − sign(x) y)ẋ. */
export const i0e: UnaryFunction = /*#__PURE__*/ unary({
  tier: 1,
  flops,
  name: "i0e",
  kernel: special.i0e,
  partial: (x, y) => sub(i1e(x), mul(sign(x), y)),
});

/** e^(−|x|) I₁(x). d = (I₀ₑ(x) − sign(x) y − y/x)ẋ. */
export const i1e: UnaryFunction = /*#__PURE__*/ unary({
  tier: 1,
  flops,
  name: "i1e",
  kernel: special.i1e,
  partial: (x, y) => sub(sub(i0e(x), mul(sign(x), y)), over(y, x)),
});

/** y/x for an odd y with slope ½: its limit at 0. */
function over(y: Value, x: Value): Value {
  return select(eq(x, 0), 0.5, div(y, x));
}
