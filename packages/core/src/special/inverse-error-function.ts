// Inverses of erf and erfc. The normal quantile is built on them in normal.ts.

import { erfcx } from "./error-function.ts";
import { polynomial } from "./polynomial.ts";

/** erfinv(x)/x − 1 in powers of 8x² − 1 on |x| ≤ ½: own Chebyshev interpolant, error 2e-20. */
const ERFINV: readonly number[] = [
  -0.0825916329477299, 0.03356743029704947, 0.0026140273452605754, 0.0002522747551746085,
  2.697700101018418e-5, 3.0637436236934544e-6, 3.619864126626641e-7, 4.3982777499014594e-8,
  5.456542916315438e-9, 6.879321338613199e-10, 8.785252799610099e-11, 1.1336795812171404e-11,
  1.4725045058101758e-12, 1.930085363663532e-13, 2.7415675767303887e-14, 3.655702828927595e-15,
];

/** erfcinv(q)/r in powers of (r − 2)/(r + 2), r = √(−ln q), to seven digits: a seed. */
const SEED: readonly number[] = [
  0.8340942104918204, 0.43091631713073986, -0.42377159014627414, 0.20202867257918553,
  0.006879687344969292, -0.1297659306817666, 0.13791940329662616, -0.061206349766638454,
  -0.02767664022287449, 0.0498296001509139, -0.01922251972398683,
];

const TWO_OVER_SQRT_PI = 1.1283791670955126;

/** erfcinv on 0 < q ≤ ½: a seed and one Halley step on ln erfc(y) = ln q. */
function tail(q: number): number {
  const target = Math.log(q);
  const r = Math.sqrt(-target);
  const y = r * polynomial(SEED, (r - 2) / (r + 2));
  const scaled = erfcx(y);
  const gap = Math.log(scaled) - y * y - target;
  const slope = -TWO_OVER_SQRT_PI / scaled; // d ln erfc(y); the second derivative is −slope·(2y + slope)
  return y - gap / (slope + 0.5 * gap * (2 * y + slope));
}

/**
 * Inverse error function: erf(erfinv(x)) = x.
 *
 * Domain: [−1, 1]; ±∞ at ±1, NaN outside. Accuracy: 3 ulp. d erfinv = √π/2·e^(y²).
 *
 * **References.** Halley's step in the logarithm as in Blair, Edwards and Johnson (1976),
 * Math. Comp. 30, 827–830, who tabulate the function.
 */
export function erfinv(x: number): number {
  const size = Math.abs(x);
  if (size <= 0.5) return x + x * polynomial(ERFINV, 8 * x * x - 1);
  if (size < 1) return x < 0 ? -tail(1 - size) : tail(1 - size);
  return size === 1 ? x * Infinity : NaN;
}

/**
 * Inverse of erfc: erfc(erfcinv(q)) = q. Keeps what erfinv(1 − q) would lose for small q.
 *
 * Domain: [0, 2]; ∞ at 0, −∞ at 2, NaN outside. Accuracy: 3 ulp, subnormal q included.
 */
export function erfcinv(q: number): number {
  if (q > 0.5) return q < 1.5 ? erfinv(1 - q) : q < 2 ? -tail(2 - q) : q === 2 ? -Infinity : NaN;
  return q > 0 ? tail(q) : q === 0 ? Infinity : NaN;
}
