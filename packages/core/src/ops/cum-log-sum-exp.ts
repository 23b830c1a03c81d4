import { applyStructured } from "../dispatch.ts";
import { forEachLine } from "../kernels/lines.ts";
import type { StructuredOp } from "../op.ts";
import { allocate } from "../tensor/dtype.ts";
import { makeTensor, type Tensor } from "../tensor/tensor.ts";
import { rankOf, type Value } from "../value.ts";
import { mulStrong } from "./arithmetic.ts";
import { trailingAxis } from "./axes.ts";
import type { ScanOptions, ScanParams } from "./cumsum.ts";
import { linearRecurrenceOp } from "./linear-recurrence.ts";
import { logaddexp } from "./logistic.ts";
import { shift } from "./shift.ts";
import { requireFloating } from "./weighted-reduction.ts";

/** The partials of y_k = logaddexp(y_{k−1}, x_k). */
function partials(x: Value, y: Value, params: ScanParams): readonly [Value, Value] {
  const previous = shift(y, params, -Infinity);
  const [toPrevious, toX] = logaddexp.op.partials as readonly [Partial, Partial];
  return [toPrevious(previous, x, y), toX(previous, x, y)];
}

type Partial = (a: Value, b: Value, y: Value) => Value;

export const cumLogSumExpOp: StructuredOp<ScanParams> = {
  kind: "structured",
  name: "cumLogSumExp",
  tier: 1,
  flops: 20,
  kernel([x], { axis, reverse }) {
    const { data, shape, dtype } = x as Tensor;
    const out = allocate(dtype, data.length);
    forEachLine(shape, axis, reverse, (start, step, count) => {
      let m = -Infinity; // the largest so far
      let sum = 0; // Σ exp(x − m)
      for (let k = 0, at = start; k < count; k++, at += step) {
        const v = data[at] as number;
        if (v > m) {
          sum = sum * Math.exp(m - v) + 1;
          m = v;
        } else if (v !== -Infinity) {
          sum += v === m ? 1 : Math.exp(v - m);
        }
        out[at] = m === -Infinity && sum === 0 ? m : m + Math.log(sum);
      }
    });
    return [makeTensor(out, shape, dtype)];
  },
  /** ẏ_k = a_k ẏ_{k−1} + w_k ẋ_k with a, w the partials of logaddexp. */
  jvp([x], [y], [tangent], params) {
    const [a, w] = partials(x as Value, y as Value, params);
    return applyStructured(linearRecurrenceOp, [a, mulStrong(tangent as Value, w)], params);
  },
  /** λ_k = ȳ_k + a_{k+1}λ_{k+1}; x̄ = wλ. */
  vjp([x], [y], [cotangent], params) {
    const [a, w] = partials(x as Value, y as Value, params);
    const back = { axis: params.axis, reverse: !params.reverse };
    const operands = [shift(a, back, 0), cotangent as Value];
    const [lambda] = applyStructured(linearRecurrenceOp, operands, back);
    return [mulStrong(lambda as Value, w)];
  },
};

/**
 * log Σ_{i≤k} exp(xᵢ) along an axis, without overflow. Conventions at infinities as in
 * {@link logSumExp}. Cost: O(n) for the value and for each derivative.
 *
 * @example
 * cumLogSumExp(tensor([1000, 1000])).toArray(); // [1000, 1000.6931471805599]
 */
export function cumLogSumExp(x: Tensor, axis?: number, options?: ScanOptions): Tensor;
export function cumLogSumExp(x: Value, axis?: number, options?: ScanOptions): Value;
export function cumLogSumExp(x: Value, axis = -1, { reverse = false }: ScanOptions = {}): Value {
  requireFloating("cumLogSumExp", x);
  const params = { axis: trailingAxis("cumLogSumExp", axis, rankOf(x)), reverse };
  return applyStructured(cumLogSumExpOp, [x], params)[0] as Value;
}
