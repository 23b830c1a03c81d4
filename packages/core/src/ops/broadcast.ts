import { applyLinear } from "../dispatch.ts";
import { ShapeError } from "../errors/classes.ts";
import { readView } from "../kernels/strided.ts";
import type { LinearOp } from "../op.ts";
import { broadcastShapes, formatShape, type Shape, sameShape, stridesOf } from "../tensor/shape.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { shapeOf, type Value } from "../value.ts";
import { coreOf, leadOf, range } from "./axes.ts";
import { reshapeCore } from "./reshape.ts";
import { sumAxes } from "./sum.ts";

export type BroadcastParams = {
  /** Core rank of the operand. */
  readonly from: number;
  /** Core shape of the result. */
  readonly shape: Shape;
  /** Where each core axis of the operand goes in `shape`. */
  readonly dims: readonly number[];
};

export const broadcastInDimOp: LinearOp<BroadcastParams> = {
  kind: "linear",
  name: "broadcastInDim",
  tier: 0,
  flops: 0,
  inert: 0,
  kernel([x], { from, shape, dims }) {
    const operand = x as Tensor;
    const lead = leadOf(operand.shape, from);
    const strides = stridesOf(operand.shape);
    const core = new Array<number>(shape.length).fill(0);
    dims.forEach((dim, i) => {
      const axis = lead.length + i;
      if (operand.shape[axis] !== 1) core[dim] = strides[axis] as number;
    });
    return readView(operand, {
      shape: [...lead, ...shape],
      strides: [...strides.slice(0, lead.length), ...core],
      offset: 0,
    });
  },
  transpose(cotangent, _i, shapes, _inert, { from, shape, dims }) {
    const core = coreOf(shapes[0] as Shape, from);
    const kept = new Set(dims.filter((dim, i) => core[i] === shape[dim]));
    const summed = range(shape.length).filter((axis) => !kept.has(axis));
    const sum = sumAxes(
      cotangent,
      summed.map((axis) => axis - shape.length),
    );
    return reshapeCore(sum, shape.length - summed.length, core);
  },
};

/**
 * Place the axes of `x` at `dims` of a larger shape and repeat along all others.
 *
 * @example
 * broadcastInDim(tensor([1, 2]), [2, 3], [0]).toArray(); // [[1, 1, 1], [2, 2, 2]]
 */
export function broadcastInDim(x: Tensor | number, shape: Shape, dims: readonly number[]): Tensor;
export function broadcastInDim(x: Value, shape: Shape, dims: readonly number[]): Value;
export function broadcastInDim(x: Value, shape: Shape, dims: readonly number[]): Value {
  const core = shapeOf(x);
  const fits =
    dims.length === core.length &&
    dims.every((dim, i) => core[i] === 1 || core[i] === shape[dim]) &&
    dims.every((dim, i) => i === 0 || dim > (dims[i - 1] as number));
  if (!fits) {
    throw new ShapeError(
      "broadcastInDim",
      "increasing dims, one for each axis of x, of equal length or 1",
      `shape ${formatShape(core)} at dims [${dims.join(",")}] of ${formatShape(shape)}`,
      "use broadcastTo for NumPy's rule",
    );
  }
  return applyLinear(broadcastInDimOp, [x], { from: core.length, shape, dims });
}

/**
 * Broadcast by NumPy's rule. Cost: bytes of the result.
 *
 * @example
 * broadcastTo(tensor([1, 2]), [3, 2]).shape; // [3, 2]
 */
export function broadcastTo(x: Tensor | number, shape: Shape): Tensor;
export function broadcastTo(x: Value, shape: Shape): Value;
export function broadcastTo(x: Value, shape: Shape): Value {
  const from = shapeOf(x);
  if (sameShape(from, shape) && typeof x !== "number") return x;
  const common = broadcastShapes(from, shape);
  if (common === undefined || !sameShape(common, shape)) {
    throw new ShapeError(
      "broadcastTo",
      `a shape that broadcasts to ${formatShape(shape)}`,
      formatShape(from),
      "every axis must be equal to the target's or 1, counted from the last",
    );
  }
  const offset = shape.length - from.length;
  const params = { from: from.length, shape, dims: range(from.length).map((i) => i + offset) };
  return applyLinear(broadcastInDimOp, [x], params);
}
