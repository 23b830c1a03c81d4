import { timesGaussian } from "../special/gaussian.ts";
import { inverseMills, inverseMillsCurvature, inverseMillsSlope } from "../special/mills-ratio.ts";
import * as special from "../special/normal.ts";
import { add, mul, neg, reciprocal, sub } from "./arithmetic.ts";
import { transcendental, type UnaryFunction, unary } from "./define.ts";

const flops = 2 * transcendental;

const height = 0.3989422804014327;

/** φ(x) = e^(−x²/2)/√(2π). d = −xyẋ. */
export const normalDensity: UnaryFunction = /*#__PURE__*/ unary({
  tier: 1,
  flops,
  name: "normalDensity",
  kernel: (x) => (Math.abs(x) > 40 ? 0 : timesGaussian(height, x, -0.5)),
  partial: (x, y) => mul(neg(x), y),
});

/** Φ(x), the standard normal distribution function. d = φ(x)ẋ. */
export const ndtr: UnaryFunction = /*#__PURE__*/ unary({
  tier: 1,
  flops,
  name: "ndtr",
  kernel: special.ndtr,
  partial: (x) => normalDensity(x),
});

/** Φ⁻¹(p). d = ṗ/φ(y). */
export const ndtri: UnaryFunction = /*#__PURE__*/ unary({
  tier: 1,
  flops,
  name: "ndtri",
  kernel: special.ndtri,
  partial: (_p, y) => reciprocal(normalDensity(y)),
});

/** log Φ(x). d = h(x)ẋ with h = φ/Φ. */
export const logNdtr: UnaryFunction = /*#__PURE__*/ unary({
  tier: 1,
  flops,
  name: "logNdtr",
  kernel: special.logNdtr,
  partial: (x) => mills(x),
});

/*
 * The next derivatives of log Φ cancel badly in the tail when written in ops, so each is an op with
 * a kernel of its own; only from the fourth on is the closed form used.
 */
export const mills: UnaryFunction = /*#__PURE__*/ unary({
  tier: 1,
  flops,
  name: "inverseMills",
  kernel: inverseMills,
  partial: (x) => millsSlope(x),
});

export const millsSlope: UnaryFunction = /*#__PURE__*/ unary({
  tier: 1,
  flops,
  name: "inverseMillsSlope",
  kernel: inverseMillsSlope,
  partial: (x) => millsCurvature(x),
});

/** h″ = h((x + h)(x + 2h) − 1); d = h′((x + h)(x + 2h) − 1) + h((1 + h′)(x + 2h) + (x + h)(1 + 2h′)). */
export const millsCurvature: UnaryFunction = /*#__PURE__*/ unary({
  tier: 1,
  flops,
  name: "inverseMillsCurvature",
  kernel: inverseMillsCurvature,
  partial: (x) => {
    const h = mills(x);
    const slope = millsSlope(x);
    const once = add(x, h);
    const twice = add(once, h);
    return add(
      mul(slope, sub(mul(once, twice), 1)),
      mul(h, add(mul(add(1, slope), twice), mul(once, add(1, mul(2, slope))))),
    );
  },
});
