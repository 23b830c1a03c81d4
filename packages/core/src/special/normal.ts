// Distribution function and quantile of the standard normal law. Its score: mills-ratio.ts.

import { erf, erfcx } from "./error-function.ts";
import { timesGaussian } from "./gaussian.ts";
import { erfcinv, erfinv } from "./inverse-error-function.ts";

/** 1/√2 */
const INV_SQRT2 = 0.7071067811865476;

/** √2·y to 1 ulp: √2 is 1.4142135623730951 − 9.667e-17. */
const timesSqrt2 = (y: number): number =>
  Math.abs(y) === Infinity ? y : 1.4142135623730951 * y - 9.667293313452913e-17 * y;

/** Φ(−x) for x ≥ 1, from x itself: rounding x/√2 first would cost x² ulp. */
const upperTail = (x: number): number =>
  x > 40 ? 0 : timesGaussian(0.5 * erfcx(x * INV_SQRT2), x, -0.5);

/**
 * Standard normal distribution function Φ(x) = ½·erfc(−x/√2).
 *
 * Domain: all reals; subnormal below −37.52, 0 below −38.49. Accuracy: 4 ulp, far tail included.
 */
export function ndtr(x: number): number {
  if (x <= -1) return upperTail(-x);
  if (x >= 1) return 1 - upperTail(x);
  return 0.5 + 0.5 * erf(x * INV_SQRT2);
}

/**
 * ln Φ(x), finite for every finite x that does not overflow x².
 *
 * Accuracy: 4 ulp. For x > 8 it is −Φ(−x) to rounding and keeps its relative accuracy.
 */
export function logNdtr(x: number): number {
  if (x <= -1) return Math.log(0.5 * erfcx(-x * INV_SQRT2)) - 0.5 * x * x;
  return x >= 1 ? Math.log1p(-upperTail(x)) : Math.log1p(-ndtr(-x));
}

/**
 * Standard normal quantile: Φ(ndtri(p)) = p.
 *
 * Domain: [0, 1]; ∓∞ at the ends, NaN outside. Accuracy: 4 ulp, subnormal p included.
 */
export function ndtri(p: number): number {
  if (p < 0.25) return timesSqrt2(-erfcinv(2 * p));
  if (p > 0.75) return timesSqrt2(erfcinv(2 * (1 - p)));
  return timesSqrt2(erfinv(2 * (p - 0.5)));
}
