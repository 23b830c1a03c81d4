import { add, mul, sin, type Value } from "@wengert/ad-core";
import { defineProblem } from "../define.ts";
import type { Problem } from "../problem.ts";
import { seedOf, uniform } from "../random.ts";

/** Σ xᵢ xᵢ₊₁ sin xᵢ over neighbours. */
function cheapGradientFunction(x: readonly Value[]): Value {
  let total: Value = 0;
  for (let i = 0; i + 1 < x.length; i++) {
    const xi = x[i] as Value;
    total = add(total, mul(mul(xi, x[i + 1] as Value), sin(xi)));
  }
  return total;
}

/**
 * time(gradient) / time(value) as the number of inputs grows: bounded by a small constant in
 * reverse mode, proportional to n in forward mode and for differences.
 *
 * The function is chosen to be fair: four operations for each input whatever n is (one of them
 * transcendental, so neither dispatch nor `Math.sin` alone decides), every input in two terms (so
 * adjoints must be added up), every term nonlinear (so no backend can fold it), and no value or
 * derivative that grows or vanishes with n.
 *
 * **References.** Baur and Strassen (1983); Griewank and Walther, *Evaluating Derivatives* (2008),
 * §4.6, the cheap gradient principle.
 */
export const cheapGradient: Problem = defineProblem<readonly [readonly number[]]>({
  id: "cheap-gradient",
  suite: "B-cost-of-a-gradient",
  title: "The cheap gradient principle",
  formula: "f(x) = Σᵢ xᵢ xᵢ₊₁ sin xᵢ",
  operator: "grad",
  f: cheapGradientFunction,
  argnums: 0,
  inputs: (size, seed) => [uniform(size, -2, 2, seedOf(5 + size, seed))],
  sizeMeaning: "inputs",
  sizes: [10, 100, 1_000, 10_000, 100_000, 1_000_000],
  quickSizes: [10, 1_000, 100_000],
  seeds: [0, 1, 2],
  oracle: derivative,
  handWritten: { value, derivative },
  tags: ["scalar", "scaling"],
});

function value(x: readonly number[]): number {
  let total = 0;
  for (let i = 0; i + 1 < x.length; i++) {
    const xi = x[i] as number;
    total += xi * (x[i + 1] as number) * Math.sin(xi);
  }
  return total;
}

function derivative(x: readonly number[]): number[] {
  const n = x.length;
  const out = new Array<number>(n);
  let fromLeft = 0;
  for (let i = 0; i + 1 < n; i++) {
    const xi = x[i] as number;
    const s = Math.sin(xi);
    out[i] = fromLeft + (x[i + 1] as number) * (s + xi * Math.cos(xi));
    fromLeft = xi * s;
  }
  if (n > 0) out[n - 1] = fromLeft;
  return out;
}
