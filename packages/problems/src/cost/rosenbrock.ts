import { add, mul, square, sub, type Value } from "@wengert/ad-core";
import { defineProblem } from "../define.ts";
import type { Problem } from "../problem.ts";
import { seedOf, uniform } from "../random.ts";

/** Σ 100(xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)² over n scalars. */
function rosenbrockFunction(x: readonly Value[]): Value {
  let total: Value = 0;
  for (let i = 0; i + 1 < x.length; i++) {
    const xi = x[i] as Value;
    const valley = square(sub(x[i + 1] as Value, square(xi)));
    total = add(total, add(mul(100, valley), square(sub(1, xi))));
  }
  return total;
}

/**
 * The chained Rosenbrock function of n scalar inputs: eight operations for each of them.
 *
 * **References.** Rosenbrock (1960), *Computer Journal* 3, for n = 2; Toint (1978) for the chain.
 */
export const rosenbrock: Problem = defineProblem<readonly [readonly number[]]>({
  id: "rosenbrock",
  suite: "B-cost-of-a-gradient",
  title: "Rosenbrock's valley, chained",
  formula: "f(x) = Σᵢ 100 (xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)²",
  operator: "grad",
  f: rosenbrockFunction,
  argnums: 0,
  inputs: (size, seed) => [uniform(size, -1.2, 1.2, seedOf(7 + size, seed))],
  sizeMeaning: "inputs",
  sizes: [2, 10, 100, 1_000, 10_000, 100_000],
  quickSizes: [10, 1_000, 100_000],
  seeds: [0, 1, 2],
  oracle: derivative,
  handWritten: { value, derivative },
  tags: ["scalar", "chain", "optimisation"],
});

function value(x: readonly number[]): number {
  let total = 0;
  for (let i = 0; i + 1 < x.length; i++) {
    const xi = x[i] as number;
    const valley = (x[i + 1] as number) - xi * xi;
    const slope = 1 - xi;
    total += 100 * valley * valley + slope * slope;
  }
  return total;
}

function derivative(x: readonly number[]): number[] {
  const n = x.length;
  const out = new Array<number>(n);
  let fromLeft = 0;
  for (let i = 0; i + 1 < n; i++) {
    const xi = x[i] as number;
    const valley = 200 * ((x[i + 1] as number) - xi * xi);
    out[i] = fromLeft - 2 * xi * valley - 2 * (1 - xi);
    fromLeft = valley;
  }
  if (n > 0) out[n - 1] = fromLeft;
  return out;
}
