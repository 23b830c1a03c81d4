import { applyLinear } from "../dispatch.ts";
import { ArgumentError } from "../errors/classes.ts";
import { readView } from "../kernels/strided.ts";
import type { LinearOp } from "../op.ts";
import { formatShape, type Shape, sizeOf, stridesOf } from "../tensor/shape.ts";
import { makeTensor, Tensor } from "../tensor/tensor.ts";
import { rankOf, shapeOf, type Value } from "../value.ts";
import { coreOf, leadOf, range, trailingAxis } from "./axes.ts";
import { padCore } from "./pad.ts";
import { reshape } from "./reshape.ts";

type SliceParams = {
  readonly start: readonly number[];
  readonly limit: readonly number[];
  readonly stride: readonly number[];
};

function slicedLength(start: number, limit: number, stride: number): number {
  return Math.max(0, Math.ceil((limit - start) / stride));
}

export const sliceOp: LinearOp<SliceParams> = {
  kind: "linear",
  name: "slice",
  tier: 0,
  flops: 0,
  inert: 0,
  kernel([x], { start, limit, stride }) {
    const operand = x as Tensor;
    const lead = leadOf(operand.shape, start.length);
    const strides = stridesOf(operand.shape);
    const at = (i: number): number => strides[lead.length + i] as number;
    return readView(operand, {
      shape: [
        ...lead,
        ...start.map((s, i) => slicedLength(s, limit[i] as number, stride[i] as number)),
      ],
      strides: [...strides.slice(0, lead.length), ...stride.map((s, i) => s * at(i))],
      offset: start.reduce((sum, s, i) => sum + s * at(i), 0),
    });
  },
  transpose(cotangent, _i, shapes, _inert, { start, limit, stride }) {
    const core = coreOf(shapes[0] as Shape, start.length);
    const hi = core.map((n, i) => {
      const count = slicedLength(start[i] as number, limit[i] as number, stride[i] as number);
      const covered = count === 0 ? 0 : (count - 1) * (stride[i] as number) + 1;
      return n - (start[i] as number) - covered;
    });
    return padCore(cotangent, { lo: start, hi, interior: stride.map((s) => s - 1) });
  },
};

/** Slice the last `start.length` axes. */
export function sliceCore(x: Value, params: SliceParams): Value {
  return applyLinear(sliceOp, [x], params);
}

/**
 * Elements start, start + stride, … below limit, for every axis.
 *
 * @param limit defaults to the whole axis; `stride` (positive) to 1. Negative starts and limits
 * count from the end.
 * @example
 * slice(iota(6), [1], [6], [2]).toArray(); // [1, 3, 5]
 */
export function slice(
  x: Tensor,
  start: readonly number[],
  limit?: readonly number[],
  stride?: readonly number[],
): Tensor;
export function slice(
  x: Value,
  start: readonly number[],
  limit?: readonly number[],
  stride?: readonly number[],
): Value;
export function slice(
  x: Value,
  start: readonly number[],
  limit?: readonly number[],
  stride?: readonly number[],
): Value {
  const shape = shapeOf(x);
  const bound = (list: readonly number[], i: number): number => {
    const value = list[i] as number;
    return value < 0 ? value + (shape[i] as number) : value;
  };
  const params = {
    start: start.map((_, i) => bound(start, i)),
    limit: start.map((_, i) => (limit === undefined ? (shape[i] as number) : bound(limit, i))),
    stride: start.map((_, i) => stride?.[i] ?? 1),
  };
  const legal =
    start.length === shape.length &&
    params.start.every((s, i) => Number.isInteger(s) && s >= 0 && s <= (shape[i] as number)) &&
    params.limit.every((l, i) => Number.isInteger(l) && l >= 0 && l <= (shape[i] as number)) &&
    params.stride.every((s) => Number.isInteger(s) && s > 0);
  if (!legal) {
    throw new ArgumentError(
      "slice",
      "start, limit and stride",
      `one bound per axis of ${formatShape(shape)}, inside it, with positive strides`,
      `[${start.join(",")}] to [${(limit ?? []).join(",")}] by [${(stride ?? []).join(",")}]`,
      "give every axis; sliceAxis cuts a single one",
    );
  }
  return sliceCore(x, params);
}

/** Cut one axis from `start` to `limit`. */
export function sliceAxis(
  x: Tensor,
  axis: number,
  start: number,
  limit?: number,
  stride?: number,
): Tensor;
export function sliceAxis(
  x: Value,
  axis: number,
  start: number,
  limit?: number,
  stride?: number,
): Value;
export function sliceAxis(
  x: Value,
  axis: number,
  start: number,
  limit?: number,
  stride = 1,
): Value {
  const shape = shapeOf(x);
  const at = trailingAxis("sliceAxis", axis, shape.length) + shape.length;
  return slice(
    x,
    shape.map((_, i) => (i === at ? start : 0)),
    shape.map((n, i) => (i === at ? (limit ?? n) : n)),
    shape.map((_, i) => (i === at ? stride : 1)),
  );
}

/**
 * One element, or one row: `at(x, 2)` is x₂, `at(x, 1, -1)` the last element of row 1.
 *
 * @throws ArgumentError when an index is outside its axis.
 */
export function at(x: Tensor, ...index: readonly number[]): Tensor;
export function at(x: Value, ...index: readonly number[]): Value;
export function at(x: Value, ...index: readonly number[]): Value {
  const shape = shapeOf(x);
  const rest = shape.slice(index.length);
  const start = index.map((i, axis) => (i < 0 ? i + (shape[axis] ?? 0) : i));
  if (
    index.length > rankOf(x) ||
    start.some((i, axis) => !Number.isInteger(i) || i < 0 || i >= (shape[axis] as number))
  ) {
    throw new ArgumentError(
      "at",
      "index",
      `inside ${formatShape(shape)}`,
      `[${index.join(",")}]`,
      "indices count from 0, negative ones from the end",
    );
  }
  const from = [...start, ...rest.map(() => 0)];
  const to = [...start.map((i) => i + 1), ...rest];
  return reshape(slice(x, from, to), rest);
}

/** Split an axis into parts of the given lengths. */
export function split(x: Value, lengths: readonly number[], axis = 0): Value[] {
  let start = 0;
  return lengths.map((length) => {
    const part = sliceAxis(x, axis, start, start + length);
    start += length;
    return part;
  });
}

/** The rows of x along its first axis, as an array. */
export function unstack(x: Tensor): Tensor[];
export function unstack(x: Value): Value[];
export function unstack(x: Value): Value[] {
  const [count = 0, ...rest] = shapeOf(x);
  if (!(x instanceof Tensor)) return range(count).map((i) => at(x, i));
  const size = sizeOf(rest);
  return range(count).map((i) =>
    makeTensor(x.data.slice(i * size, (i + 1) * size) as typeof x.data, rest, x.dtype),
  );
}
