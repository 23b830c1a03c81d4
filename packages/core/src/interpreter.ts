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
import type { Var } from "./var.ts";

/**
 * What an op means at one level of differentiation: one method per kind of local Jacobian.
 *
 * Free functions hand every op to the interpreter of the highest level among the operands. Plain
 * evaluation is the interpreter of level 0; forward mode, the tape and the step tracer are others.
 * Rules do their arithmetic through the same free functions, so what an interpreter holds inside
 * its variables may be variables of lower levels: that is all nesting needs.
 */
export interface Interpreter {
  /** The backend's name, for messages and reports. */
  readonly name: string;
  /** Fresh for every transform call; inner calls have higher levels. */
  readonly level: number;
  /** False once the transform has returned: its variables are dead. */
  readonly alive: boolean;
  unary(op: UnaryOp, x: Value): Value;
  binary(op: BinaryOp, x: Value, y: Value): Value;
  linear(op: LinearOp, operands: readonly Value[], params: Params): Value;
  bilinear(op: BilinearOp, x: Value, y: Value, params: Params): Value;
  structured(op: StructuredOp, operands: readonly Value[], params: Params): readonly Value[];
  inert(op: InertOp, operands: readonly Value[], params: Params): Passive | boolean;
  /** The value of one of this interpreter's variables on the level below. */
  primal(x: Var): Value;
}

let levels = 0;

/** A level above all that exist. */
export function nextLevel(): number {
  return ++levels;
}
