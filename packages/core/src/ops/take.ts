import { applyLinear } from "../dispatch.ts";
import { ArgumentError, DTypeError } from "../errors/classes.ts";
import type { LinearOp } from "../op.ts";
import { allocate } from "../tensor/dtype.ts";
import { type Shape, sizeOf } from "../tensor/shape.ts";
import { makeTensor, Tensor } from "../tensor/tensor.ts";
import { dtypeOf, type Passive, rankOf, shapeOf, type Value } from "../value.ts";
import { add, mul } from "./arithmetic.ts";
import { trailingAxis } from "./axes.ts";
import { broadcastTo } from "./broadcast.ts";
import { reshape } from "./reshape.ts";

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

/** Indices as whole numbers inside the axis; negative ones count from the end. */
function checkedIndex(operation: string, index: Passive | readonly number[], size: number): Tensor {
  const source = typeof index === "number" ? [index] : index instanceof Tensor ? index.data : index;
  const shape: Shape =
    typeof index === "number" ? [] : index instanceof Tensor ? index.shape : [index.length];
  if (index instanceof Tensor && index.dtype === "bool") {
    throw new DTypeError(operation, "integer indices", "bool", "use select for masks");
  }
  const rows = new Int32Array(source.length);
  for (let k = 0; k < source.length; k++) {
    const i = source[k] as number;
    if (!Number.isInteger(i) || i >= size || i < -size) {
      throw new ArgumentError(
        operation,
        "every index",
        `an integer from ${-size} to ${size - 1}`,
        i,
        "check the index against the length of the axis",
      );
    }
    rows[k] = i < 0 ? i + size : i;
  }
  return makeTensor(rows, shape, "i32");
}

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

/** Add rows `u` to rows `index` of `x` along an axis; repeated indices add up. */
export function scatterAdd(
  x: Value,
  index: Passive | readonly number[],
  u: Value,
  axis = 0,
): Value {
  const along = trailingAxis("scatterAdd", axis, rankOf(x));
  const shape = shapeOf(x);
  const at = shape.length + along;
  const size = shape[at] as number;
  const rows = checkedIndex("scatterAdd", index, size);
  const updates = broadcastTo(u, [...shape.slice(0, at), ...rows.shape, ...shape.slice(at + 1)]);
  return add(x, applyLinear(scatterOp, [updates, rows], { axis: along, size }));
}

/** Replace rows `index` of `x` by `u`; the indices must be distinct. */
export function scatterSet(
  x: Value,
  index: Passive | readonly number[],
  u: Value,
  axis = 0,
): Value {
  const along = trailingAxis("scatterSet", axis, rankOf(x));
  const shape = shapeOf(x);
  const size = shape[shape.length + along] as number;
  const rows = checkedIndex("scatterSet", index, size);
  if (new Set(rows.data).size !== rows.size) {
    throw new ArgumentError(
      "scatterSet",
      "index",
      "without repetition",
      `[${Array.from(rows.data).join(",")}]`,
      "use scatterAdd where rows add up",
    );
  }
  const dtype = dtypeOf(x);
  const keep = allocate(dtype, size).fill(1);
  for (const i of rows.data) keep[i] = 0;
  const tail = shape.slice(shape.length + along + 1).map(() => 1);
  const mask = makeTensor(keep, [size, ...tail], dtype);
  return scatterAdd(mul(x, mask), rows, u, axis);
}

/** Element (…, index[…, k, …], …) of x: NumPy's `take_along_axis`. */
export function takeAlongAxis(x: Value, index: Tensor, axis: number): Value {
  return reshape(
    take(reshape(x, [sizeOf(shapeOf(x))]), flatIndex("takeAlongAxis", shapeOf(x), index, axis)),
    index.shape,
  );
}

/** Add `u` at (…, index[…, k, …], …): the transpose of {@link takeAlongAxis}. */
export function scatterAddAlongAxis(x: Value, index: Tensor, u: Value, axis: number): Value {
  const flat = reshape(x, [sizeOf(shapeOf(x))]);
  const rows = flatIndex("scatterAddAlongAxis", shapeOf(x), index, axis);
  return reshape(scatterAdd(flat, rows, reshape(u, [sizeOf(shapeOf(u))])), shapeOf(x));
}

/** Positions in the flattened x of the elements that `index` names along `axis`. */
function flatIndex(operation: string, shape: Shape, index: Tensor, axis: number): Tensor {
  const at = trailingAxis(operation, axis, shape.length) + shape.length;
  const checked = checkedIndex(operation, index, shape[at] as number);
  const fits =
    index.shape.length === shape.length &&
    index.shape.every((n, i) => i === at || n <= (shape[i] as number));
  if (!fits) {
    throw new ArgumentError(
      operation,
      "index",
      `of rank ${shape.length} and inside x off the axis`,
      index,
      "broadcastTo the index first",
    );
  }
  const out = new Int32Array(checked.size);
  const position = new Array<number>(shape.length).fill(0);
  for (let k = 0; k < out.length; k++) {
    let flat = 0;
    for (let i = 0; i < shape.length; i++) {
      flat =
        flat * (shape[i] as number) +
        (i === at ? (checked.data[k] as number) : (position[i] as number));
    }
    out[k] = flat;
    for (let i = shape.length - 1; i >= 0; i--) {
      if (++(position[i] as number) < (index.shape[i] as number)) break;
      position[i] = 0;
    }
  }
  return makeTensor(out, [out.length], "i32");
}

/**
 * Elements or blocks of x at coordinates: the last axis of `index` holds the first coordinates.
 *
 * @example
 * gather(tensor([[1, 2], [3, 4]]), tensor([[0, 1], [1, 0]])).toArray(); // [2, 3]
 */
export function gather(x: Value, index: Tensor): Value {
  const shape = shapeOf(x);
  const depth = index.shape[index.shape.length - 1] ?? 0;
  const block = shape.slice(depth);
  const rows = new Int32Array(index.size / Math.max(1, depth));
  for (let k = 0; k < rows.length; k++) {
    for (let i = 0; i < depth; i++) {
      const n = shape[i] as number;
      const at = index.data[k * depth + i] as number;
      if (!Number.isInteger(at) || at >= n || at < -n) {
        throw new ArgumentError(
          "gather",
          "every coordinate",
          `an integer from ${-n} to ${n - 1}`,
          at,
          "check the coordinates against the shape of x",
        );
      }
      rows[k] = (rows[k] as number) * n + (at < 0 ? at + n : at);
    }
  }
  const flat = reshape(x, [sizeOf(shape.slice(0, depth)), ...block]);
  const outShape = index.shape.slice(0, -1);
  return reshape(take(flat, makeTensor(rows, [rows.length], "i32")), [...outShape, ...block]);
}
