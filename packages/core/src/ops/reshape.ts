import { applyLinear } from "../dispatch.ts";
import { ArgumentError, ShapeError } from "../errors/classes.ts";
import type { LinearOp } from "../op.ts";
import { formatShape, type Shape, sameShape, sizeOf } from "../tensor/shape.ts";
import { makeTensor, type Tensor } from "../tensor/tensor.ts";
import { rankOf, shapeOf, type Value } from "../value.ts";
import { coreOf, leadOf, trailingAxes } from "./axes.ts";

type ReshapeParams = { readonly from: number; readonly to: Shape };

export const reshapeOp: LinearOp<ReshapeParams> = {
  kind: "linear",
  name: "reshape",
  tier: 0,
  flops: 0,
  inert: 0,
  kernel([x], { from, to }) {
    const operand = x as Tensor;
    return makeTensor(operand.data, [...leadOf(operand.shape, from), ...to], operand.dtype);
  },
  transpose(cotangent, _i, shapes, _inert, { from, to }) {
    return reshapeCore(cotangent, to.length, coreOf(shapes[0] as Shape, from));
  },
};

/** Reshape the last `from` axes and keep the others. */
export function reshapeCore(x: Value, from: number, to: Shape): Value {
  if (sameShape(coreOf(shapeOf(x), from), to)) return x;
  return applyLinear(reshapeOp, [x], { from, to });
}

/**
 * The same elements in another shape; one length may be −1 and is computed. Copies nothing.
 *
 * @example
 * reshape(iota(6), [2, -1]).shape; // [2, 3]
 */
export function reshape(x: Tensor | number, shape: Shape): Tensor;
export function reshape(x: Value, shape: Shape): Value;
export function reshape(x: Value, shape: Shape): Value {
  const size = sizeOf(shapeOf(x));
  const known = shape.reduce((product, n) => (n === -1 ? product : product * n), 1);
  const to = shape.map((n) => (n === -1 ? size / known : n));
  if (
    shape.filter((n) => n === -1).length > 1 ||
    sizeOf(to) !== size ||
    to.some((n) => !Number.isInteger(n))
  ) {
    throw new ShapeError(
      "reshape",
      `a shape of ${size} elements`,
      formatShape(shape),
      "at most one length may be -1; the product must stay the same",
    );
  }
  return applyLinear(reshapeOp, [x], { from: rankOf(x), to });
}

/** Insert an axis of length one. `expandDims(tensor([1, 2]), 0).shape` is `[1, 2]`. */
export function expandDims(x: Tensor, axis: number): Tensor;
export function expandDims(x: Value, axis: number): Value;
export function expandDims(x: Value, axis: number): Value {
  const shape = shapeOf(x);
  const at = axis < 0 ? axis + shape.length + 1 : axis;
  if (!Number.isInteger(at) || at < 0 || at > shape.length) {
    throw new ArgumentError(
      "expandDims",
      "axis",
      `from ${-shape.length - 1} to ${shape.length}`,
      axis,
      "choose where the new axis goes",
    );
  }
  return reshape(x, [...shape.slice(0, at), 1, ...shape.slice(at)]);
}

/** Remove axes of length one: those named, or all. */
export function squeeze(x: Tensor, axes?: number | readonly number[]): Tensor;
export function squeeze(x: Value, axes?: number | readonly number[]): Value;
export function squeeze(x: Value, axes?: number | readonly number[]): Value {
  const shape = shapeOf(x);
  const named =
    axes === undefined
      ? shape.flatMap((n, i) => (n === 1 ? [i - shape.length] : []))
      : trailingAxes("squeeze", axes, shape.length);
  for (const axis of named) {
    if (shape[shape.length + axis] !== 1) {
      throw new ShapeError(
        "squeeze",
        "axes of length 1",
        `axis ${axis} of ${formatShape(shape)}`,
        "slice or reduce the axis first",
      );
    }
  }
  return reshape(
    x,
    shape.filter((_, i) => !named.includes(i - shape.length)),
  );
}

/** All elements in one axis. */
export function flatten(x: Tensor): Tensor;
export function flatten(x: Value): Value;
export function flatten(x: Value): Value {
  return reshape(x, [sizeOf(shapeOf(x))]);
}
