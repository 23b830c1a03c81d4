import { ArgumentError } from "../errors/classes.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { rankOf, shapeOf, type Value } from "../value.ts";
import { trailingAxis } from "./axes.ts";
import { concatenate } from "./concatenate.ts";
import { flatten, reshape } from "./reshape.ts";
import { rev } from "./rev.ts";
import { sliceAxis } from "./slice.ts";

/** {@link rev} under the name that NumPy gives it. */
export const flip: typeof rev = rev;

/**
 * Move elements `shift` places along an axis; those that fall off come back at the other end.
 * Several axes take several shifts; without axes the flattened elements are rolled.
 *
 * @example
 * roll(tensor([1, 2, 3]), 1).toArray(); // [3, 1, 2]
 */
export function roll(
  x: Tensor,
  shift: number | readonly number[],
  axes?: number | readonly number[],
): Tensor;
export function roll(
  x: Value,
  shift: number | readonly number[],
  axes?: number | readonly number[],
): Value;
export function roll(
  x: Value,
  shift: number | readonly number[],
  axes?: number | readonly number[],
): Value {
  const shifts = typeof shift === "number" ? [shift] : shift;
  if (axes === undefined && shifts.length === 1) {
    return reshape(rollAxis(flatten(x), shifts[0] as number, 0), shapeOf(x));
  }
  const list = typeof axes === "number" ? [axes] : (axes ?? []);
  if (shifts.length !== list.length || !shifts.every(Number.isInteger)) {
    throw new ArgumentError(
      "roll",
      "shift",
      `${list.length} integers, one for each axis`,
      `[${shifts.join(",")}]`,
      "give as many shifts as axes",
    );
  }
  return list.reduce((y: Value, axis, i) => rollAxis(y, shifts[i] as number, axis), x);
}

function rollAxis(x: Value, shift: number, axis: number): Value {
  const rank = rankOf(x);
  const n = shapeOf(x)[trailingAxis("roll", axis, rank) + rank] as number;
  const cut = n === 0 ? 0 : n - (((shift % n) + n) % n);
  if (cut === n || n === 0) return x;
  return concatenate([sliceAxis(x, axis, cut), sliceAxis(x, axis, 0, cut)], axis);
}
