import { allocate } from "../tensor/dtype.ts";
import { type Shape, sizeOf } from "../tensor/shape.ts";
import { makeTensor, type Tensor } from "../tensor/tensor.ts";

/**
 * Every movement op is one of two loops: read a strided view of the input in order, or write the
 * input in order through a strided view of the output. Broadcasting is stride 0, reversal a
 * negative stride, transposition a permutation of strides.
 */
export interface View {
  readonly shape: Shape;
  readonly strides: readonly number[];
  readonly offset: number;
}

/** Call `row(start, step, count)` for every innermost row of the view, in row-major order. */
function forEachRow(view: View, row: (start: number, step: number, count: number) => void): void {
  const { shape, strides, offset } = view;
  const rank = shape.length;
  if (rank === 0) return row(offset, 0, 1);
  if (sizeOf(shape) === 0) return;
  const last = rank - 1;
  const count = shape[last] as number;
  const step = strides[last] as number;
  const index = new Int32Array(last);
  let start = offset;
  for (;;) {
    row(start, step, count);
    let axis = last - 1;
    for (; axis >= 0; axis--) {
      start += strides[axis] as number;
      if (++(index[axis] as number) < (shape[axis] as number)) break;
      start -= (strides[axis] as number) * (shape[axis] as number);
      index[axis] = 0;
    }
    if (axis < 0) return;
  }
}

/** A contiguous copy of a strided view of `x`. */
export function readView(x: Tensor, view: View): Tensor {
  const out = allocate(x.dtype, sizeOf(view.shape));
  const { data } = x;
  let next = 0;
  forEachRow(view, (start, step, count) => {
    for (let i = 0, at = start; i < count; i++, at += step) out[next++] = data[at] as number;
  });
  return makeTensor(out, view.shape, x.dtype);
}

/** Write the elements of `x`, in order, through a strided view of `out`. */
export function writeView(out: Tensor, view: View, x: Tensor): void {
  const { data } = x;
  const target = out.data;
  let next = 0;
  forEachRow(view, (start, step, count) => {
    for (let i = 0, at = start; i < count; i++, at += step) target[at] = data[next++] as number;
  });
}
