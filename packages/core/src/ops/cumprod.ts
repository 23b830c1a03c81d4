import { applyStructured } from "../dispatch.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { rankOf, shapeOf, type Value } from "../value.ts";
import { trailingAxis } from "./axes.ts";
import type { ScanOptions, ScanParams } from "./cumsum.ts";
import { linearRecurrenceOp } from "./linear-recurrence.ts";
import { padCore } from "./pad.ts";
import { shift } from "./shift.ts";
import { sliceCore } from "./slice.ts";

/** The recurrence y_k = x_k y_{k−1} + b_k, started by b₀ = x₀ and undisturbed afterwards. */
function cumprodAlong(x: Value, params: ScanParams): Value {
  const { axis, reverse } = params;
  const core = shapeOf(x).slice(axis);
  const n = core[0] as number;
  if (n === 0) return x;
  const first = reverse ? n - 1 : 0;
  const place = (i: number, value: number): number => (i === 0 ? value : 0);
  const start = sliceCore(x, {
    start: core.map((_, i) => place(i, first)),
    limit: core.map((length, i) => (i === 0 ? first + 1 : length)),
    stride: core.map(() => 1),
  });
  const seed = padCore(start, {
    lo: core.map((_, i) => place(i, first)),
    hi: core.map((_, i) => place(i, n - 1 - first)),
    interior: core.map(() => 0),
  });
  return applyStructured(linearRecurrenceOp, [x, seed], params)[0] as Value;
}

/** Π_{j<k} x_j: the product of what comes before, 1 at the start. */
export function exclusiveCumprod(x: Value, params: ScanParams): Value {
  return shift(cumprodAlong(x, params), params, 1);
}

/**
 * Prefix products along an axis: y_k = x_k y_{k−1}, y₀ = x₀.
 *
 * The derivative is that of the recurrence ({@link linearRecurrence}), ẏ_k = x_k ẏ_{k−1} + y_{k−1}ẋ_k,
 * which never divides: it is exact, to all orders, where elements are zero. Cost: O(n) for the value
 * and for each derivative.
 *
 * @example
 * cumprod(tensor([2, 3, 4])).toArray(); // [2, 6, 24]
 */
export function cumprod(x: Tensor, axis?: number, options?: ScanOptions): Tensor;
export function cumprod(x: Value, axis?: number, options?: ScanOptions): Value;
export function cumprod(x: Value, axis = -1, { reverse = false }: ScanOptions = {}): Value {
  return cumprodAlong(x, { axis: trailingAxis("cumprod", axis, rankOf(x)), reverse });
}
