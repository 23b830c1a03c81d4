import { applyLinear } from "../dispatch.ts";
import type { LinearOp } from "../op.ts";
import { allocate } from "../tensor/dtype.ts";
import { sizeOf } from "../tensor/shape.ts";
import { makeTensor, type Tensor } from "../tensor/tensor.ts";
import { type Passive, rankOf, shapeOf, type Value } from "../value.ts";
import { trailingAxis } from "./axes.ts";
import { checkedIndex } from "./checked-index.ts";

type TakeParams = { readonly axis: number; readonly size: number };

/** Row k of the result, along the axis, is row index[k] of x. */
export const takeOp: LinearOp<TakeParams> = {
  kind: "linear",
  name: "take",
  tier: 0,
  flops: 0,
  inert: 1,
  kernel([x, index], { axis, size }) {
    const [operand, rows] = [x as Tensor, index as Tensor];
    const at = operand.shape.length + axis;
    const inner = sizeOf(operand.shape.slice(at + 1));
    const outer = sizeOf(operand.shape.slice(0, at));
    const out = allocate(operand.dtype, outer * rows.size * inner);
    let next = 0;
    for (let o = 0; o < outer; o++) {
      for (let k = 0; k < rows.size; k++) {
        const from = (o * size + (rows.data[k] as number)) * inner;
        for (let i = 0; i < inner; i++) out[next++] = operand.data[from + i] as number;
      }
    }
    const shape = [...operand.shape.slice(0, at), ...rows.shape, ...operand.shape.slice(at + 1)];
    return makeTensor(out, shape, operand.dtype);
  },
  transpose(cotangent, _i, _shapes, [index], params) {
    return applyLinear(scatterOp, [cotangent, index as Value], params);
  },
};

/** The transpose of {@link takeOp}: rows with the same index are added up. */
export const scatterOp: LinearOp<TakeParams> = {
  kind: "linear",
  name: "scatter",
  tier: 0,
  flops: 1,
  inert: 1,
  kernel([u, index], { axis, size }) {
    const [updates, rows] = [u as Tensor, index as Tensor];
    const end = updates.shape.length + axis + 1;
    const start = end - rows.shape.length;
    const inner = sizeOf(updates.shape.slice(end));
    const outer = sizeOf(updates.shape.slice(0, start));
    const out = allocate(updates.dtype, outer * size * inner);
    let next = 0;
    for (let o = 0; o < outer; o++) {
      for (let k = 0; k < rows.size; k++) {
        const to = (o * size + (rows.data[k] as number)) * inner;
        for (let i = 0; i < inner; i++) {
          out[to + i] = (out[to + i] as number) + (updates.data[next++] as number);
        }
      }
    }
    const shape = [...updates.shape.slice(0, start), size, ...updates.shape.slice(end)];
    return makeTensor(out, shape, updates.dtype);
  },
  transpose(cotangent, _i, _shapes, [index], params) {
    return applyLinear(takeOp, [cotangent, index as Value], params);
  },
};

/**
 * Rows of x along an axis: shape before the axis, then the shape of the index, then the rest.
 *
 * @param index integers; a scalar drops the axis. Negative ones count from the end.
 * @example
 * take(tensor([10, 20, 30]), [2, 0]).toArray(); // [30, 10]
 */
export function take(x: Tensor, index: Passive | readonly number[], axis?: number): Tensor;
export function take(x: Value, index: Passive | readonly number[], axis?: number): Value;
export function take(x: Value, index: Passive | readonly number[], axis = 0): Value {
  const along = trailingAxis("take", axis, rankOf(x));
  const size = shapeOf(x)[rankOf(x) + along] as number;
  return applyLinear(takeOp, [x, checkedIndex("take", index, size)], { axis: along, size });
}
