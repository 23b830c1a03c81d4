import { range } from "../ops/axes.ts";
import { allocate, type Data } from "../tensor/dtype.ts";
import { sizeOf, stridesOf } from "../tensor/shape.ts";
import { makeTensor, type Tensor } from "../tensor/tensor.ts";
import { readView, writeView } from "./strided.ts";

/**
 * A result in the shape of x, computed group by group: `fill` reads elements `start` to
 * `start + count` of `source`, one group over `axes` (negative) in row-major order, and writes the
 * same places of `out`. Trailing axes are worked on in place, others copied twice.
 */
export function mapGroups(
  x: Tensor,
  axes: readonly number[],
  fill: (out: Data, source: Data, start: number, count: number) => void,
): Tensor {
  const { shape, dtype } = x;
  const rank = shape.length;
  const grouped = axes.map((axis) => axis + rank);
  const order = [...range(rank).filter((axis) => !grouped.includes(axis)), ...grouped];
  const count = sizeOf(grouped.map((axis) => shape[axis] as number));
  const work = (source: Data): Tensor => {
    const out = allocate(dtype, source.length);
    for (let start = 0; start < out.length; start += count) fill(out, source, start, count);
    return makeTensor(out, shape, dtype);
  };
  if (order.every((axis, i) => axis === i)) return work(x.data);
  const strides = stridesOf(shape);
  const view = {
    shape: order.map((axis) => shape[axis] as number),
    strides: order.map((axis) => strides[axis] as number),
    offset: 0,
  };
  const result = makeTensor(allocate(dtype, x.size), shape, dtype);
  writeView(result, view, makeTensor(work(readView(x, view).data).data, view.shape, dtype));
  return result;
}
