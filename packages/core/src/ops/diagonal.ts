import { ShapeError } from "../errors/classes.ts";
import { formatShape } from "../tensor/shape.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { rankOf, shapeOf, type Value } from "../value.ts";
import { range, trailingAxis } from "./axes.ts";
import { padCore } from "./pad.ts";
import { reshape, reshapeCore } from "./reshape.ts";
import { sliceCore } from "./slice.ts";
import { sum } from "./sum.ts";
import { permute } from "./transpose.ts";

/** Where a diagonal of an m×n matrix lies in the flattened matrix. */
function place(m: number, n: number, offset: number): { start: number; length: number } {
  const length = Math.max(0, Math.min(m + Math.min(offset, 0), n - Math.max(offset, 0)));
  return { start: length === 0 ? 0 : offset >= 0 ? offset : -offset * n, length };
}

function requireMatrix(operation: string, x: Value): void {
  if (rankOf(x) >= 2) return;
  throw new ShapeError(
    operation,
    "at least two axes",
    formatShape(shapeOf(x)),
    "reshape to a matrix, or use diag to make one from a vector",
  );
}

export interface DiagonalOptions {
  /** 0: the main diagonal; positive above it, negative below. */
  readonly offset?: number;
  /** The axes of the matrix: the last two unless given. */
  readonly axes?: readonly [number, number];
}

/**
 * The elements x[…, i, i + offset]: the diagonal becomes the last axis, leading axes are kept.
 *
 * @example
 * diagonal(tensor([[1, 2], [3, 4]])).toArray(); // [1, 4]
 */
export function diagonal(x: Tensor, options?: DiagonalOptions): Tensor;
export function diagonal(x: Value, options?: DiagonalOptions): Value;
export function diagonal(x: Value, { offset = 0, axes = [-2, -1] }: DiagonalOptions = {}): Value {
  requireMatrix("diagonal", x);
  const rank = rankOf(x);
  const [row, column] = axes.map((axis) => trailingAxis("diagonal", axis, rank) + rank) as [
    number,
    number,
  ];
  if (row === column) {
    throw new ShapeError("diagonal", "two different axes", `[${axes.join(",")}]`, "name two axes");
  }
  const others = range(rank).filter((axis) => axis !== row && axis !== column);
  const matrix = permute(x, [...others, row, column]);
  const [m, n] = shapeOf(matrix).slice(-2) as [number, number];
  const { start, length } = place(m, n, offset);
  const limit = length === 0 ? 0 : start + (length - 1) * (n + 1) + 1;
  const flat = reshapeCore(matrix, 2, [m * n]);
  return sliceCore(flat, { start: [start], limit: [limit], stride: [n + 1] });
}

/**
 * The last axis as a diagonal of a square matrix, zeros elsewhere: the transpose of {@link diagonal}.
 *
 * @example
 * diagEmbed(tensor([[1, 2], [3, 4]])).shape; // [2, 2, 2]
 */
export function diagEmbed(x: Tensor, offset?: number): Tensor;
export function diagEmbed(x: Value, offset?: number): Value;
export function diagEmbed(x: Value, offset = 0): Value {
  const shape = shapeOf(x);
  const length = shape[trailingAxis("diagEmbed", -1, shape.length) + shape.length] as number;
  const n = length + Math.abs(offset);
  const covered = length === 0 ? 0 : (length - 1) * (n + 1) + 1;
  const start = length === 0 ? 0 : place(n, n, offset).start;
  const flat = padCore(x, { lo: [start], hi: [n * n - start - covered], interior: [n] });
  return reshape(flat, [...shape.slice(0, -1), n, n]);
}

/**
 * A vector as a diagonal matrix; the diagonal of a matrix as a vector.
 *
 * @example
 * diag(tensor([1, 2])).toArray(); // [[1, 0], [0, 2]]
 */
export function diag(x: Tensor, offset?: number): Tensor;
export function diag(x: Value, offset?: number): Value;
export function diag(x: Value, offset = 0): Value {
  const rank = rankOf(x);
  if (rank === 1) return diagEmbed(x, offset);
  if (rank === 2) return diagonal(x, { offset });
  throw new ShapeError(
    "diag",
    "a vector or a matrix",
    formatShape(shapeOf(x)),
    "use diagonal or diagEmbed, which keep leading axes",
  );
}

/**
 * Σᵢ x[…, i, i + offset] over the last two axes.
 *
 * @example
 * matrixTrace(tensor([[1, 2], [3, 4]])).item(); // 5
 */
export function matrixTrace(x: Tensor, offset?: number): Tensor;
export function matrixTrace(x: Value, offset?: number): Value;
export function matrixTrace(x: Value, offset = 0): Value {
  requireMatrix("matrixTrace", x);
  return sum(diagonal(x, { offset }), -1);
}
