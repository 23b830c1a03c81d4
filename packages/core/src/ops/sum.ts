import { applyLinear } from "../dispatch.ts";
import { readView } from "../kernels/strided.ts";
import type { LinearOp } from "../op.ts";
import { allocate, type DType } from "../tensor/dtype.ts";
import { type Shape, sizeOf, stridesOf } from "../tensor/shape.ts";
import { makeTensor, type Tensor } from "../tensor/tensor.ts";
import { dtypeOf, rankOf, shapeOf, type Value } from "../value.ts";
import { coreOf, range, trailingAxes } from "./axes.ts";
import { broadcastInDimOp } from "./broadcast.ts";
import { convert } from "./convert.ts";
import { reshape } from "./reshape.ts";

/** Sorted negative axes. */
export type ReduceParams = { readonly axes: readonly number[] };

export interface ReduceOptions {
  /** Leave the reduced axes in place, with length 1. */
  readonly keepDims?: boolean;
}

export const reduceSumOp: LinearOp<ReduceParams> = {
  kind: "linear",
  name: "reduceSum",
  tier: 0,
  flops: 1,
  inert: 0,
  kernel([x], { axes }) {
    return reduceKernel(x as Tensor, axes, (row, start, count) => {
      let sum = 0;
      for (let i = start; i < start + count; i++) sum += row[i] as number;
      return sum;
    });
  },
  transpose(cotangent, _i, shapes, _inert, { axes }) {
    return expandReduced(cotangent, axes, shapes[0] as Shape);
  },
};

/** Fold each group of reduced elements, in row-major order, with `fold(data, start, count)`. */
export function reduceKernel(
  x: Tensor,
  axes: readonly number[],
  fold: (data: ArrayLike<number>, start: number, count: number) => number,
  dtype: DType = x.dtype,
): Tensor {
  const rank = x.shape.length;
  const reduced = axes.map((axis) => axis + rank);
  const kept = range(rank).filter((axis) => !reduced.includes(axis));
  const order = [...kept, ...reduced];
  const strides = stridesOf(x.shape);
  const contiguous = order.every((axis, i) => axis === i);
  const shape = order.map((axis) => x.shape[axis] as number);
  const rows = contiguous
    ? x
    : readView(x, { shape, strides: order.map((axis) => strides[axis] as number), offset: 0 });
  const outShape = kept.map((axis) => x.shape[axis] as number);
  const out = allocate(dtype, sizeOf(outShape));
  const count = sizeOf(reduced.map((axis) => x.shape[axis] as number));
  for (let i = 0; i < out.length; i++) out[i] = fold(rows.data, i * count, count);
  return makeTensor(out, outShape, dtype);
}

/** Put reduced axes back by repetition: the transpose of the sum over them. */
export function expandReduced(y: Value, axes: readonly number[], shape: Shape): Value {
  if (axes.length === 0) return y;
  const rank = -(axes[0] as number);
  const core = coreOf(shape, rank);
  const dims = range(rank).filter((axis) => !axes.includes(axis - rank));
  return applyLinear(broadcastInDimOp, [y], { from: dims.length, shape: core, dims });
}

/** Sum over negative axes. */
export function sumAxes(x: Value, axes: readonly number[]): Value {
  return axes.length === 0 ? x : applyLinear(reduceSumOp, [x], { axes });
}

/** Give a reduction over `axes` of `shape` its reduced axes back, with length 1. */
export function keepReduced(y: Value, axes: readonly number[], shape: Shape): Value {
  return reshape(
    y,
    shape.map((n, i) => (axes.includes(i - shape.length) ? 1 : n)),
  );
}

/**
 * Σ x over some axes, or over all; truth values are counted. Cost: one addition per element.
 *
 * @example
 * sum(tensor([[1, 2], [3, 4]]), 0).toArray(); // [4, 6]
 */
export function sum(
  x: Tensor | number,
  axes?: number | readonly number[],
  options?: ReduceOptions,
): Tensor;
export function sum(x: Value, axes?: number | readonly number[], options?: ReduceOptions): Value;
export function sum(
  x: Value,
  axes?: number | readonly number[],
  options: ReduceOptions = {},
): Value {
  const list = trailingAxes("sum", axes, rankOf(x));
  const y = sumAxes(dtypeOf(x) === "bool" ? convert(x, "i32") : x, list);
  return options.keepDims ? keepReduced(y, list, shapeOf(x)) : y;
}
