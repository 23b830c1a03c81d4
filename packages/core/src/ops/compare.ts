import { applyInert } from "../dispatch.ts";
import { DTypeError } from "../errors/classes.ts";
import { asTensor } from "../interpreters/passive.ts";
import type { InertOp } from "../op.ts";
import { BoolTensor, Tensor } from "../tensor/tensor.ts";
import { type Passive, rankOf, type Value } from "../value.ts";
import { alignShapes } from "./align.ts";

/** A truth value for scalars, a mask for tensors. */
export interface Comparison {
  (a: number, b: number): boolean;
  (a: Tensor, b: Tensor | number): BoolTensor;
  (a: Tensor | number, b: Tensor): BoolTensor;
  (a: Value, b: Value): boolean & BoolTensor;
  readonly op: InertOp;
}

/** Compare element by element; two scalars give a JavaScript boolean, so `if (lt(x, 0))` works. */
function comparison(name: string, test: (a: number, b: number) => boolean): Comparison {
  const op: InertOp = {
    kind: "inert",
    name,
    tier: 0,
    flops: 1,
    kernel: ([a, b]) => compareElements(name, a as Passive, b as Passive, test),
  };
  const fn = (a: Value, b: Value): unknown => {
    if (typeof a === "number" && typeof b === "number") return test(a, b);
    const operands = rankOf(a) > 0 && rankOf(b) > 0 ? alignShapes(name, a, b) : [a, b];
    return applyInert(op, operands, {});
  };
  return Object.assign(fn, { op }) as unknown as Comparison;
}

function compareElements(
  name: string,
  a: Passive,
  b: Passive,
  test: (a: number, b: number) => boolean,
): Passive | boolean {
  if (rankOf(a) === 0 && rankOf(b) === 0) return test(scalar(a), scalar(b));
  const left = asTensor(a);
  const right = asTensor(b);
  if (typeof a !== "number" && typeof b !== "number" && a.dtype !== b.dtype) {
    throw new DTypeError(
      name,
      "operands of one dtype",
      `${a.dtype} and ${b.dtype}`,
      "convert one of them",
    );
  }
  const large = left.shape.length >= right.shape.length ? left : right;
  const out = new Uint8Array(large.size);
  const m = left.size;
  const n = right.size;
  for (let i = 0; i < out.length; i++) {
    out[i] = test(left.data[i % m] as number, right.data[i % n] as number) ? 1 : 0;
  }
  return new BoolTensor(out, large.shape);
}

function scalar(x: Passive): number {
  return typeof x === "number" ? x : (x.data[0] as number);
}

/** a < b. */
export const lt: Comparison = /*#__PURE__*/ comparison("lt", (a, b) => a < b);
/** a ≤ b. */
export const le: Comparison = /*#__PURE__*/ comparison("le", (a, b) => a <= b);
/** a > b. */
export const gt: Comparison = /*#__PURE__*/ comparison("gt", (a, b) => a > b);
/** a ≥ b. */
export const ge: Comparison = /*#__PURE__*/ comparison("ge", (a, b) => a >= b);
/** a = b. */
export const eq: Comparison = /*#__PURE__*/ comparison("eq", (a, b) => a === b);
/** a ≠ b. */
export const ne: Comparison = /*#__PURE__*/ comparison("ne", (a, b) => a !== b);

/** A test of each element: a boolean for a scalar, a mask for a tensor. */
export interface Predicate {
  (x: number): boolean;
  (x: Tensor): BoolTensor;
  (x: Value): boolean & BoolTensor;
  readonly op: InertOp;
}

function predicate(name: string, test: (x: number) => boolean): Predicate {
  const op: InertOp = {
    kind: "inert",
    name,
    tier: 0,
    flops: 1,
    kernel([x]) {
      const operand = x as Passive;
      if (rankOf(operand) === 0) return test(scalar(operand));
      const { data, shape } = operand as Tensor;
      return new BoolTensor(
        Uint8Array.from(data as ArrayLike<number>, (v) => (test(v) ? 1 : 0)),
        shape,
      );
    },
  };
  const fn = (x: Value): unknown => (typeof x === "number" ? test(x) : applyInert(op, [x], {}));
  return Object.assign(fn, { op }) as unknown as Predicate;
}

/** Is x not a number? */
export const isNaN: Predicate = /*#__PURE__*/ predicate("isNaN", Number.isNaN);
/** Is x neither infinite nor NaN? */
export const isFinite: Predicate = /*#__PURE__*/ predicate("isFinite", Number.isFinite);
/** Logical not. */
export const not: Predicate = /*#__PURE__*/ predicate("not", (x) => x === 0);

/** Truth values, one or many. */
export type Truth = boolean | Tensor<"bool">;

function logical(name: string, test: (a: number, b: number) => boolean): LogicalFunction {
  const compare = comparison(name, test);
  const number = (x: Truth): Value => (typeof x === "boolean" ? Number(x) : x);
  const fn = (a: Truth, b: Truth): Truth => compare(number(a), number(b));
  return Object.assign(fn, { op: compare.op });
}

export interface LogicalFunction {
  (a: Truth, b: Truth): Truth;
  readonly op: InertOp;
}

/** Both. */
export const and: LogicalFunction = /*#__PURE__*/ logical("and", (a, b) => a !== 0 && b !== 0);
/** At least one. */
export const or: LogicalFunction = /*#__PURE__*/ logical("or", (a, b) => a !== 0 || b !== 0);
/** Exactly one. */
export const xor: LogicalFunction = /*#__PURE__*/ logical("xor", (a, b) => (a !== 0) !== (b !== 0));
