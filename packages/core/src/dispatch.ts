import type { Interpreter } from "./interpreter.ts";
import { passive } from "./interpreters/passive.ts";
import type {
  BilinearOp,
  BinaryOp,
  InertOp,
  LinearOp,
  Params,
  StructuredOp,
  UnaryOp,
} from "./op.ts";
import type { Passive, Value } from "./value.ts";

/** The interpreter that decides what an op on `x` means. */
function tracerOf(x: Value): Interpreter {
  return (typeof x === "object" && x !== null ? x.tracer : undefined) ?? passive;
}

function highest(operands: readonly Value[]): Interpreter {
  let top = passive;
  for (const x of operands) {
    const tracer = tracerOf(x);
    if (tracer.level > top.level) top = tracer;
  }
  return top;
}

export function applyUnary(op: UnaryOp, x: Value): Value {
  return typeof x === "number" ? op.kernel(x) : tracerOf(x).unary(op, x);
}

/** The operands' shapes must already be equal or one a suffix of the other: see `ops/align.ts`. */
export function applyBinary(op: BinaryOp, x: Value, y: Value): Value {
  if (typeof x === "number" && typeof y === "number") return op.kernel(x, y);
  const left = tracerOf(x);
  const right = tracerOf(y);
  const top = left.level >= right.level ? left : right;
  return top.binary(op, x, y);
}

export function applyLinear<P extends Params>(
  op: LinearOp<P>,
  operands: readonly Value[],
  params: P,
): Value {
  return highest(operands).linear(op, operands, params);
}

export function applyBilinear<P extends Params>(
  op: BilinearOp<P>,
  x: Value,
  y: Value,
  params: P,
): Value {
  const left = tracerOf(x);
  const right = tracerOf(y);
  return (left.level >= right.level ? left : right).bilinear(op, x, y, params);
}

export function applyStructured<P extends Params>(
  op: StructuredOp<P>,
  operands: readonly Value[],
  params: P,
): readonly Value[] {
  return highest(operands).structured(op, operands, params);
}

export function applyInert<P extends Params>(
  op: InertOp<P>,
  operands: readonly Value[],
  params: P,
): Passive | boolean {
  return highest(operands).inert(op, operands, params);
}
