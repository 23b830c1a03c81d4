import {
  type BilinearOp,
  type BinaryOp,
  type LinearOp,
  type Params,
  pullBilinear,
  pullBinary,
  pushUnary,
  type Shape,
  type StructuredOp,
  type UnaryOp,
  type Value,
} from "@wengert/ad-core";
import type { Give, Record } from "./sweep-generic.ts";

/** The row of an operand that has none. */
export const constant = -1;

/*
 * What each kind of op keeps until the sweep: partials are not computed before they are asked for.
 */

/** x̄ = f′(x)ȳ; a diagonal Jacobian pushes and pulls alike. */
export class UnaryRecord implements Record {
  readonly #op: UnaryOp;
  readonly #x: Value;
  readonly #y: Value;
  readonly #row: number;

  constructor(op: UnaryOp, x: Value, y: Value, row: number) {
    this.#op = op;
    this.#x = x;
    this.#y = y;
    this.#row = row;
  }

  pull(cotangent: Value, give: Give): void {
    give(this.#row, pushUnary(this.#op, this.#x, this.#y, cotangent));
  }
}

/** ā = ∂f/∂a z̄, b̄ = ∂f/∂b z̄ */
export class BinaryRecord implements Record {
  readonly #op: BinaryOp;
  readonly #a: Value;
  readonly #b: Value;
  readonly #z: Value;
  readonly #p: number;
  readonly #q: number;

  constructor(op: BinaryOp, a: Value, b: Value, z: Value, p: number, q: number) {
    this.#op = op;
    this.#a = a;
    this.#b = b;
    this.#z = z;
    this.#p = p;
    this.#q = q;
  }

  pull(cotangent: Value, give: Give): void {
    const [p, q] = [this.#p, this.#q];
    if (p !== constant) give(p, pullBinary(this.#op, this.#a, this.#b, this.#z, cotangent, 0));
    if (q !== constant) give(q, pullBinary(this.#op, this.#a, this.#b, this.#z, cotangent, 1));
  }
}

/** x̄ = Lᵀȳ: only shapes are kept, and the inert operands. */
export function linearRecord(
  op: LinearOp,
  shapes: readonly Shape[],
  inert: readonly Value[],
  params: Params,
  rows: readonly number[],
): Record {
  return {
    pull(cotangent, give) {
      rows.forEach((row, i) => {
        if (row !== constant) give(row, op.transpose(cotangent, i, shapes, inert, params));
      });
    },
  };
}

/** ā = B(·, b)ᵀȳ, b̄ = B(a, ·)ᵀȳ */
export function bilinearRecord(
  op: BilinearOp,
  a: Value,
  b: Value,
  params: Params,
  p: number,
  q: number,
): Record {
  return {
    pull(cotangent, give) {
      if (p !== constant) give(p, pullBilinear(op, a, b, cotangent, 0, params));
      if (q !== constant) give(q, pullBilinear(op, a, b, cotangent, 1, params));
    },
  };
}

/** x̄ as the op's own rule says. Each result is a row of its own and pulls alone. */
export function structuredRecord(
  op: StructuredOp,
  operands: readonly Value[],
  results: readonly Value[],
  params: Params,
  rows: readonly number[],
  k: number,
): Record {
  return {
    pull(cotangent, give) {
      const cotangents = results.map((_, j) => (j === k ? cotangent : undefined));
      const pulled = op.vjp(operands, results, cotangents, params);
      rows.forEach((row, i) => {
        if (row !== constant) give(row, pulled[i]);
      });
    },
  };
}
