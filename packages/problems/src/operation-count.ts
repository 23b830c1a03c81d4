import {
  applyBilinear,
  applyBinary,
  applyLinear,
  applyStructured,
  applyUnary,
  type BilinearOp,
  type BinaryOp,
  type LinearOp,
  type Params,
  type StructuredOp,
  TransformInterpreter,
  type UnaryOp,
  type Value,
  Var,
} from "@wengert/ad-core";

/** How many ops ran, in all and by name. */
export interface OperationCount {
  readonly total: number;
  readonly byName: Readonly<Record<string, number>>;
}

/**
 * An interpreter that computes what is asked and counts it. Derivatives that run on its variables
 * do their arithmetic with the ops of core, so the ops of their sweeps are counted with those of f.
 */
class CountingInterpreter extends TransformInterpreter {
  readonly byName: Record<string, number> = {};

  constructor() {
    super("operation count");
  }

  variable(x: Value): Var {
    return new Var(this, 0, x, undefined);
  }

  primal(x: Var): Value {
    return x.primal as Value;
  }

  unary(op: UnaryOp, x: Value): Value {
    this.#count(op.name);
    return this.variable(applyUnary(op, this.lower(x)));
  }

  binary(op: BinaryOp, x: Value, y: Value): Value {
    this.#count(op.name);
    return this.variable(applyBinary(op, this.lower(x), this.lower(y)));
  }

  linear(op: LinearOp, operands: readonly Value[], params: Params): Value {
    this.#count(op.name);
    const primals = operands.map((x) => this.lower(x));
    return this.variable(applyLinear(op, primals, params));
  }

  bilinear(op: BilinearOp, x: Value, y: Value, params: Params): Value {
    this.#count(op.name);
    return this.variable(applyBilinear(op, this.lower(x), this.lower(y), params));
  }

  structured(op: StructuredOp, operands: readonly Value[], params: Params): readonly Value[] {
    this.#count(op.name);
    const primals = operands.map((x) => this.lower(x));
    return applyStructured(op, primals, params).map((y) => this.variable(y));
  }

  #count(name: string): void {
    this.enter(name);
    this.byName[name] = (this.byName[name] ?? 0) + 1;
  }
}

/**
 * Count the ops that `run` performs on its arguments, derivative sweeps included. Ops on constants
 * alone are not counted: a compiler would fold them.
 *
 * @example
 * countOperations((w) => grad(f, { backend: tape() })(w), 0.8).total;
 */
export function countOperations(
  run: (...args: Value[]) => unknown,
  ...args: readonly Value[]
): OperationCount {
  const counter = new CountingInterpreter();
  run(...args.map((x) => counter.variable(x)));
  counter.close();
  const { byName } = counter;
  return { total: Object.values(byName).reduce((sum, n) => sum + n, 0), byName };
}
