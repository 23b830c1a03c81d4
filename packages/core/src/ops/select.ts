import { applyLinear } from "../dispatch.ts";
import { DTypeError, ShapeError } from "../errors/classes.ts";
import type { LinearOp } from "../op.ts";
import { allocate } from "../tensor/dtype.ts";
import { broadcastShapes, formatShape, type Shape, sizeOf } from "../tensor/shape.ts";
import { makeTensor, Tensor } from "../tensor/tensor.ts";
import { dtypeOf, shapeOf, type Value } from "../value.ts";
import { broadcastTo } from "./broadcast.ts";
import { gt, lt, type Truth } from "./compare.ts";

/** Linear in both branches; the predicate, its inert last operand, is not differentiated. */
export const selectOp: LinearOp = {
  kind: "linear",
  name: "select",
  tier: 0,
  flops: 1,
  inert: 1,
  kernel([a, b, p]) {
    const [left, right, mask] = [a as Tensor, b as Tensor, p as Tensor];
    const { shape } = [left, right, mask].reduce((widest, x) =>
      x.shape.length > widest.shape.length ? x : widest,
    );
    const dtype = left.dtype === "f64" ? right.dtype : left.dtype;
    const out = allocate(dtype, sizeOf(shape));
    for (let i = 0; i < out.length; i++) {
      const branch = mask.data[i % mask.size] ? left : right;
      out[i] = branch.data[i % branch.size] as number;
    }
    return makeTensor(out, shape, dtype);
  },
  transpose(cotangent, i, _shapes, [predicate]) {
    const mask = predicate as Tensor;
    return applyLinear(selectOp, i === 0 ? [cotangent, 0, mask] : [0, cotangent, mask], {});
  },
};

/**
 * Where `predicate` holds, `a`; elsewhere `b`. Both branches are computed; the derivative goes
 * only into the one that was chosen, whatever the other's partials are.
 *
 * @example
 * select(gt(x, 0), log(x), 0) // derivative 0, not NaN, at x = 0
 */
export function select(predicate: boolean, a: number, b: number): number;
export function select(predicate: Truth, a: Tensor | number, b: Tensor | number): Tensor;
export function select(predicate: Truth, a: Value, b: Value): Value;
export function select(predicate: Truth, a: Value, b: Value): Value {
  if (typeof predicate === "boolean") return predicate ? a : b;
  if (!(predicate instanceof Tensor) || predicate.dtype !== "bool") {
    throw new DTypeError(
      "select",
      "a boolean or a bool tensor as predicate",
      dtypeOf(predicate),
      "compare: gt(x, 0), ne(x, 0)",
    );
  }
  const shape = [a, b].reduce<Shape | undefined>(
    (common, x) => common && broadcastShapes(common, shapeOf(x)),
    predicate.shape,
  );
  if (shape === undefined) {
    throw new ShapeError(
      "select",
      "shapes that broadcast",
      [predicate, a, b].map((x) => formatShape(shapeOf(x))).join(", "),
      "reshape or broadcastTo the operands",
    );
  }
  const dtype = dtypeOf(typeof a === "number" ? b : a);
  if (typeof a !== "number" && typeof b !== "number" && dtypeOf(b) !== dtype) {
    throw new DTypeError(
      "select",
      "branches of one dtype",
      `${dtype} and ${dtypeOf(b)}`,
      "convert one of them",
    );
  }
  const branch = (x: Value): Value =>
    broadcastTo(typeof x === "number" && dtype !== "f64" ? ofType(x, dtype) : x, shape);
  return applyLinear(selectOp, [branch(a), branch(b), broadcastTo(predicate, shape)], {});
}

function ofType(x: number, dtype: Tensor["dtype"]): Tensor {
  const data = allocate(dtype, 1);
  data[0] = x;
  return makeTensor(data, [], dtype);
}

/** `select` under the name that NumPy gives it. */
export const where: typeof select = select;

/**
 * x limited to [lo, hi]. At a bound the derivative goes to x, so that an optimiser can move off it.
 *
 * @example
 * clamp(tensor([-1, 0.5, 2]), 0, 1).toArray(); // [0, 0.5, 1]
 */
export function clamp(x: number, lo: number, hi: number): number;
export function clamp(x: Tensor | number, lo: Tensor | number, hi: Tensor | number): Tensor;
export function clamp(x: Value, lo: Value, hi: Value): Value;
export function clamp(x: Value, lo: Value, hi: Value): Value {
  const above = select(lt(x, lo), lo, x);
  return select(gt(above, hi), hi, above);
}

/** max(x, 0) with derivative 0 at 0 (`maximum(x, 0)` has ½ there). */
export function relu(x: number): number;
export function relu(x: Tensor): Tensor;
export function relu(x: Value): Value;
export function relu(x: Value): Value {
  return select(gt(x, 0), x, 0);
}
