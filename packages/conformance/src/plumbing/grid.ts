import { add, cos, integerPow, mul, sin, type Value } from "@wengert/ad-core";
import {
  inputKinds,
  type Kind,
  outputKinds,
  pack,
  packBlocks,
  readEntries,
  sizeOfKind,
  writeEntries,
} from "./kinds.ts";
import type { Scenario } from "./scenario.ts";

/*
 * yᵢ = sin((i+1) s) + cos(x₀) + Σⱼ xⱼ³ with s = Σⱼ wⱼ xⱼ and wⱼ = 0.3 + 0.1 j: every second partial is
 * non-zero, rows differ, columns differ, so a transposed, dropped or repeated entry shows.
 */

const weight = (j: number): number => 0.3 + 0.1 * j;

function apply(x: readonly Value[], m: number): Value[] {
  const s = x.map((v, j) => mul(weight(j), v)).reduce((a, b) => add(a, b));
  const cubes = x.map((v): Value => integerPow(v, 3)).reduce((a, b) => add(a, b));
  const rest = add(cos(x[0] as Value), cubes);
  return Array.from({ length: m }, (_, i) => add(sin(mul(i + 1, s)), rest));
}

/** ∂yᵢ/∂xⱼ = (i+1) wⱼ cos((i+1) s) − [j=0] sin x₀ + 3xⱼ² */
function jacobianOf(x: readonly number[], m: number): number[][] {
  const s = x.reduce((sum, v, j) => sum + weight(j) * v, 0);
  return Array.from({ length: m }, (_, i) =>
    x.map((v, j) => {
      const first = j === 0 ? -Math.sin(v) : 0;
      return (i + 1) * weight(j) * Math.cos((i + 1) * s) + first + 3 * v * v;
    }),
  );
}

/** ∂²y₀/∂xⱼ∂xₖ = −wⱼwₖ sin s + [j=k] (6xⱼ − [j=0] cos x₀) */
function hessianOf(x: readonly number[]): number[][] {
  const s = x.reduce((sum, v, j) => sum + weight(j) * v, 0);
  return x.map((v, j) =>
    x.map((_, k) => {
      const diagonal = j === k ? 6 * v - (j === 0 ? Math.cos(v) : 0) : 0;
      return diagonal - weight(j) * weight(k) * Math.sin(s);
    }),
  );
}

function scenario(input: Kind, output: Kind): Scenario {
  const [n, m] = [sizeOfKind(input), sizeOfKind(output)];
  const x = Array.from({ length: n }, (_, j) => 0.5 - 0.2 * j);
  const tangent = x.map((_, j) => 1 - 0.3 * j);
  const cotangent = Array.from({ length: m }, (_, i) => 0.7 + 0.2 * i);
  const jacobian = jacobianOf(x, m);
  const hessian = hessianOf(x);
  const pushed = product(jacobian, tangent);
  const isScalar = (kind: Kind): boolean => kind.name === "number" || kind.name === "scalar tensor";
  return {
    name: `${input.name} → ${output.name}`,
    f: (tree: unknown) => writeEntries(output, apply(readEntries(input, tree), m)),
    args: [pack(input, x)],
    value: pack(output, apply(x, m) as number[]),
    tangent: pack(input, tangent),
    pushed: pack(output, pushed),
    cotangent: pack(output, cotangent),
    pulled: pack(input, product(transposed(jacobian), cotangent)),
    jacobian: packBlocks(output, input, jacobian),
    ...(isScalar(input) && { derivative: pack(output, jacobian.flat()) }),
    ...(isScalar(output) && {
      gradient: pack(input, jacobian[0] as number[]),
      product: pack(input, product(hessian, tangent)),
      hessian: packBlocks(input, input, hessian),
    }),
  };
}

function product(a: readonly (readonly number[])[], v: readonly number[]): number[] {
  return a.map((row) => row.reduce((sum, entry, j) => sum + entry * (v[j] as number), 0));
}

function transposed(a: readonly (readonly number[])[]): number[][] {
  return (a[0] as number[]).map((_, j) => a.map((row) => row[j] as number));
}

/** One scenario for every pair of an input kind and an output kind. */
export const gridScenarios: readonly Scenario[] = inputKinds.flatMap((input) =>
  outputKinds.map((output) => scenario(input, output)),
);
