// The Hurwitz zeta function, which carries all polygamma functions (polygamma.ts).

import { twoProduct, twoSum } from "./double-double.ts";

/** B₂ⱼ/(2j)!, the weights of the Euler–Maclaurin corrections. */
const BERNOULLI: readonly number[] = [
  0.08333333333333333, -0.001388888888888889, 3.306878306878307e-5, -8.267195767195768e-7,
  2.08767569878681e-8, -5.284190138687493e-10, 1.3382536530684679e-11, -3.3896802963225827e-13,
  8.586062056277845e-15, -2.174868698558062e-16, 5.5090028283602295e-18, -1.3954464685812522e-19,
  3.534707039629467e-21, -8.953517427037546e-23, 2.267952452337683e-24,
];

/** A term or a tail below this share of the sum cannot change it. */
const NEGLIGIBLE = 2 ** -60;

/**
 * unit^s·ζ(s, q) for s > 1, q > 0. `unit` = q keeps huge and tiny values in range.
 *
 * Sum the first terms until q + k ≥ 10 + s/2, then Euler–Maclaurin. The rounding of (q + k)/unit,
 * which the power would multiply by s, is carried along as a relative error and taken off again.
 */
export function scaledHurwitz(s: number, q: number, unit: number): number {
  let sum = 0;
  let lost = 0;
  for (let k = 0; ; k++) {
    const [a, rounding] = twoSum(q, k);
    const ratio = a / unit;
    const [back, backLow] = unit === 1 ? [a, 0] : twoProduct(ratio, unit);
    const excess = (a - back - backLow + rounding) / a;
    if (a >= 10 + 0.5 * s) {
      const head = ratio ** (1 - s) * (1 + (1 - s) * excess) * unit;
      return sum + (lost + head * (1 / (s - 1) + eulerMaclaurin(s, a) / a));
    }
    const term = ratio ** -s * (1 - s * excess);
    const [next, error] = twoSum(sum, term);
    sum = next;
    lost += error;
    if (!(sum < Infinity) || term * (1 + a / (s - 1)) <= NEGLIGIBLE * sum) break;
  }
  return sum < Infinity ? sum + lost : sum;
}

/** ½ + Σⱼ B₂ⱼ/(2j)!·s(s+1)…(s+2j−2)/a^(2j−1). */
function eulerMaclaurin(s: number, a: number): number {
  let sum = 0.5;
  let rising = s / a;
  for (let j = 0; j < BERNOULLI.length; j++) {
    const term = (BERNOULLI[j] as number) * rising;
    sum += term;
    if (Math.abs(term) <= NEGLIGIBLE * sum) break;
    rising *= ((s + 2 * j + 1) / a) * ((s + 2 * j + 2) / a);
  }
  return sum;
}

/**
 * Hurwitz zeta function ζ(s, q) = Σₖ≥₀ (q + k)^(−s); Riemann's for q = 1.
 *
 * Domain: s > 1 (∞ at 1, NaN below); q > 0, or q < 0 for integer s; ∞ at q = 0, −1, −2, ….
 * d/dq = −s·ζ(s+1, q). Cost: at most 10 + s/2 powers.
 * Accuracy: 4 ulp for q > 0 and for even s; for odd s and q < 0, where the sum changes sign, 8 ulp of
 * the larger of its two halves.
 *
 * **References.** Euler–Maclaurin summation: Abramowitz and Stegun 23.1.30; Johansson (2015),
 * Numer. Algorithms 69, 253–270.
 */
export function zeta(s: number, q: number): number {
  if (Number.isNaN(s + q) || s < 1) return NaN;
  if (s === 1) return Infinity;
  if (q > 0)
    return q === Infinity
      ? 0
      : s === Infinity
        ? q > 1
          ? 0
          : q === 1
            ? 1
            : Infinity
        : scaledHurwitz(s, q, 1);
  const fraction = -q - Math.floor(-q);
  if (fraction === 0) return Infinity;
  if (!Number.isInteger(s)) return NaN;
  return reflected(s, q, (y) => scaledHurwitz(s, y, 1));
}

/**
 * The sum over all q + k for q < 0, from sums over positive arguments: with f the fractional part of
 * −q, it is Z(1−f) + (−1)^s·(Z(f) − Z(1−q)).
 */
export function reflected(s: number, q: number, positive: (q: number) => number): number {
  const f = -q - Math.floor(-q);
  const left = positive(f) - positive(1 - q);
  return s % 2 === 0 ? positive(1 - f) + left : positive(1 - f) - left;
}
