import {
  add,
  applyBilinear,
  applyBinary,
  applyLinear,
  applyStructured,
  applyUnary,
  type BilinearOp,
  type BinaryOp,
  type LinearOp,
  mul,
  mulStrong,
  type Params,
  type StructuredOp,
  shapeOf,
  sub,
  TransformInterpreter,
  type UnaryOp,
  type Value,
  Var,
} from "@wengert/ad-core";
import { borrowColumns, type Columns, returnColumns } from "./columns.ts";
import {
  BinaryRecord,
  bilinearRecord,
  constant,
  linearRecord,
  structuredRecord,
  UnaryRecord,
} from "./records.ts";
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
    if (typeof x === "number") return this.#numeric(x, constant, 0, constant, 0);
    return this.#generic(x, undefined);
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
    if (primal !== undefined) {
      const y = applyUnary(op, primal);
      return this.#generic(y, new UnaryRecord(op, primal, y, row));
    }
    const a = this.columns.values[row] as number;
    const y = op.kernel(a);
    return this.#numeric(y, row, op.partial(a, y) as number, constant, 0);
  }

  binary(op: BinaryOp, x: Value, y: Value): Value {
    this.enter(op.name);
    const p = this.#rowOf(x);
    const q = this.#rowOf(y);
    const a = this.lower(x);
    const b = this.lower(y);
    if (typeof a !== "number" || typeof b !== "number") {
      const z = applyBinary(op, a, b);
      return this.#generic(z, new BinaryRecord(op, a, b, z, p, q));
    }
    // Written out, because three calls through the op cost a quarter of the time of a row.
    if (op === add.op) return this.#numeric(a + b, p, 1, q, 1);
    if (op === mul.op) return this.#numeric(a * b, p, b, q, a);
    if (op === mulStrong.op) return this.#numeric(mulStrong(a, b), p, b, q, a);
    if (op === sub.op) return this.#numeric(a - b, p, 1, q, -1);
    const z = op.kernel(a, b);
    const dp = p === constant ? 0 : (op.partials[0](a, b, z) as number);
    const dq = q === constant ? 0 : (op.partials[1](a, b, z) as number);
    return this.#numeric(z, p, dp, q, dq);
  }

  linear(op: LinearOp, operands: readonly Value[], params: Params): Value {
    this.enter(op.name);
    const primals = operands.map((x) => this.lower(x));
    const inert = primals.slice(primals.length - op.inert);
    const rows = operands.map((x) => this.#rowOf(x));
    const y = applyLinear(op, primals, params);
    return this.#generic(y, linearRecord(op, primals.map(shapeOf), inert, params, rows));
  }

  bilinear(op: BilinearOp, x: Value, y: Value, params: Params): Value {
    this.enter(op.name);
    const a = this.lower(x);
    const b = this.lower(y);
    const record = bilinearRecord(op, a, b, params, this.#rowOf(x), this.#rowOf(y));
    return this.#generic(applyBilinear(op, a, b, params), record);
  }

  structured(op: StructuredOp, operands: readonly Value[], params: Params): readonly Value[] {
    this.enter(op.name);
    const primals = operands.map((x) => this.lower(x));
    const rows = operands.map((x) => this.#rowOf(x));
    const results = applyStructured(op, primals, params);
    return results.map((y, k) =>
      this.#generic(y, structuredRecord(op, primals, results, params, rows, k)),
    );
  }

  #rowOf(x: Value): number {
    return this.owns(x) ? x.row : constant;
  }

  /** A row of the columns; the partial of a constant is not wanted. */
  #numeric(value: number, p: number, dp: number, q: number, dq: number): Var {
    const row = this.columns.push(
      value,
      p === constant ? 0 : p,
      p === constant ? 0 : dp,
      q === constant ? 0 : q,
      q === constant ? 0 : dq,
    );
    return new Var(this, row, undefined, undefined);
  }

  /** A row with a record beside it. */
  #generic(y: Value, record: Record | undefined): Var {
    const row = this.columns.push(0, 0, 0, 0, 0);
    if (record !== undefined) this.records[row] = record;
    return new Var(this, row, y, undefined);
  }
}
