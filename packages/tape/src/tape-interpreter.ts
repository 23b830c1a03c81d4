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
  pullBilinear,
  pullBinary,
  pushUnary,
  shapeOf,
  type StructuredOp,
  TransformInterpreter,
  type UnaryOp,
  type Value,
  Var,
} from "@wengert/ad-core";
import { borrowColumns, type Columns, returnColumns } from "./columns.ts";
import type { Record } from "./sweep-generic.ts";

/**
 * Reverse mode, first half: run f forwards and write down the Wengert list, a row for each op.
 *
 * An op on plain numbers becomes a numeric row: its value and partials, in typed arrays. Any other
 * op becomes a record: what it needs to pull a cotangent back. Both live in one list, in order.
 */
export class TapeInterpreter extends TransformInterpreter {
  readonly columns: Columns = borrowColumns();
  readonly records: (Record | undefined)[] = [];

  constructor() {
    super("tape");
  }

  /** A row without operands: an argument of f. */
  input(x: Value): Var {
    if (typeof x === "number") return this.#number(this.columns.push(x, 0, 0, 0, 0));
    return new Var(this, this.columns.push(0, 0, 0, 0, 0), x, undefined);
  }

  primal(x: Var): Value {
    return x.primal ?? (this.columns.values[x.row] as number);
  }

  /** After this the tape can no longer be swept. */
  release(): void {
    this.close();
    this.records.length = 0;
    returnColumns(this.columns);
  }

  unary(op: UnaryOp, x: Value): Value {
    this.enter(op.name);
    const { row, primal } = x as Var;
    if (primal === undefined) {
      const a = this.columns.values[row] as number;
      const y = op.kernel(a);
      return this.#number(this.columns.push(y, row, op.partial(a, y) as number, 0, 0));
    }
    const y = applyUnary(op, primal);
    return this.#record(y, [row], (cotangent) => [pushUnary(op, primal, y, cotangent)]);
  }

  binary(op: BinaryOp, x: Value, y: Value): Value {
    this.enter(op.name);
    const a = this.lower(x);
    const b = this.lower(y);
    const [dp, dq] = op.partials;
    const p = this.owns(x) ? x.row : -1;
    const q = this.owns(y) ? y.row : -1;
    if (typeof a === "number" && typeof b === "number") {
      const z = op.kernel(a, b);
      const row = this.columns.push(
        z,
        p < 0 ? 0 : p,
        p < 0 ? 0 : (dp(a, b, z) as number),
        q < 0 ? 0 : q,
        q < 0 ? 0 : (dq(a, b, z) as number),
      );
      return this.#number(row);
    }
    const z = applyBinary(op, a, b);
    const toA = (cotangent: Value): Value => pullBinary(op, a, b, z, cotangent, 0);
    const toB = (cotangent: Value): Value => pullBinary(op, a, b, z, cotangent, 1);
    if (q < 0) return this.#record(z, [p], (c) => [toA(c)]);
    if (p < 0) return this.#record(z, [q], (c) => [toB(c)]);
    return this.#record(z, [p, q], (c) => [toA(c), toB(c)]);
  }

  /** x̄ = Lᵀ ȳ */
  linear(op: LinearOp, operands: readonly Value[], params: Params): Value {
    this.enter(op.name);
    const primals = operands.map((x) => this.lower(x));
    const y = applyLinear(op, primals, params);
    const shapes = primals.map(shapeOf);
    const inert = primals.slice(primals.length - op.inert);
    const active = this.#active(operands);
    return this.#record(
      y,
      active.map((i) => (operands[i] as Var).row),
      (cotangent) => active.map((i) => op.transpose(cotangent, i, shapes, inert, params)),
    );
  }

  /** ā = B(·, b)ᵀ ȳ and b̄ = B(a, ·)ᵀ ȳ */
  bilinear(op: BilinearOp, x: Value, y: Value, params: Params): Value {
    this.enter(op.name);
    const a = this.lower(x);
    const b = this.lower(y);
    const active = this.#active([x, y]);
    return this.#record(
      applyBilinear(op, a, b, params),
      active.map((i) => ([x, y][i] as Var).row),
      (cotangent) => active.map((i) => pullBilinear(op, a, b, cotangent, i as 0 | 1, params)),
    );
  }

  /** x̄ as the op's own rule says; each result is a row of its own that pulls alone. */
  structured(op: StructuredOp, operands: readonly Value[], params: Params): readonly Value[] {
    this.enter(op.name);
    const primals = operands.map((x) => this.lower(x));
    const results = applyStructured(op, primals, params);
    const active = this.#active(operands);
    const rows = active.map((i) => (operands[i] as Var).row);
    return results.map((y, k) =>
      this.#record(y, rows, (cotangent) => {
        const cotangents = results.map((_, j) => (j === k ? cotangent : undefined));
        const pulled = op.vjp(primals, results, cotangents, params);
        return active.map((i) => pulled[i]);
      }),
    );
  }

  #active(operands: readonly Value[]): number[] {
    return operands.flatMap((x, i) => (this.owns(x) ? [i] : []));
  }

  #number(row: number): Var {
    return new Var(this, row, undefined, undefined);
  }

  #record(y: Value, parents: readonly number[], pull: Record["pull"]): Var {
    const row = this.columns.push(0, 0, 0, 0, 0);
    this.records[row] = { parents, pull };
    return new Var(this, row, y, undefined);
  }
}
