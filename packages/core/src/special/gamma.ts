// Logarithm of the gamma function. Its derivatives: digamma.ts, polygamma.ts.

import { logGammaNearNegativeZero } from "./gamma-negative.ts";
import { polynomial } from "./polynomial.ts";
import { sinPi } from "./trigonometric-pi.ts";

/** lnΓ(1+t)/(t(t−1)) in powers of 2t − 1 on [0, 1]: own Chebyshev interpolant, error 1e-19. */
const NEAR_ONE: readonly number[] = [
  0.4831289505409809, -0.07297994795715304, 0.01572785026864124, -0.003913560937626182,
  0.0010498186644489656, -0.0002945507015196472, 8.510090382507709e-5, -2.5094328668947195e-5,
  7.511391134979752e-6, -2.2742474102383936e-6, 6.948461695085761e-7, -2.1386323384115519e-7,
  6.622899723826762e-8, -2.0621027431854287e-8, 6.448537660005262e-9, -2.016947955623982e-9,
  6.34708063084356e-10, -2.0874620693971093e-10, 6.659994986020335e-11, -1.5395748006420787e-11,
  4.705387815328221e-12, -3.803618166622364e-12, 1.2510413599689193e-12,
];

/** lnΓ(2+t)/(t(t+1)) in powers of 2t − 1 on [0, 1]: own Chebyshev interpolant, error 6e-20. */
const NEAR_TWO: readonly number[] = [
  0.37957716063055885, -0.03733178707724971, 0.004976288576185795, -0.0007523460658791441,
  0.00012181609305929526, -2.0582490836748088e-5, 3.578963084352551e-6, -6.351741310202008e-7,
  1.1445032938936952e-7, -2.0863925763420164e-8, 3.838452939878353e-9, -7.114344293519865e-10,
  1.3272874076996167e-10, -2.4880564930307114e-11, 4.622628724659737e-12, -8.71857237044077e-13,
  1.978761203308785e-13, -3.800037175021933e-14,
];

/** Stirling's series: B₂ₖ / (2k(2k−1)), the coefficients of x^(1−2k). */
const STIRLING: readonly number[] = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
  43867 / 244188,
];

/** ½·ln(2π) − ½ */
const STIRLING_CONSTANT = 0.4189385332046727;

/** lnΓ(1 + t) for 0 ≤ t ≤ 1, relatively accurate at both zeros. */
const onePlus = (t: number): number => t * (t - 1) * polynomial(NEAR_ONE, 2 * t - 1);

function positive(x: number): number {
  if (x < 1) return onePlus(x) - Math.log(x);
  if (x < 2) return onePlus(x - 1);
  if (x >= 10) {
    if (x > 1e17) return x * (Math.log(x) - 1);
    const series = polynomial(STIRLING, 1 / (x * x)) / x;
    return (x - 0.5) * (Math.log(x) - 1) + (STIRLING_CONSTANT + series);
  }
  let product = 1;
  let y = x;
  while (y >= 3) product *= --y;
  const t = y - 2;
  return t * (t + 1) * polynomial(NEAR_TWO, 2 * t - 1) + Math.log(product);
}

/** ln|Γ(−t)|, t > 0 not an integer, by Γ(−t)·Γ(1+t) = −π/sin(πt). */
function negative(t: number): number {
  const sine = Math.abs(sinPi(t)) / Math.PI;
  if (sine === 0) return Infinity;
  if (t < 1) return -Math.log(t < 1e-150 ? t : sine) - onePlus(t);
  const value = -Math.log(t * sine) - positive(t);
  return t < 25 && Math.abs(value) < 4 ? logGammaNearNegativeZero(-t) : value;
}

/**
 * ln|Γ(x)|.
 *
 * Domain: all reals; ∞ at 0, −1, −2, … and at ±∞. Accuracy: 4 ulp, also beside the zeros: 1, 2 and
 * the two in each interval (−k−1, −k), k ≥ 2, which are done in double-double arithmetic.
 *
 * **References.** Abramowitz and Stegun 6.1.17, 6.1.40; Hare (1997), J. Algorithms 25, 221–236.
 */
export function lgamma(x: number): number {
  if (x > 0) return positive(x);
  if (x === 0 || x === -Infinity) return Infinity;
  return x < 0 ? negative(-x) : NaN;
}
