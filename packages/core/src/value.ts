import { OperandError } from "./errors/classes.ts";
import { calledOperation } from "./errors/error.ts";
import { type DType, isFloating } from "./tensor/dtype.ts";
import { type Shape, scalarShape } from "./tensor/shape.ts";
import type { Tensor } from "./tensor/tensor.ts";
import type { Var } from "./var.ts";

/** A value no transform is looking at: it is computed on at once. */
export type Passive = number | Tensor;

/** Whatever an op accepts: a number, a tensor, or a variable of a running transform. */
export type Value = number | Tensor | Var;

export function shapeOf(x: Value): Shape {
  if (typeof x === "number") return scalarShape;
  const shape: Shape | undefined = (x as Tensor | undefined)?.shape;
  return shape ?? refuse(x);
}

export function rankOf(x: Value): number {
  return shapeOf(x).length;
}

/** Most ops look at the shape of an operand first, so this is where a wrong one is noticed. */
function refuse(x: unknown): never {
  const operation = calledOperation(new Error().stack);
  throw new OperandError(
    operation,
    "every operand",
    "a number, a Tensor or a variable",
    x,
    operandFix(x),
  );
}

/** What to write instead of something that is no operand. */
export function operandFix(x: unknown): string {
  return Array.isArray(x)
    ? "tensor([...]) makes a tensor of plain numbers; stack([...]) joins variables"
    : "pass a number or tensor([...])";
}

/** The element type; a number is weakly typed and counts as `f64` on its own. */
export function dtypeOf(x: Value): DType {
  return typeof x === "number" ? "f64" : x.dtype;
}

/** Can `x` carry a derivative? */
export function isDifferentiable(x: Value): boolean {
  return typeof x === "number" || isFloating(x.dtype);
}
