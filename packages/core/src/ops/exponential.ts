import { add, mul, reciprocal } from "./arithmetic.ts";
import { transcendental, type UnaryFunction, unary } from "./define.ts";

const flops = transcendental;

/** eˣ. d = yẋ. */
export const exp: UnaryFunction = /*#__PURE__*/ unary({
  name: "exp",
  flops,
  kernel: Math.exp,
  partial: (_x, y) => y,
});

/** eˣ − 1, accurate near 0. d = eˣẋ (y + 1 would cancel for x ≪ 0). */
export const expm1: UnaryFunction = /*#__PURE__*/ unary({
  name: "expm1",
  flops,
  kernel: Math.expm1,
  partial: (x) => exp(x),
});

/** 2ˣ. d = ln 2 · yẋ. */
export const exp2: UnaryFunction = /*#__PURE__*/ unary({
  name: "exp2",
  tier: 1,
  flops,
  kernel: (x) => 2 ** x,
  partial: (_x, y) => mul(Math.LN2, y),
});

/** Natural logarithm. d = ẋ/x. */
export const log: UnaryFunction = /*#__PURE__*/ unary({
  name: "log",
  flops,
  kernel: Math.log,
  partial: (x) => reciprocal(x),
});

/** log(1 + x), accurate near 0. d = ẋ/(1 + x). */
export const log1p: UnaryFunction = /*#__PURE__*/ unary({
  name: "log1p",
  flops,
  kernel: Math.log1p,
  partial: (x) => reciprocal(add(1, x)),
});

/** Binary logarithm. d = ẋ/(x ln 2). */
export const log2: UnaryFunction = /*#__PURE__*/ unary({
  name: "log2",
  tier: 1,
  flops,
  kernel: Math.log2,
  partial: (x) => reciprocal(mul(Math.LN2, x)),
});

/** Decimal logarithm. d = ẋ/(x ln 10). */
export const log10: UnaryFunction = /*#__PURE__*/ unary({
  name: "log10",
  tier: 1,
  flops,
  kernel: Math.log10,
  partial: (x) => reciprocal(mul(Math.LN10, x)),
});
