// Derivatives of digamma of every order, from the Hurwitz zeta function.

import { digamma } from "./digamma.ts";
import { type DoubleDouble, ddDivide, ddMultiply } from "./double-double.ts";
import { reflected, scaledHurwitz } from "./zeta.ts";

/** 0!, 1!, …, 170!, each rounded once. */
const FACTORIALS: readonly number[] = /* @__PURE__ */ (() => {
  const table = [1];
  let product: DoubleDouble = [1, 0];
  for (let n = 1; n <= 22; n++) table.push((product = ddMultiply(product, [n, 0]))[0]);
  // Beyond 22! carry the product scaled by 2^-600, or Dekker's splitting would overflow near the end.
  product = [product[0] * 2 ** -600, product[1] * 2 ** -600];
  for (let n = 23; n <= 170; n++) {
    product = ddMultiply(product, [n, 0]);
    table.push(product[0] * 2 ** 600);
  }
  return table;
})();

/** n!·ζ(n+1, x) for x > 0 when n! or ζ leaves the range of f64: Π (j/x) · x^(n+1) ζ(n+1, x) / x. */
function outOfRange(n: number, x: number): number {
  let product: DoubleDouble = [1, 0];
  let exponent = 0;
  for (let j = 1; j <= n; j++) {
    product = ddMultiply(product, ddDivide([j, 0], [x, 0]));
    const shift = product[0] > 2 ** 300 ? -300 : product[0] < 2 ** -300 ? 300 : 0;
    if (shift === 0) continue;
    product = [product[0] * 2 ** shift, product[1] * 2 ** shift];
    exponent -= shift;
    if (exponent > 3000) return Infinity;
  }
  const value = (product[0] * scaledHurwitz(n + 1, x, x)) / x;
  return value * 2 ** (exponent / 2) * 2 ** (exponent / 2);
}

/** |ψ⁽ⁿ⁾(x)| = n!·ζ(n+1, x) for n ≥ 1, x > 0. */
function magnitude(n: number, x: number): number {
  const factorial = FACTORIALS[n];
  if (factorial === undefined || x > 1e15) return x < 1e-150 ? Infinity : outOfRange(n, x);
  const sum = scaledHurwitz(n + 1, x, 1);
  if (sum === Infinity) return sum;
  return sum > 1e-290 ? factorial * sum : outOfRange(n, x);
}

/**
 * Polygamma function ψ⁽ⁿ⁾(x), the n-th derivative of digamma: (−1)^(n+1)·n!·ζ(n+1, x).
 *
 * Domain: integer n ≥ 0 (NaN otherwise); all reals x. At 0, −1, −2, … odd orders are ∞; even orders
 * are the one-sided limit ∓∞ at ±0 and NaN below. d ψ⁽ⁿ⁾ = ψ⁽ⁿ⁺¹⁾.
 * Accuracy: 4 ulp for x > 0 and for odd n; for even n and x < 0, where there are zeros, 8 ulp of the
 * larger of ψ⁽ⁿ⁾(1−f), ψ⁽ⁿ⁾(f), f the fractional part of −x.
 *
 * **References.** Abramowitz and Stegun 6.4.
 */
export function polygamma(n: number, x: number): number {
  if (n === 0) return digamma(x);
  if (!(n > 0) || !Number.isInteger(n) || Number.isNaN(x)) return NaN;
  const odd = n % 2 === 1;
  if (x > 0) {
    const size = x === Infinity ? 0 : magnitude(n, x);
    return odd ? size : -size;
  }
  if (x === 0) return odd ? Infinity : -1 / x;
  if (Number.isInteger(x) || x === -Infinity) return odd && x > -Infinity ? Infinity : NaN;
  const size = reflected(n + 1, x, (y) => magnitude(n, y));
  return odd ? size : -size;
}
