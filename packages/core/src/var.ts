import { OperatorOnVarError } from "./errors/classes.ts";
import type { Interpreter } from "./interpreter.ts";
import type { DType } from "./tensor/dtype.ts";
import { type Shape, scalarShape } from "./tensor/shape.ts";
import type { Value } from "./value.ts";

/**
 * A variable of a running transform: what `f` receives in place of its argument.
 *
 * There is exactly one class for all transforms, so that a user's function meets one hidden class
 * only; what a variable *means* is the business of `tracer`, the interpreter that made it.
 *
 * - `row`: the interpreter's own index (the tape's row); 0 where it has none.
 * - `primal`: the value on the level below; undefined for a number that the interpreter keeps in
 *   its own columns.
 * - `tangent`: forward mode's ẋ; undefined elsewhere.
 */
export class Var {
  readonly tracer: Interpreter;
  readonly row: number;
  readonly primal: Value | undefined;
  readonly tangent: Value | undefined;

  constructor(
    tracer: Interpreter,
    row: number,
    primal: Value | undefined,
    tangent: Value | undefined,
  ) {
    this.tracer = tracer;
    this.row = row;
    this.primal = primal;
    this.tangent = tangent;
  }

  get shape(): Shape {
    const { primal } = this;
    return primal === undefined || typeof primal === "number" ? scalarShape : primal.shape;
  }

  get dtype(): DType {
    const { primal } = this;
    return primal === undefined || typeof primal === "number" ? "f64" : primal.dtype;
  }

  /** JavaScript's own operators would drop the derivative without a word: refuse them. */
  [Symbol.toPrimitive](hint: string): never {
    throw new OperatorOnVarError(hint);
  }

  toString(): string {
    return `Var(${this.tracer.name}, level ${this.tracer.level}, ${this.dtype}[${this.shape.join(",")}])`;
  }

  toJSON(): never {
    throw new OperatorOnVarError("json");
  }
}

export function isVar(x: unknown): x is Var {
  return x instanceof Var;
}
