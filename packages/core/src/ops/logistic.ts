import * as stable from "../special/stable.ts";
import type { Value } from "../value.ts";
import { mul, neg, sub } from "./arithmetic.ts";
import { and, eq, isFinite, type Truth } from "./compare.ts";
import {
  type BinaryFunction,
  binary,
  transcendental,
  type UnaryFunction,
  unary,
} from "./define.ts";
import { sech2 } from "./hyperbolic.ts";
import { select } from "./select.ts";

const flops = transcendental;

/** σ(x) = 1/(1 + e⁻ˣ). d = σ(x)σ(−x)ẋ, written ¼sech²(x/2): the product's own derivative cancels at 0. */
export const logistic: UnaryFunction = /*#__PURE__*/ unary({
  tier: 1,
  flops,
  name: "logistic",
  kernel: stable.logistic,
  partial: (x) => mul(0.25, sech2(mul(0.5, x))),
});

/** `logistic` under the name that networks use. */
export const sigmoid: UnaryFunction = logistic;

/** log(1 + eˣ). d = σ(x)ẋ. */
export const softplus: UnaryFunction = /*#__PURE__*/ unary({
  tier: 1,
  flops,
  name: "softplus",
  kernel: stable.softplus,
  partial: (x) => logistic(x),
});

/** log σ(x). d = σ(−x)ẋ. */
export const logSigmoid: UnaryFunction = /*#__PURE__*/ unary({
  tier: 1,
  flops,
  name: "logSigmoid",
  kernel: stable.logSigmoid,
  partial: (x) => logistic(neg(x)),
});

/** σ(a − b), the share of a; two equal infinities have no difference: 0 for −∞ (see logSumExp), ½ for ∞. */
function weight(a: Value, b: Value): Value {
  const infinite = (x: Truth): Truth => and(x, notFinite(a));
  const tied = infinite(eq(a, b));
  return select(and(tied, eq(a, -Infinity)), 0, select(tied, 0.5, logistic(sub(a, b))));
}

function notFinite(a: Value): Truth {
  return eq(select(isFinite(a), 1, 0), 0);
}

/** log(eᵃ + eᵇ). d = σ(a − b)ȧ + σ(b − a)ḃ. */
export const logaddexp: BinaryFunction = /*#__PURE__*/ binary({
  tier: 1,
  flops,
  name: "logaddexp",
  kernel: stable.logaddexp,
  partials: [(a, b) => weight(a, b), (a, b) => weight(b, a)],
});
