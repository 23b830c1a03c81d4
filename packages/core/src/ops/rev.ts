import { applyLinear } from "../dispatch.ts";
import { readView } from "../kernels/strided.ts";
import type { LinearOp } from "../op.ts";
import { stridesOf } from "../tensor/shape.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { rankOf, type Value } from "../value.ts";
import { trailingAxes } from "./axes.ts";

type RevParams = { readonly axes: readonly number[] };

export const revOp: LinearOp<RevParams> = {
  kind: "linear",
  name: "rev",
  tier: 0,
  flops: 0,
  inert: 0,
  kernel([x], { axes }) {
    const { shape } = x as Tensor;
    const strides = stridesOf(shape);
    let offset = 0;
    for (const axis of axes) {
      const i = axis + shape.length;
      offset += Math.max(0, (shape[i] as number) - 1) * (strides[i] as number);
      strides[i] = -(strides[i] as number);
    }
    return readView(x as Tensor, { shape, strides, offset });
  },
  transpose: (cotangent, _i, _shapes, _inert, params) => applyLinear(revOp, [cotangent], params),
};

/**
 * Reverse the order of elements along some axes, or all.
 *
 * @example
 * rev(tensor([1, 2, 3])).toArray(); // [3, 2, 1]
 */
export function rev(x: Tensor, axes?: number | readonly number[]): Tensor;
export function rev(x: Value, axes?: number | readonly number[]): Value;
export function rev(x: Value, axes?: number | readonly number[]): Value {
  return applyLinear(revOp, [x], { axes: trailingAxes("rev", axes, rankOf(x)) });
}
