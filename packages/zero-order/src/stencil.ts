import { ArgumentError } from "@wengert/ad-core";
import { gcd, Rational } from "./rational.ts";

/** Weights c with h⁻ᵈ Σ cᵢ f(x + h sᵢ) = f⁽ᵈ⁾(x) + C hᵠ f⁽ᵈ⁺ᵠ⁾(x) + …, and what they cost in accuracy. */
export interface Stencil {
  /** s: where f is read, in steps from x. */
  readonly grid: readonly number[];
  /** d: which derivative. */
  readonly derivative: number;
  /** c, exactly. */
  readonly weights: readonly Rational[];
  /** c as whole numbers over `denominator`, so that small stencils lose nothing to rounding. */
  readonly numerators: readonly number[];
  readonly denominator: number;
  /** q: the power of h in the truncation error. */
  readonly order: number;
  /** C, the factor of the truncation error. */
  readonly errorConstant: Rational;
  /** A = Σ|cᵢ|: an error ε in each value of f becomes at most A ε / hᵈ. */
  readonly noise: Rational;
}

/**
 * The finite-difference stencil on a grid: the solution of Σ cᵢ sᵢᵏ = k! [k = d] for k < p, in exact
 * rational arithmetic.
 *
 * The solution of this Vandermonde system is cᵢ = Lᵢ⁽ᵈ⁾(0) with Lagrange's polynomials
 * Lᵢ(s) = Π_{j≠i} (s − sⱼ)/(sᵢ − sⱼ). The order q and the constant C come from the first moment
 * beyond the p conditions that does not vanish, which on symmetric grids is one later than expected.
 *
 * Cost: O(p³) operations on big integers for p grid points; meant to be called once.
 *
 * @param grid p distinct finite numbers, in steps.
 * @param derivative d, a whole number with 0 ≤ d < p.
 * @throws ArgumentError when the grid has repeated points or too few of them.
 * @see Fornberg (1988), *Generation of finite difference formulas on arbitrarily spaced grids*.
 * @example
 * stencil([-1, 0, 1], 1).weights.map(String); // ["-1/2", "0", "1/2"]
 */
export function stencil(grid: readonly number[], derivative: number): Stencil {
  check(grid, derivative);
  const points = grid.map((s) => Rational.from(s));
  const factorial = factorialOf(derivative);
  const weights = points.map((_, i) =>
    (lagrange(points, i)[derivative] as Rational).times(factorial),
  );
  const { order, errorConstant } = leadingError(points, weights, derivative);
  const denominator = weights.reduce((lcm, { denominator: d }) => (lcm / gcd(lcm, d)) * d, 1n);
  return {
    grid: grid.slice(),
    derivative,
    weights,
    numerators: weights.map((c) => Number((c.numerator * denominator) / c.denominator)),
    denominator: Number(denominator),
    order,
    errorConstant,
    noise: weights.reduce((sum, c) => sum.plus(c.abs()), Rational.zero),
  };
}

/** Coefficients of Lᵢ, the constant one first. */
function lagrange(points: readonly Rational[], i: number): readonly Rational[] {
  const own = points[i] as Rational;
  let product: Rational[] = [Rational.one];
  points.forEach((s, j) => {
    if (j === i) return;
    const scale = own.minus(s);
    const shifted = [Rational.zero, ...product];
    product = shifted.map((up, k) => up.minus(s.times(product[k] ?? Rational.zero)).over(scale));
  });
  return product;
}

/** The first k ≥ p with Σ cᵢ sᵢᵏ ≠ 0 gives q = k − d and C = Σ cᵢ sᵢᵏ / k!. */
function leadingError(
  points: readonly Rational[],
  weights: readonly Rational[],
  derivative: number,
): { readonly order: number; readonly errorConstant: Rational } {
  for (let k = points.length; ; k++) {
    const moment = weights.reduce(
      (sum, c, i) => sum.plus(c.times(power(points[i] as Rational, k))),
      Rational.zero,
    );
    if (!moment.isZero) {
      return { order: k - derivative, errorConstant: moment.over(factorialOf(k)) };
    }
    // The value itself, read off a grid that holds 0, has no error at any order.
    if (k > 2 * points.length) return { order: Infinity, errorConstant: Rational.zero };
  }
}

function power(s: Rational, k: number): Rational {
  return new Rational(s.numerator ** BigInt(k), s.denominator ** BigInt(k));
}

function factorialOf(k: number): Rational {
  let product = 1n;
  for (let i = 2n; i <= BigInt(k); i++) product *= i;
  return new Rational(product, 1n);
}

function check(grid: readonly number[], derivative: number): void {
  if (
    !Array.isArray(grid) ||
    grid.some((s) => !Number.isFinite(s)) ||
    new Set(grid).size !== grid.length
  ) {
    throw new ArgumentError(
      "[ad-zero-order] stencil",
      "grid",
      "distinct finite numbers",
      grid,
      "write stencil([-1, 0, 1], 1)",
    );
  }
  if (!Number.isInteger(derivative) || derivative < 0 || derivative >= grid.length) {
    throw new ArgumentError(
      "[ad-zero-order] stencil",
      "derivative",
      `a whole number from 0 to ${grid.length - 1}, as ${grid.length} grid points allow`,
      derivative,
      "add grid points: the d-th derivative takes at least d + 1",
    );
  }
}
