import { type DType, isFloating } from "./tensor/dtype.ts";
import { type Shape, scalarShape } from "./tensor/shape.ts";
import type { Tensor } from "./tensor/tensor.ts";
import type { Var } from "./var.ts";

/** A value no transform is looking at: it is computed on at once. */
export type Passive = number | Tensor;

/** Whatever an op accepts: a number, a tensor, or a variable of a running transform. */
export type Value = number | Tensor | Var;

export function shapeOf(x: Value): Shape {
  return typeof x === "number" ? scalarShape : x.shape;
}

export function rankOf(x: Value): number {
  return typeof x === "number" ? 0 : x.shape.length;
}

/** The element type; a number is weakly typed and counts as `f64` on its own. */
export function dtypeOf(x: Value): DType {
  return typeof x === "number" ? "f64" : x.dtype;
}

/** Can `x` carry a derivative? */
export function isDifferentiable(x: Value): boolean {
  return typeof x === "number" || isFloating(x.dtype);
}
