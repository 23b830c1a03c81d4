import { applyBilinear, applyLinear } from "./dispatch.ts";
import type { BilinearOp, BinaryOp, LinearOp, Params, UnaryOp } from "./op.ts";
import { add, mul, mulStrong, sub } from "./ops/arithmetic.ts";
import { leadOf } from "./ops/axes.ts";
import { alignBilinear, alignCotangent, alignTangent, sumLead } from "./ops/tangent.ts";
import { zeros } from "./tensor/create.ts";
import { allocate } from "./tensor/dtype.ts";
import { Tensor } from "./tensor/tensor.ts";
import { dtypeOf, rankOf, shapeOf, type Value } from "./value.ts";

/*
 * What the kinds of local Jacobian mean: how each pushes a tangent and pulls a cotangent. Forward
 * mode, the tape and the step tracer differ only in when they do it. A tangent or cotangent may be
 * a bundle: then it has leading axes that its primal lacks.
 *
 * (Structured ops bring their own two rules, `jvp` and `vjp`.)
 */

/** tangent · partial, where an exact zero wins over an infinite partial. */
function scale(tangent: Value, partial: Value): Value {
  return partial === 1 ? tangent : mulStrong(tangent, partial);
}

function plus(a: Value | undefined, b: Value | undefined): Value | undefined {
  if (a === undefined) return b;
  return b === undefined ? a : add(a, b);
}

/** ẏ = f′(x)ẋ and x̄ = f′(x)ȳ: a diagonal matrix is its own transpose. */
export function pushUnary(op: UnaryOp, x: Value, y: Value, tangent: Value): Value {
  const partial = op.partial(x, y);
  if (typeof partial === "number" && tangent instanceof Tensor) return combine(partial, tangent);
  return scale(tangent, partial);
}

/** ż = ∂f/∂a ȧ + ∂f/∂b ḃ; undefined stands for no tangent. */
export function pushBinary(
  op: BinaryOp,
  a: Value,
  b: Value,
  z: Value,
  da: Value | undefined,
  db: Value | undefined,
): Value | undefined {
  if (typeof z === "number") {
    if (isNumber(da) && isNumber(db)) return pushNumbers(op, a as number, b as number, z, da, db);
    if (isBundle(da) && isBundle(db)) {
      const p = da === undefined ? 0 : (op.partials[0](a, b, z) as number);
      const q = db === undefined ? 0 : (op.partials[1](a, b, z) as number);
      if (da === undefined) return db === undefined ? undefined : combine(q, db);
      return combine(p, da, q, db);
    }
  }
  const fromA = da === undefined ? undefined : scale(spread(da, a, z), op.partials[0](a, b, z));
  const fromB = db === undefined ? undefined : scale(spread(db, b, z), op.partials[1](a, b, z));
  return plus(fromA, fromB);
}

function isNumber(tangent: Value | undefined): tangent is number | undefined {
  return typeof tangent !== "object";
}

/** The commonest case, where every call counts: sums and products are written out. */
function pushNumbers(
  op: BinaryOp,
  a: number,
  b: number,
  z: number,
  da: number | undefined,
  db: number | undefined,
): number | undefined {
  if (da === undefined && db === undefined) return undefined;
  const [x, y] = [da ?? 0, db ?? 0];
  if (op === add.op) return x + y;
  if (op === sub.op) return x - y;
  if (op === mul.op || op === mulStrong.op) return strong(b, x) + strong(a, y);
  const p = x === 0 ? 0 : (op.partials[0](a, b, z) as number);
  const q = y === 0 ? 0 : (op.partials[1](a, b, z) as number);
  return strong(p, x) + strong(q, y);
}

/** Tangents of several directions at once, or none: nothing that an outer transform watches. */
function isBundle(tangent: Value | undefined): tangent is Tensor | undefined {
  return tangent === undefined || tangent instanceof Tensor;
}

/**
 * p ȧ + q ḃ for bundles of tangents of numbers, in one pass: for a few entries the allocations cost
 * more than the arithmetic.
 */
function combine(p: number, da: Tensor, q = 0, db = da): Tensor {
  const [x, y] = [da.data, db.data];
  const out = allocate(da.dtype, x.length);
  for (let i = 0; i < out.length; i++) {
    out[i] = strong(p, x[i] as number) + strong(q, y[i] as number);
  }
  return new Tensor(out, da.shape, da.dtype);
}

function strong(partial: number, tangent: number): number {
  return partial === 0 || tangent === 0 ? 0 : partial * tangent;
}

/** The tangent of an operand, repeated along the axes that only the result has. */
function spread(tangent: Value, operand: Value, result: Value): Value {
  if (typeof result === "number") return tangent;
  return alignTangent(tangent, shapeOf(operand), shapeOf(result));
}

/** ā = ∂f/∂a z̄ for operand 0, b̄ for operand 1, summed over the axes that the operand lacks. */
export function pullBinary(
  op: BinaryOp,
  a: Value,
  b: Value,
  z: Value,
  cotangent: Value,
  i: 0 | 1,
): Value {
  const scaled = scale(cotangent, op.partials[i](a, b, z));
  return alignCotangent(scaled, shapeOf(i === 0 ? a : b), shapeOf(z));
}

/** ẏ = L ẋ: the op itself on the tangents, zeros where an operand has none. */
export function pushLinear(
  op: LinearOp,
  primals: readonly Value[],
  tangents: readonly (Value | undefined)[],
  params: Params,
): Value | undefined {
  const k = tangents.findIndex((t) => t !== undefined);
  if (k < 0) return undefined;
  const lead = leadOf(shapeOf(tangents[k] as Value), rankOf(primals[k] as Value));
  const active = primals.length - op.inert;
  const operands = primals.map((x, i) =>
    i < active ? (tangents[i] ?? zeros([...lead, ...shapeOf(x)], dtypeOf(x))) : x,
  );
  return applyLinear(op, operands, params);
}

/** ẏ = B(ȧ, b) + B(a, ḃ) */
export function pushBilinear(
  op: BilinearOp,
  a: Value,
  b: Value,
  da: Value | undefined,
  db: Value | undefined,
  params: Params,
): Value | undefined {
  const [alignA, alignB] = alignBilinear(op, params, a, b);
  return plus(
    da === undefined ? undefined : applyBilinear(op, alignA(da), b, params),
    db === undefined ? undefined : applyBilinear(op, a, alignB(db), params),
  );
}

/** ā = B(·, b)ᵀȳ for operand 0, b̄ = B(a, ·)ᵀȳ for operand 1. */
export function pullBilinear(
  op: BilinearOp,
  a: Value,
  b: Value,
  cotangent: Value,
  i: 0 | 1,
  params: Params,
): Value {
  return i === 0
    ? sumLead(op.transposeLeft(cotangent, shapeOf(a), b, params), shapeOf(a))
    : sumLead(op.transposeRight(cotangent, a, shapeOf(b), params), shapeOf(b));
}
