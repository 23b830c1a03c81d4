import * as special from "../special/error-function.ts";
import { timesGaussian } from "../special/gaussian.ts";
import { erfinv as erfinvKernel } from "../special/inverse-error-function.ts";
import { mul, reciprocal, sub } from "./arithmetic.ts";
import { transcendental, type UnaryFunction, unary } from "./define.ts";

const flops = 2 * transcendental;
const slope = 1.1283791670955126;

/** 2/√π · e^(−x²), the density behind erf, without the digits that rounding x² would lose. d = −2xyẋ. */
export const erfDensity: UnaryFunction = /*#__PURE__*/ unary({
  name: "erfDensity",
  tier: 1,
  flops,
  kernel: (x) => (Math.abs(x) > 40 ? 0 : timesGaussian(slope, x, -1)),
  partial: (x, y) => mul(mul(-2, x), y),
});

/** d = 2/√π · e^(−x²)ẋ. */
export const erf: UnaryFunction = /*#__PURE__*/ unary({
  name: "erf",
  flops,
  kernel: special.erf,
  partial: (x) => erfDensity(x),
});

/** 1 − erf(x), accurate in the tail. d = −2/√π · e^(−x²)ẋ. */
export const erfc: UnaryFunction = /*#__PURE__*/ unary({
  name: "erfc",
  flops,
  kernel: special.erfc,
  partial: (x) => mul(-1, erfDensity(x)),
});

/** e^(x²) erfc(x). d = (2xy − 2/√π)ẋ. */
export const erfcx: UnaryFunction = /*#__PURE__*/ unary({
  name: "erfcx",
  tier: 1,
  flops,
  kernel: special.erfcx,
  partial: (x, y) => sub(mul(mul(2, x), y), slope),
});

/** The inverse of erf. d = √π/2 · e^(y²)ẋ. */
export const erfinv: UnaryFunction = /*#__PURE__*/ unary({
  name: "erfinv",
  tier: 1,
  flops: 40,
  kernel: erfinvKernel,
  partial: (_x, y) => reciprocal(erfDensity(y)),
});
