import { mul, type Value } from "@wengert/ad-core";
import { defineProblem } from "../define.ts";
import type { Problem } from "../problem.ts";
import { seedOf, uniform } from "../random.ts";

/** x₁ x₂ … xₙ, multiplied from the left. */
function speelpenningFunction(x: readonly Value[]): Value {
  return x.reduce((product, xi) => mul(product, xi), 1 as Value);
}

/**
 * Speelpenning's product: the example that made reverse mode known.
 *
 * Its gradient written out is n products of n − 1 factors; reverse mode finds the products of what
 * stands before and after each factor by itself. Seed 0 is the classical point xᵢ = i/(i + 1), where
 * the product is 1/(n + 1) and ∂f/∂xᵢ = (i + 1)/(i(n + 1)); other seeds are near 1, so that long
 * products neither overflow nor vanish.
 *
 * **References.** Speelpenning (1980), *Compiling fast partial derivatives of functions given by
 * algorithms*; Griewank and Walther, *Evaluating Derivatives* (2008), §3.3.
 */
export const speelpenning: Problem = defineProblem<readonly [readonly number[]]>({
  id: "speelpenning",
  suite: "B-cost-of-a-gradient",
  title: "Speelpenning's product",
  formula: "f(x) = Πᵢ xᵢ",
  operator: "grad",
  f: speelpenningFunction,
  argnums: 0,
  inputs(n, seed) {
    if (seed === 0) return [Array.from({ length: n }, (_, i) => (i + 1) / (i + 2))];
    return [uniform(n, -1, 1, seedOf(6 + n, seed)).map((u) => 1 + u / Math.sqrt(n))];
  },
  sizeMeaning: "factors",
  sizes: [10, 100, 1_000, 10_000, 100_000],
  quickSizes: [10, 1_000],
  seeds: [0, 1, 2],
  oracle: derivative,
  handWritten: { value, derivative },
  tags: ["scalar", "chain", "product"],
});

function value(x: readonly number[]): number {
  let product = 1;
  for (let i = 0; i < x.length; i++) product *= x[i] as number;
  return product;
}

/** ∂f/∂xᵢ = (x₁ … xᵢ₋₁)(xᵢ₊₁ … xₙ): no division, so zeros are no exception. */
function derivative(x: readonly number[]): number[] {
  const out = new Array<number>(x.length);
  let before = 1;
  for (let i = 0; i < x.length; i++) {
    out[i] = before;
    before *= x[i] as number;
  }
  let after = 1;
  for (let i = x.length - 1; i >= 0; i--) {
    out[i] = (out[i] as number) * after;
    after *= x[i] as number;
  }
  return out;
}
