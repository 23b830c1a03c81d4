import { OperandError } from "../errors/classes.ts";
import type { Interpreter } from "../interpreter.ts";
import { mapBinary, mapUnary } from "../kernels/elementwise.ts";
import { allocate } from "../tensor/dtype.ts";
import { Tensor } from "../tensor/tensor.ts";
import { operandFix, type Passive, type Value } from "../value.ts";

/**
 * Level 0: nothing is being differentiated, so every op runs its reference kernel at once.
 * This is the interpreter engine that every other engine is measured against.
 */
export const passive: Interpreter = {
  name: "eager",
  level: 0,
  alive: true,
  unary(op, x) {
    const a = operand(op.name, x);
    return typeof a === "number" ? op.kernel(a) : mapUnary(op, a);
  },
  binary(op, x, y) {
    const a = operand(op.name, x);
    const b = operand(op.name, y);
    if (typeof a === "number" && typeof b === "number") return op.kernel(a, b);
    return mapBinary(op, a, b);
  },
  linear(op, operands, params) {
    return op.kernel(tensors(op.name, operands), params);
  },
  bilinear(op, x, y, params) {
    return op.kernel(asTensor(operand(op.name, x)), asTensor(operand(op.name, y)), params);
  },
  structured(op, operands, params) {
    return op.kernel(tensors(op.name, operands), params);
  },
  inert(op, operands, params) {
    return op.kernel(
      operands.map((x) => operand(op.name, x)),
      params,
    );
  },
  primal(x) {
    throw new OperandError("eager", "the operand", "passive", x, "this is a defect: report it");
  },
};

function tensors(operation: string, operands: readonly Value[]): Tensor[] {
  return operands.map((x) => asTensor(operand(operation, x)));
}

/** A number as the scalar tensor that it is. */
export function asTensor(x: Passive): Tensor {
  if (typeof x !== "number") return x;
  const data = allocate("f64", 1);
  data[0] = x;
  return new Tensor(data, [], "f64");
}

/** The one place where what a user passed to an op is checked to be an operand at all. */
function operand(operation: string, x: unknown): Passive {
  if (typeof x === "number" || x instanceof Tensor) return x as Passive;
  throw new OperandError(
    operation,
    "every operand",
    "a number, a Tensor or a variable",
    x,
    operandFix(x),
  );
}
