// The normalised sinc function and its derivatives of every order.

import { cosPi, sinPi } from "./trigonometric-pi.ts";

/** sin(πx)/(πx), 1 at 0; exactly 0 at the other integers. Accuracy: 3 ulp. */
export function sinc(x: number): number {
  if (Math.abs(x) < 1e-9) return 1;
  return Math.abs(x) === Infinity ? 0 : sinPi(x) / (Math.PI * x);
}

/**
 * The n-th derivative of sin(πx)/(πx).
 *
 * With z = π|x| it is πⁿ·sₙ(z), sₙ(z) = ∫₀¹ tⁿ cos(zt + nπ/2) dt. Three evaluations, each stable on
 * its part:
 *
 * - z ≤ 1: Maclaurin, Σᵢ (−1)ⁱ z^(2i−n) / ((2i−n)!·(2i+1)), relatively accurate at 0 for every order;
 * - n ≤ z: the forward recurrence z·sₖ + k·sₖ₋₁ = sin(z + kπ/2), which shrinks errors by k/z;
 * - n > z: integration by parts without end, sₙ = Σₖ cos(z + (n−k)π/2)·zᵏ·n!/(n+k+1)!.
 *
 * Domain: integer n ≥ 0 (NaN otherwise); all reals; 0 at ±∞.
 * Accuracy: 8 ulp of πⁿ/max(n+1, z), the size of the envelope; relative for z ≤ 1.
 */
export function sincDerivative(n: number, x: number): number {
  if (n === 0) return sinc(x);
  if (!(n > 0) || !Number.isInteger(n)) return NaN;
  const size = Math.abs(x);
  if (size === Infinity) return 0;
  const z = Math.PI * size;
  const value =
    powerOfPi(n) * (z <= 1 ? maclaurin(n, z) : n <= z ? forward(n, size, z) : byParts(n, size, z));
  return x < 0 && n % 2 === 1 ? -value : value;
}

/** πⁿ with the rounding of π, n times over, taken off. */
const powerOfPi = (n: number): number => Math.PI ** n * (1 + n * 3.8981718325193755e-17);

function maclaurin(n: number, z: number): number {
  const odd = n % 2;
  let power = odd === 1 ? z : 1;
  if (((n + odd) / 2) % 2 === 1) power = -power;
  let sum = 0;
  for (let m = odd; ; m += 2) {
    const term = power / (n + m + 1);
    sum += term;
    if (Math.abs(term) <= 1e-18 * Math.abs(sum)) return sum;
    power *= -(z * z) / ((m + 1) * (m + 2));
  }
}

/** sin(πx + nπ/2), without rounding the sum. */
function shiftedSine(n: number, x: number): number {
  const value = n % 2 === 0 ? sinPi(x) : cosPi(x);
  return n % 4 < 2 ? value : -value;
}

function forward(n: number, x: number, z: number): number {
  let value = sinPi(x) / z;
  for (let k = 1; k <= n; k++) value = (shiftedSine(k, x) - k * value) / z;
  return value;
}

function byParts(n: number, x: number, z: number): number {
  let even = 0;
  let odd = 0;
  let term = 1 / (n + 1);
  let sign = 1;
  for (let k = 0; term > 1e-19 / (n + 1); k += 2) {
    even += sign * term;
    term *= z / (n + k + 2);
    odd += sign * term;
    term *= z / (n + k + 3);
    sign = -sign;
  }
  return shiftedSine(n + 1, x) * even + shiftedSine(n, x) * odd;
}
