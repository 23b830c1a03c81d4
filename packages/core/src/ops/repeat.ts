import { ArgumentError } from "../errors/classes.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { rankOf, shapeOf, type Value } from "../value.ts";
import { trailingAxis } from "./axes.ts";
import { broadcastTo } from "./broadcast.ts";
import { reshape } from "./reshape.ts";
import { take } from "./take.ts";

function requireCounts(operation: string, counts: readonly number[], length?: number): void {
  const wrong = counts.find((n) => !Number.isInteger(n) || n < 0);
  if (wrong === undefined && (length === undefined || counts.length === length)) return;
  throw new ArgumentError(
    operation,
    "counts",
    length === undefined ? "non-negative integers" : `${length} non-negative integers`,
    `[${counts.join(",")}]`,
    "give one count for each axis (tile) or row (repeat), or a single one",
  );
}

/**
 * Lay copies of x side by side: counts[i] of them along axis i. Where counts are more than axes, axes
 * of length one are put before x; where they are fewer, the leading axes are not copied.
 *
 * @example
 * tile(tensor([1, 2]), [2]).toArray(); // [1, 2, 1, 2]
 */
export function tile(x: Tensor, counts: readonly number[]): Tensor;
export function tile(x: Value, counts: readonly number[]): Value;
export function tile(x: Value, counts: readonly number[]): Value {
  requireCounts("tile", counts);
  const rank = Math.max(rankOf(x), counts.length);
  const ones = (n: number): number[] => new Array<number>(n).fill(1);
  const shape = [...ones(rank - rankOf(x)), ...shapeOf(x)];
  const times = [...ones(rank - counts.length), ...counts];
  const apart = reshape(
    x,
    shape.flatMap((n) => [1, n]),
  );
  const copies = broadcastTo(
    apart,
    shape.flatMap((n, i) => [times[i] as number, n]),
  );
  return reshape(
    copies,
    shape.map((n, i) => n * (times[i] as number)),
  );
}

/**
 * Repeat each row along an axis: `counts` times, or row k counts[k] times.
 *
 * @example
 * repeat(tensor([1, 2]), 2).toArray(); // [1, 1, 2, 2]
 * repeat(tensor([1, 2]), [3, 1]).toArray(); // [1, 1, 1, 2]
 */
export function repeat(x: Tensor, counts: number | readonly number[], axis?: number): Tensor;
export function repeat(x: Value, counts: number | readonly number[], axis?: number): Value;
export function repeat(x: Value, counts: number | readonly number[], axis = 0): Value {
  const shape = shapeOf(x);
  const at = trailingAxis("repeat", axis, shape.length) + shape.length;
  const n = shape[at] as number;
  if (typeof counts === "number") {
    requireCounts("repeat", [counts]);
    const [before, after] = [shape.slice(0, at + 1), shape.slice(at + 1)];
    const copies = broadcastTo(reshape(x, [...before, 1, ...after]), [...before, counts, ...after]);
    return reshape(copies, [...shape.slice(0, at), n * counts, ...after]);
  }
  requireCounts("repeat", counts, n);
  return take(
    x,
    counts.flatMap((count, k) => new Array<number>(count).fill(k)),
    at,
  );
}
