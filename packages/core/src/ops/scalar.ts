import { applyLinear } from "../dispatch.ts";
import { asTensor } from "../interpreters/passive.ts";
import type { LinearOp } from "../op.ts";
import type { Tensor } from "../tensor/tensor.ts";
import type { Value } from "../value.ts";
import { Var } from "../var.ts";

/** A scalar tensor as the number in it; bundles of scalars, which have an axis, stay as they are. */
export const numberOp: LinearOp = {
  kind: "linear",
  name: "number",
  tier: 0,
  flops: 0,
  inert: 0,
  kernel([x]) {
    const operand = x as Tensor;
    return operand.shape.length === 0 ? operand.item() : operand;
  },
  transpose: (cotangent) => applyLinear(scalarTensorOp, [cotangent], {}),
};

/** The other way: a number as a scalar tensor. */
export const scalarTensorOp: LinearOp = {
  kind: "linear",
  name: "scalarTensor",
  tier: 0,
  flops: 0,
  inert: 0,
  kernel: ([x]) => asTensor(x as Tensor),
  transpose: (cotangent) => applyLinear(numberOp, [cotangent], {}),
};

/** Is `x` a number, or a variable that stands for one? A scalar tensor is neither. */
export function isPlainNumber(x: Value): boolean {
  let value: Value | undefined = x;
  while (value instanceof Var) value = value.primal;
  return value === undefined || typeof value === "number";
}

/** Where a number went in, a number comes out: scalar tensors are read, on whatever level. */
export function toNumber(x: Value): Value {
  return isPlainNumber(x) ? x : applyLinear(numberOp, [x], {});
}

/** Where a tensor went in, a tensor comes out: numbers become scalar tensors, on whatever level. */
export function toScalarTensor(x: Value): Value {
  return isPlainNumber(x) ? applyLinear(scalarTensorOp, [x], {}) : x;
}
