import { ArgumentError } from "../errors/classes.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { rankOf, type Value } from "../value.ts";
import { range, trailingAxis } from "./axes.ts";
import { dotGeneral } from "./dot-general.ts";

/** How many axes meet (the last of a with the first of b), or which with which. */
export type TensordotAxes = number | readonly [readonly number[], readonly number[]];

/**
 * Sum the products over pairs of axes; the result has the other axes of a, then those of b.
 *
 * @example
 * tensordot(a, b, 1) // the matrix product of two matrices
 */
export function tensordot(a: Tensor, b: Tensor, axes?: TensordotAxes): Tensor;
export function tensordot(a: Value, b: Value, axes?: TensordotAxes): Value;
export function tensordot(a: Value, b: Value, axes: TensordotAxes = 2): Value {
  const [ra, rb] = [rankOf(a), rankOf(b)];
  if (typeof axes === "number") {
    if (!Number.isInteger(axes) || axes < 0 || axes > Math.min(ra, rb)) {
      throw new ArgumentError(
        "tensordot",
        "axes",
        `an integer from 0 to ${Math.min(ra, rb)}`,
        axes,
        "name the pairs: [[axes of a], [axes of b]]",
      );
    }
    return dotGeneral(a, b, { contract: [range(axes).map((i) => ra - axes + i), range(axes)] });
  }
  const counted = (list: readonly number[], rank: number): number[] =>
    list.map((axis) => trailingAxis("tensordot", axis, rank) + rank);
  return dotGeneral(a, b, { contract: [counted(axes[0], ra), counted(axes[1], rb)] });
}
