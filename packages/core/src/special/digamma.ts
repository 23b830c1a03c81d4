// The logarithmic derivative of the gamma function; higher derivatives: polygamma.ts.

import { digammaNearNegativeZero } from "./gamma-negative.ts";
import { polynomial } from "./polynomial.ts";
import { cosPi, sinPi } from "./trigonometric-pi.ts";

/** ψ(1+t)/(t − t₀) in powers of 2t − 1 on [0, 1]: own Chebyshev interpolant, error 2e-18. */
const NEAR_ONE: readonly number[] = [
  0.9510558760318328, -0.21181371064073024, 0.06013562106019684, -0.01855061538173984,
  0.005936795278301761, -0.001935066664735652, 0.0006368880303865817, -0.00021074841288961643,
  6.995018825112794e-5, -2.3258232466707952e-5, 7.741234508636364e-6, -2.578134894751126e-6,
  8.589060721930695e-7, -2.8620904099739414e-7, 9.543298288278275e-8, -3.181266980138485e-8,
  1.0527692435026686e-8, -3.5032218996509724e-9, 1.2469984616707403e-9, -4.197772636734229e-10,
  8.734528429142953e-11, -2.7468150389464952e-11, 2.918622732168261e-11, -1.0015117602062808e-11,
];

/** ψ(2+t) in powers of 2t − 1 on [0, 1]: own Chebyshev interpolant, error 1e-18. */
const NEAR_TWO: readonly number[] = [
  0.7031566406452432, 0.24517887805011743, -0.029525506455215927, 0.00466470518369264,
  -0.0008170729153820478, 0.00015066905692049322, -2.8602563098704602e-5, 5.526470024908582e-6,
  -1.079840831587049e-6, 2.1255053996943874e-7, -4.20436612268685e-8, 8.34415017509997e-9,
  -1.659849812097875e-9, 3.30980452197041e-10, -6.603010665161719e-11, 1.293664653082182e-11,
  -2.577958973791757e-12, 6.372808903430299e-13, -1.2867640924182706e-13,
];

/** B₂ₖ/(2k), the coefficients of −x^(−2k) in the asymptotic series. */
const ASYMPTOTIC: readonly number[] = [
  1 / 12,
  -1 / 120,
  1 / 252,
  -1 / 240,
  1 / 132,
  -691 / 32760,
  1 / 12,
  -3617 / 8160,
  43867 / 14364,
];

/** The positive zero of ψ is 1 + t₀, t₀ in two parts. */
const ZERO_HIGH = 0.46163214496836236;
const ZERO_LOW = -1.5522348162858677e-17;

/** ψ(1 + t), 0 ≤ t ≤ 1. */
const onePlus = (t: number): number => (t - ZERO_HIGH - ZERO_LOW) * polynomial(NEAR_ONE, 2 * t - 1);

function positive(x: number): number {
  if (x < 1) return onePlus(x) - 1 / x;
  if (x < 2) return onePlus(x - 1);
  if (x >= 10) {
    const square = 1 / (x * x);
    return Math.log(x) - (0.5 / x + square * polynomial(ASYMPTOTIC, square));
  }
  let sum = 0;
  let y = x;
  while (y >= 3) sum += 1 / --y;
  return polynomial(NEAR_TWO, 2 * (y - 2) - 1) + sum;
}

/**
 * ψ(x) = d ln Γ(x)/dx = Γ′(x)/Γ(x).
 *
 * Domain: all reals; ∓∞ at ±0 (the one-sided limits), NaN at −1, −2, … and −∞.
 * Accuracy: 4 ulp for x > −1000, beside the zeros too (those on the negative axis are done in
 * double-double arithmetic); below that 4 ulp of max(|ψ|, ln|x|).
 *
 * **References.** Abramowitz and Stegun 6.3.5, 6.3.7, 6.3.18; Cody, Strecok and Thacher (1973),
 * Math. Comp. 27, 123–127, for factoring out the zero.
 */
export function digamma(x: number): number {
  if (x > 0) return positive(x);
  if (x === 0) return -1 / x;
  const sine = sinPi(x);
  if (!(x < 0) || sine === 0 || !(x > -Infinity)) return NaN;
  if (x > -1e-17) return -1 / x;
  const value = (x > -1 ? onePlus(-x) : positive(-x) - 1 / x) - Math.PI * (cosPi(x) / sine);
  return x > -1000 && Math.abs(value) < 3 ? digammaNearNegativeZero(x) : value;
}
