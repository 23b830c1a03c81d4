import { type Backend, cos, exp, grad, mul, sin, type Value } from "@wengert/ad-core";
import { defineProblem } from "../define.ts";
import { countOperations } from "../operation-count.ts";
import type { Problem } from "../problem.ts";
import { seedOf, uniform } from "../random.ts";
import {
  apply,
  constant,
  countShared,
  countTree,
  differentiate,
  type Expression,
  type FunctionName,
  times,
  variable,
} from "./symbolic.ts";

const names = ["sin", "exp", "cos"] as const satisfies readonly FunctionName[];
const functions = { sin, exp, cos };

/** A(s₀w) B(s₁w) C(s₂w) A(s₃w) …, multiplied from the left, with A, B, C = sin, exp, cos. */
function productFunction(w: Value, scales: readonly number[]): Value {
  let product: Value = 1;
  for (const [i, scale] of scales.entries()) {
    const name = names[i % 3] as (typeof names)[number];
    const factor = functions[name](mul(scale, w));
    product = i === 0 ? factor : mul(product, factor);
  }
  return product;
}

/** The same product as an expression for symbolic differentiation. */
export function productExpression(scales: readonly number[]): Expression {
  return scales
    .map((scale, i) => apply(names[i % 3] as FunctionName, times(constant(scale), variable)))
    .reduce(times);
}

/** k different scales from 1 to 1.25, so that no two factors are equal. */
function scalesOf(k: number): number[] {
  return Array.from({ length: k }, (_, i) => 1 + i / (4 * k));
}

/**
 * [A(w)B(w)C(w)]′ = A′BC + AB′C + ABC′: written out, the derivative of a product of k factors
 * repeats every factor k times, so its size grows as k²; automatic differentiation computes each
 * factor once, so its work grows as k.
 */
export const productAbc: Problem = defineProblem<readonly [number, readonly number[]]>({
  id: "product-abc",
  suite: "A-worked-examples",
  title: "A product of k functions of one variable",
  formula: "L(w) = A(s₀w) B(s₁w) C(s₂w) A(s₃w) …; A, B, C = sin, exp, cos",
  operator: "grad",
  f: productFunction,
  argnums: 0,
  inputs(k, seed) {
    const [u = 0] = uniform(1, 0.7, 0.8, seedOf(4, seed));
    return [seed === 0 ? 0.75 : u, scalesOf(k)];
  },
  sizeMeaning: "factors",
  sizes: [3, 10, 30, 100, 300],
  quickSizes: [3, 30, 300],
  seeds: [0, 1, 2],
  oracle: logarithmicDerivative,
  handWritten: { value, derivative },
  tags: ["scalar", "worked-example", "lecture", "symbolic"],
});

const plain = [Math.sin, Math.exp, Math.cos] as const;

function value(w: number, scales: readonly number[]): number {
  let product = 1;
  for (let i = 0; i < scales.length; i++) {
    product *= (plain[i % 3] as (x: number) => number)((scales[i] as number) * w);
  }
  return product;
}

/** L · Σ Fᵢ′/Fᵢ: exact wherever no factor is zero, as here. */
function logarithmicDerivative(w: number, scales: readonly number[]): number {
  let sum = 0;
  for (const [i, s] of scales.entries()) {
    const angle = s * w;
    if (i % 3 === 0) sum += s / Math.tan(angle);
    else if (i % 3 === 1) sum += s;
    else sum -= s * Math.tan(angle);
  }
  return value(w, scales) * sum;
}

/** The product rule on a running pair (product, derivative). */
function derivative(w: number, scales: readonly number[]): number {
  let product = 1;
  let slope = 0;
  for (let i = 0; i < scales.length; i++) {
    const s = scales[i] as number;
    const angle = s * w;
    let factor = 0;
    let change = 0;
    if (i % 3 === 0) {
      factor = Math.sin(angle);
      change = s * Math.cos(angle);
    } else if (i % 3 === 1) {
      factor = Math.exp(angle);
      change = s * factor;
    } else {
      factor = Math.cos(angle);
      change = -s * Math.sin(angle);
    }
    slope = slope * factor + product * change;
    product *= factor;
  }
  return slope;
}

/** One row of the comparison of symbolic with automatic differentiation. */
export interface ProductCounts {
  readonly factors: number;
  /** Operations of the function itself. */
  readonly value: number;
  /** Operations of the derivative expression as written. */
  readonly symbolic: number;
  /** The same with equal subexpressions computed once. */
  readonly symbolicShared: number;
  /** Operations of value and derivative together, by backend name. */
  readonly automatic: Readonly<Record<string, number>>;
}

/**
 * Count the operations of the derivative of a product of k factors, symbolic against automatic.
 *
 * @example
 * productCounts(30, [forward(), tape()]);
 */
export function productCounts(factors: number, backends: readonly Backend[]): ProductCounts {
  const scales = scalesOf(factors);
  const expression = differentiate(productExpression(scales));
  const at = 0.75;
  return {
    factors,
    value: countOperations((w) => productFunction(w, scales), at).total,
    symbolic: countTree(expression),
    symbolicShared: countShared(expression),
    automatic: Object.fromEntries(
      backends.map((backend) => {
        const gradient = grad(productFunction, { backend });
        return [backend.name, countOperations((w) => gradient(w, scales), at).total];
      }),
    ),
  };
}
