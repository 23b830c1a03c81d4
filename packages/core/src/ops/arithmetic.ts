import type { Value } from "../value.ts";
import { applyAligned } from "./align.ts";
import {
  type BinaryFunction,
  binaryFunction,
  binaryOp,
  type UnaryFunction,
  unary,
} from "./define.ts";

const one = (): Value => 1;
const minusOne = (): Value => -1;

const addOp = /*#__PURE__*/ binaryOp({
  name: "add",
  curvature: "linear",
  integers: true,
  kernel: (a, b) => a + b,
  partials: [one, one],
});

/** a + b. d = ȧ + ḃ. */
export const add: BinaryFunction = /*#__PURE__*/ binaryFunction(
  (a, b) => (typeof a === "number" && typeof b === "number" ? a + b : applyAligned(addOp, a, b)),
  addOp,
);

const subOp = /*#__PURE__*/ binaryOp({
  name: "sub",
  curvature: "linear",
  integers: true,
  kernel: (a, b) => a - b,
  partials: [one, minusOne],
});

/** a − b. d = ȧ − ḃ. */
export const sub: BinaryFunction = /*#__PURE__*/ binaryFunction(
  (a, b) => (typeof a === "number" && typeof b === "number" ? a - b : applyAligned(subOp, a, b)),
  subOp,
);

const mulOp = /*#__PURE__*/ binaryOp({
  name: "mul",
  curvature: "mixed",
  integers: true,
  kernel: (a, b) => a * b,
  partials: [(_a, b) => b, (a) => a],
});

/** a · b. d = ȧb + aḃ. */
export const mul: BinaryFunction = /*#__PURE__*/ binaryFunction(
  (a, b) => (typeof a === "number" && typeof b === "number" ? a * b : applyAligned(mulOp, a, b)),
  mulOp,
);

const divOp = /*#__PURE__*/ binaryOp({
  name: "div",
  kernel: (a, b) => a / b,
  partials: [(_a, b) => reciprocal(b), (_a, b, y) => neg(div(y, b))],
});

/** a / b. d = ȧ/b − (y/b)ḃ. */
export const div: BinaryFunction = /*#__PURE__*/ binaryFunction(
  (a, b) => (typeof a === "number" && typeof b === "number" ? a / b : applyAligned(divOp, a, b)),
  divOp,
);

/** −x. */
export const neg: UnaryFunction = /*#__PURE__*/ unary({
  name: "neg",
  curvature: "linear",
  integers: true,
  kernel: (x) => -x,
  partial: minusOne,
});

/** 1/x. d = −y²ẋ. */
export const reciprocal: UnaryFunction = /*#__PURE__*/ unary({
  name: "reciprocal",
  tier: 1,
  kernel: (x) => 1 / x,
  partial: (_x, y) => neg(square(y)),
});

/** x². d = 2xẋ. */
export const square: UnaryFunction = /*#__PURE__*/ unary({
  name: "square",
  tier: 1,
  integers: true,
  kernel: (x) => x * x,
  partial: (x) => mul(2, x),
});

const mulStrongOp = /*#__PURE__*/ binaryOp({
  name: "mulStrong",
  curvature: "mixed",
  kernel: (a, b) => (a === 0 || b === 0 ? 0 : a * b),
  partials: [(_a, b) => b, (a) => a],
});

/**
 * a · b where an exact zero wins over anything: 0 · ∞ = 0.
 *
 * Interpreters scale tangents and cotangents by partials with this op, so that a branch that was
 * not taken contributes nothing even where its partial is infinite (the strong zero). The test is
 * on the *value* only; the derivative is that of the plain product, in which an active zero keeps
 * its tangent.
 */
export const mulStrong: BinaryFunction = /*#__PURE__*/ binaryFunction((a, b) => {
  if (typeof a !== "number" || typeof b !== "number") return applyAligned(mulStrongOp, a, b);
  return a === 0 || b === 0 ? 0 : a * b;
}, mulStrongOp);
