import { applyLinear } from "../dispatch.ts";
import type { LinearOp } from "../op.ts";
import { allocate } from "../tensor/dtype.ts";
import { sizeOf } from "../tensor/shape.ts";
import { makeTensor, type Tensor } from "../tensor/tensor.ts";
import { rankOf, type Value } from "../value.ts";
import { trailingAxis } from "./axes.ts";

export type ScanParams = { readonly axis: number; readonly reverse: boolean };

export interface ScanOptions {
  /** Scan from the last element to the first. */
  readonly reverse?: boolean;
}

export const cumsumOp: LinearOp<ScanParams> = {
  kind: "linear",
  name: "cumsum",
  tier: 0,
  flops: 1,
  inert: 0,
  kernel([x], params) {
    return prefixSums(x as Tensor, params);
  },
  transpose(cotangent, _i, _shapes, _inert, { axis, reverse }) {
    return applyLinear(cumsumOp, [cotangent], { axis, reverse: !reverse });
  },
};

/** y_k = y_{k−1} + x_k along an axis, y_0 = x_0. */
function prefixSums(x: Tensor, { axis, reverse }: ScanParams): Tensor {
  const at = x.shape.length + axis;
  const n = x.shape[at] as number;
  const inner = sizeOf(x.shape.slice(at + 1));
  const outer = sizeOf(x.shape.slice(0, at));
  const out = allocate(x.dtype, x.size);
  for (let o = 0; o < outer; o++) {
    for (let i = 0; i < inner; i++) {
      const base = o * n * inner + i;
      for (let k = 0; k < n; k++) {
        const to = base + (reverse ? n - 1 - k : k) * inner;
        const from = reverse ? to + inner : to - inner;
        const value = x.data[to] as number;
        out[to] = k === 0 ? value : (out[from] as number) + value;
      }
    }
  }
  return makeTensor(out, x.shape, x.dtype);
}

/**
 * Prefix sums along an axis.
 *
 * @example
 * cumsum(tensor([1, 2, 3])).toArray(); // [1, 3, 6]
 */
export function cumsum(x: Tensor, axis?: number, options?: ScanOptions): Tensor;
export function cumsum(x: Value, axis?: number, options?: ScanOptions): Value;
export function cumsum(x: Value, axis = -1, options: ScanOptions = {}): Value {
  const params = {
    axis: trailingAxis("cumsum", axis, rankOf(x)),
    reverse: options.reverse ?? false,
  };
  return applyLinear(cumsumOp, [x], params);
}
