import { applyLinear } from "../dispatch.ts";
import { ArgumentError } from "../errors/classes.ts";
import { readView, writeView } from "../kernels/strided.ts";
import type { LinearOp } from "../op.ts";
import { zeros } from "../tensor/create.ts";
import { type Shape, stridesOf } from "../tensor/shape.ts";
import { makeTensor, type Tensor } from "../tensor/tensor.ts";
import { dtypeOf, rankOf, shapeOf, type Value } from "../value.ts";
import { coreOf, leadOf } from "./axes.ts";
import { broadcastTo } from "./broadcast.ts";

type DynamicSliceParams = { readonly sizes: readonly number[] };
type DynamicUpdateParams = { readonly rank: number };

/** Starts are clamped so that the window lies inside, as in XLA. */
function windowOffset(shape: Shape, sizes: readonly number[], start: Tensor): number {
  const strides = stridesOf(shape);
  const lead = shape.length - sizes.length;
  return sizes.reduce((sum, size, i) => {
    const room = (shape[lead + i] as number) - size;
    const from = Math.min(Math.max(start.data[i] as number, 0), room);
    return sum + from * (strides[lead + i] as number);
  }, 0);
}

export const dynamicSliceOp: LinearOp<DynamicSliceParams> = {
  kind: "linear",
  name: "dynamicSlice",
  tier: 0,
  flops: 0,
  inert: 1,
  kernel([x, start], { sizes }) {
    const operand = x as Tensor;
    return readView(operand, {
      shape: [...leadOf(operand.shape, sizes.length), ...sizes],
      strides: stridesOf(operand.shape),
      offset: windowOffset(operand.shape, sizes, start as Tensor),
    });
  },
  transpose(cotangent, _i, shapes, [start], { sizes }) {
    const rank = sizes.length;
    const lead = leadOf(shapeOf(cotangent), rank);
    const nothing = zeros([...lead, ...coreOf(shapes[0] as Shape, rank)], dtypeOf(cotangent));
    return applyLinear(dynamicUpdateSliceOp, [nothing, cotangent, start as Value], { rank });
  },
};

export const dynamicUpdateSliceOp: LinearOp<DynamicUpdateParams> = {
  kind: "linear",
  name: "dynamicUpdateSlice",
  tier: 0,
  flops: 0,
  inert: 1,
  kernel([x, u, start], { rank }) {
    const [operand, update] = [x as Tensor, u as Tensor];
    const out = makeTensor(
      operand.data.slice() as typeof operand.data,
      operand.shape,
      operand.dtype,
    );
    const sizes = coreOf(update.shape, rank);
    const offset = windowOffset(operand.shape, sizes, start as Tensor);
    writeView(out, { shape: update.shape, strides: stridesOf(operand.shape), offset }, update);
    return out;
  },
  transpose(cotangent, i, shapes, [start], { rank }) {
    const sizes = coreOf(shapes[1] as Shape, rank);
    if (i === 1) return applyLinear(dynamicSliceOp, [cotangent, start as Value], { sizes });
    const hole = zeros([...leadOf(shapeOf(cotangent), rank), ...sizes], dtypeOf(cotangent));
    return applyLinear(dynamicUpdateSliceOp, [cotangent, hole, start as Value], { rank });
  },
};

function startTensor(operation: string, start: readonly number[], rank: number): Tensor {
  if (start.length !== rank || !start.every(Number.isInteger)) {
    throw new ArgumentError(
      operation,
      "start",
      `${rank} integers, one per axis`,
      `[${start.join(",")}]`,
      "give the first index of the window on every axis",
    );
  }
  return makeTensor(Int32Array.from(start), [rank], "i32");
}

/**
 * A window of fixed size at a position known only at run time; the start is clamped to fit.
 *
 * @example
 * dynamicSlice(tensor([1, 2, 3, 4]), [1], [2]).toArray(); // [2, 3]
 */
export function dynamicSlice(x: Tensor, start: readonly number[], sizes: readonly number[]): Tensor;
export function dynamicSlice(x: Value, start: readonly number[], sizes: readonly number[]): Value;
export function dynamicSlice(x: Value, start: readonly number[], sizes: readonly number[]): Value {
  const shape = shapeOf(x);
  if (
    sizes.length !== shape.length ||
    sizes.some((n, i) => !Number.isInteger(n) || n < 0 || n > (shape[i] as number))
  ) {
    throw new ArgumentError(
      "dynamicSlice",
      "sizes",
      `inside [${shape.join(",")}]`,
      `[${sizes.join(",")}]`,
      "a window cannot be larger than x",
    );
  }
  return applyLinear(dynamicSliceOp, [x, startTensor("dynamicSlice", start, shape.length)], {
    sizes,
  });
}

/** x with the window that begins at `start` replaced by `u`. */
export function dynamicUpdateSlice(x: Tensor, u: Tensor | number, start: readonly number[]): Tensor;
export function dynamicUpdateSlice(x: Value, u: Value, start: readonly number[]): Value;
export function dynamicUpdateSlice(x: Value, u: Value, start: readonly number[]): Value {
  const shape = shapeOf(x);
  const update =
    rankOf(u) === shape.length
      ? u
      : broadcastTo(
          u,
          shape.map(() => 1),
        );
  if (shapeOf(update).some((n, i) => n > (shape[i] as number))) {
    throw new ArgumentError(
      "dynamicUpdateSlice",
      "u",
      `inside [${shape.join(",")}]`,
      u,
      "a window cannot be larger than x",
    );
  }
  const start_ = startTensor("dynamicUpdateSlice", start, shape.length);
  return applyLinear(dynamicUpdateSliceOp, [x, update, start_], { rank: shape.length });
}
