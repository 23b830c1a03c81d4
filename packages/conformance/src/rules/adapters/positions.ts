/*
 * Static positions: where, in the row-major flattening of an array, the elements of a diagonal, a
 * window or a triangle are. Adapters hand them to `take`.
 */

/** The elements (i, i + offset) of a matrix. */
export function diagonalIndex([rows, columns]: readonly number[], offset: number): number[] {
  const index: number[] = [];
  for (let i = 0; i < (rows as number); i++) {
    const j = i + offset;
    if (j >= 0 && j < (columns as number)) index.push(i * (columns as number) + j);
  }
  return index;
}

/** All index tuples below `shape`, in row-major order. */
export function tuples(shape: readonly number[]): number[][] {
  return shape.reduce<number[][]>(
    (heads, n) => heads.flatMap((head) => Array.from({ length: n }, (_, i) => [...head, i])),
    [[]],
  );
}

/** Ascending combinations of r of n things. */
export function combinations(n: number, r: number, repeat: boolean, from = 0): number[][] {
  if (r === 0) return [[]];
  return Array.from({ length: Math.max(0, n - from) }, (_, k) => from + k).flatMap((i) =>
    combinations(n, r - 1, repeat, repeat ? i : i + 1).map((tail) => [i].concat(tail)),
  );
}
