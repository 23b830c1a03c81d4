import { add, log, mul, sqrt, type Value } from "@wengert/ad-core";
import { defineProblem } from "../define.ts";
import type { Problem } from "../problem.ts";
import { seedOf, uniform } from "../random.ts";

/** L = w₂ ln w₁ + √(w₂ ln w₁), step by step. */
function logSqrtFunction(w1: Value, w2: Value): Value {
  const v1 = log(w1);
  const v2 = mul(w2, v1);
  const v3 = sqrt(v2);
  return add(v2, v3);
}

/**
 * The function on which the lecture shows both modes.
 *
 * Reverse: ∂L/∂v₃ = 1, ∂L/∂v₂ = 1 + 1/(2√v₂), ∂L/∂v₁ = w₂ ∂L/∂v₂, ∂L/∂w₁ = ∂L/∂v₁ / w₁,
 * ∂L/∂w₂ = v₁ ∂L/∂v₂. Seed 0 is the point (2.5, 3.5); others have w₁ > 1 and w₂ > 0.
 */
export const logSqrt: Problem = defineProblem<readonly [number, number]>({
  id: "log-sqrt",
  suite: "A-worked-examples",
  title: "Logarithm and square root",
  formula: "L(w₁, w₂) = w₂ ln w₁ + √(w₂ ln w₁)",
  operator: "grad",
  f: logSqrtFunction,
  argnums: [0, 1],
  inputs(_size, seed) {
    if (seed === 0) return [2.5, 3.5];
    const [u = 0, v = 0] = uniform(2, 0, 1, seedOf(1, seed));
    return [1.1 + 4 * u, 0.1 + 4 * v];
  },
  sizeMeaning: "inputs (always 2)",
  sizes: [2],
  quickSizes: [2],
  seeds: [0, 1, 2],
  oracle: derivative,
  handWritten: { value, derivative },
  stepNames: ["v₁", "v₂", "v₃", "L"],
  tags: ["scalar", "worked-example", "lecture"],
});

function value(w1: number, w2: number): number {
  const v2 = w2 * Math.log(w1);
  return v2 + Math.sqrt(v2);
}

function derivative(w1: number, w2: number): [number, number] {
  const v1 = Math.log(w1);
  const dv2 = 1 + 0.5 / Math.sqrt(w2 * v1);
  return [(w2 * dv2) / w1, v1 * dv2];
}
