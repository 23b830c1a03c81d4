import { flattenTree, Tensor, unflattenTree, type Value } from "@wengert/ad-core";
import type { Problem } from "../src/index.ts";

/** All numbers of a tree, in order. */
export function numbersOf(tree: unknown): number[] {
  return flattenTree("test", tree).leaves.flatMap((leaf) =>
    typeof leaf === "number" ? [leaf] : Array.from((leaf as Tensor).data as ArrayLike<number>),
  );
}

/** Shapes and kinds of the leaves, to compare structure apart from numbers. */
function skeleton(tree: unknown): unknown {
  const { leaves, spec } = flattenTree("test", tree);
  const kinds = leaves.map((leaf) =>
    typeof leaf === "number" ? "number" : `[${(leaf as Tensor).shape.join()}]`,
  );
  return unflattenTree(spec, kinds as unknown as Value[]);
}

/** The largest error relative to the largest number; infinite where the structures differ. */
export function relativeError(actual: unknown, expected: unknown): number {
  if (JSON.stringify(skeleton(actual)) !== JSON.stringify(skeleton(expected))) return Infinity;
  const [a, e] = [numbersOf(actual), numbersOf(expected)];
  const scale = Math.max(...e.map(Math.abs), Number.MIN_VALUE);
  const error = a.reduce((worst, x, i) => {
    const difference = Math.abs(x - (e[i] as number));
    return difference <= worst ? worst : difference; // NaN wins
  }, 0);
  return error / scale;
}

/** Central differences of the hand-written value in every number of the differentiated arguments. */
export function centralDifferences(
  problem: Problem,
  args: readonly unknown[],
  step = 1e-5,
): number[] {
  const positions = typeof problem.argnums === "number" ? [problem.argnums] : problem.argnums;
  const value = (shifted: readonly unknown[]): number =>
    Number(problem.handWritten?.value(...shifted));
  return positions.flatMap((position) => {
    const { leaves, spec } = flattenTree("test", args[position]);
    return numbersOf(args[position]).map((_, k) => {
      const at = (h: number): number => {
        const moved = unflattenTree(spec, shiftNumber(leaves, k, h));
        return value(args.map((arg, i) => (i === position ? moved : arg)));
      };
      return (at(step) - at(-step)) / (2 * step);
    });
  });
}

/** The leaves with h added to number k. */
function shiftNumber(leaves: readonly Value[], k: number, h: number): Value[] {
  let start = 0;
  return leaves.map((leaf) => {
    const local = k - start;
    start += typeof leaf === "number" ? 1 : (leaf as Tensor).size;
    if (local < 0 || k >= start) return leaf;
    if (typeof leaf === "number") return leaf + h;
    const { data, shape } = leaf as Tensor;
    const out = Float64Array.from(data);
    out[local] = (out[local] as number) + h;
    return new Tensor(out, shape, "f64");
  });
}
