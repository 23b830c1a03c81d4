import { applyInert } from "../dispatch.ts";
import { EscapedVarError } from "../errors/classes.ts";
import { type Interpreter, nextLevel } from "../interpreter.ts";
import type {
  BilinearOp,
  BinaryOp,
  InertOp,
  LinearOp,
  Params,
  StructuredOp,
  UnaryOp,
} from "../op.ts";
import type { Passive, Value } from "../value.ts";
import type { Var } from "../var.ts";

/**
 * What all transforms share: a fresh level, an end of life, and indifference to inert ops.
 *
 * A backend extends this class with what each kind of local Jacobian means to it.
 */
export abstract class TransformInterpreter implements Interpreter {
  readonly name: string;
  readonly level: number = nextLevel();
  alive = true;

  constructor(name: string) {
    this.name = name;
  }

  /** The transform has returned: from now on its variables raise {@link EscapedVarError}. */
  close(): void {
    this.alive = false;
  }

  /** Every rule begins with this. */
  protected enter(operation: string): void {
    if (!this.alive) throw new EscapedVarError(operation, this.name);
  }

  /** Was `x` made by this very transform? Anything else is a constant to it. */
  owns(x: Value): x is Var {
    return typeof x === "object" && x.tracer === this;
  }

  /** `x` on the level below. */
  lower(x: Value): Value {
    return this.owns(x) ? this.primal(x) : x;
  }

  inert(op: InertOp, operands: readonly Value[], params: Params): Passive | boolean {
    this.enter(op.name);
    return applyInert(
      op,
      operands.map((x) => this.lower(x)),
      params,
    );
  }

  abstract unary(op: UnaryOp, x: Value): Value;
  abstract binary(op: BinaryOp, x: Value, y: Value): Value;
  abstract linear(op: LinearOp, operands: readonly Value[], params: Params): Value;
  abstract bilinear(op: BilinearOp, x: Value, y: Value, params: Params): Value;
  abstract structured(
    op: StructuredOp,
    operands: readonly Value[],
    params: Params,
  ): readonly Value[];
  abstract primal(x: Var): Value;
}
