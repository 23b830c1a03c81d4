import { flattenTree, isVar, type Value } from "@wengert/ad-core";

/** All numbers of a derivative, in order. */
export function numbersOf(tree: unknown): Float64Array {
  const parts = flattenTree("bench", tree).leaves.map(entriesOf);
  const all = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function entriesOf(leaf: Value): ArrayLike<number> {
  if (typeof leaf === "number") return [leaf];
  if (isVar(leaf)) throw new TypeError("a derivative holds a variable of a transform");
  return leaf.data;
}

/**
 * ‖got − expected‖ / ‖expected‖ in the Euclidean norm; absolute where the truth is zero; infinite
 * for a result of another size or with entries that are not finite.
 */
export function relativeError(got: unknown, expected: unknown): number {
  const [a, b] = [numbersOf(got), numbersOf(expected)];
  if (a.length !== b.length) return Infinity;
  let difference = 0;
  let norm = 0;
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] as number, b[i] as number];
    if (Object.is(x, y)) {
      if (Number.isFinite(y)) norm += y * y;
      continue;
    }
    difference += (x - y) ** 2;
    norm += y * y;
  }
  const error = Math.sqrt(difference) / (norm > 0 ? Math.sqrt(norm) : 1);
  return Number.isNaN(error) ? Infinity : error;
}
