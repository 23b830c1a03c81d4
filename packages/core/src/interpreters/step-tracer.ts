import {
  applyBilinear,
  applyBinary,
  applyLinear,
  applyStructured,
  applyUnary,
} from "../dispatch.ts";
import type { BilinearOp, BinaryOp, LinearOp, Op, Params, StructuredOp, UnaryOp } from "../op.ts";
import type { Value } from "../value.ts";
import { Var } from "../var.ts";
import { TransformInterpreter } from "./transform.ts";

/** What one op did: everything that either sweep needs to know. */
export interface Entry {
  readonly op: Op;
  readonly params: Params;
  readonly operands: readonly Value[];
  /** Rows of the operands; undefined for constants. */
  readonly rows: readonly (number | undefined)[];
  readonly results: readonly Value[];
  /** Which of the results this row is. */
  readonly index: number;
}

/** Writes down the Wengert list without differentiating anything. Inputs are rows without entry. */
export class StepTracer extends TransformInterpreter {
  readonly values: Value[] = [];
  readonly entries: (Entry | undefined)[] = [];

  constructor() {
    super("traceSteps");
  }

  input(x: Value): Var {
    return this.#row(x, undefined);
  }

  primal(x: Var): Value {
    return x.primal as Value;
  }

  unary(op: UnaryOp, x: Value): Value {
    return this.#step(op, [x], op.params, ([a]) => [applyUnary(op, a as Value)]);
  }

  binary(op: BinaryOp, x: Value, y: Value): Value {
    const run = ([a, b]: readonly Value[]): Value[] => [applyBinary(op, a as Value, b as Value)];
    return this.#step(op, [x, y], op.params, run);
  }

  linear(op: LinearOp, operands: readonly Value[], params: Params): Value {
    return this.#step(op, operands, params, (xs) => [applyLinear(op, xs, params)]);
  }

  bilinear(op: BilinearOp, x: Value, y: Value, params: Params): Value {
    const run = ([a, b]: readonly Value[]): Value[] => [
      applyBilinear(op, a as Value, b as Value, params),
    ];
    return this.#step(op, [x, y], params, run);
  }

  structured(op: StructuredOp, operands: readonly Value[], params: Params): readonly Value[] {
    this.enter(op.name);
    const primals = operands.map((x) => this.lower(x));
    const results = applyStructured(op, primals, params);
    return results.map((y, index) =>
      this.#row(y, this.#entry(op, operands, params, results, index)),
    );
  }

  #step(
    op: Op,
    operands: readonly Value[],
    params: Params,
    run: (primals: readonly Value[]) => Value[],
  ): Value {
    this.enter(op.name);
    const results = run(operands.map((x) => this.lower(x)));
    return this.#row(results[0] as Value, this.#entry(op, operands, params, results, 0));
  }

  #entry(
    op: Op,
    operands: readonly Value[],
    params: Params,
    results: readonly Value[],
    index: number,
  ): Entry {
    return {
      op,
      params,
      operands: operands.map((x) => this.lower(x)),
      rows: operands.map((x) => (this.owns(x) ? x.row : undefined)),
      results,
      index,
    };
  }

  #row(value: Value, entry: Entry | undefined): Var {
    this.values.push(value);
    this.entries.push(entry);
    return new Var(this, this.values.length - 1, value, undefined);
  }
}
