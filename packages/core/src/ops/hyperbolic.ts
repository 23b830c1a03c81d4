import { add, mul, reciprocal, sub } from "./arithmetic.ts";
import { transcendental, type UnaryFunction, unary } from "./define.ts";
import { oneMinusSquare } from "./one-minus-square.ts";
import { hypot, sqrt } from "./powers.ts";

const flops = transcendental;

/** d = cosh x · ẋ. */
export const sinh: UnaryFunction = /*#__PURE__*/ unary({
  name: "sinh",
  flops,
  kernel: Math.sinh,
  partial: (x) => cosh(x),
});

/** d = sinh x · ẋ. */
export const cosh: UnaryFunction = /*#__PURE__*/ unary({
  name: "cosh",
  flops,
  kernel: Math.cosh,
  partial: (x) => sinh(x),
});

/** d = sech² x · ẋ; 1 − y² would cancel for large |x|. */
export const tanh: UnaryFunction = /*#__PURE__*/ unary({
  name: "tanh",
  flops,
  kernel: Math.tanh,
  partial: (x) => sech2(x),
});

/** 1/cosh² x, without cancellation. d = −2y tanh x · ẋ. */
export const sech2: UnaryFunction = /*#__PURE__*/ unary({
  name: "sech2",
  tier: 1,
  flops,
  kernel(x) {
    const e = Math.exp(-2 * Math.abs(x));
    return (4 * e) / ((1 + e) * (1 + e));
  },
  partial: (x, y) => mul(mul(-2, y), tanh(x)),
});

/** d = ẋ/√(1 + x²). */
export const asinh: UnaryFunction = /*#__PURE__*/ unary({
  name: "asinh",
  flops,
  kernel: Math.asinh,
  partial: (x) => reciprocal(hypot(1, x)),
});

/** d = ẋ/√((x − 1)(x + 1)). */
export const acosh: UnaryFunction = /*#__PURE__*/ unary({
  name: "acosh",
  flops,
  kernel: Math.acosh,
  partial: (x) => reciprocal(sqrt(mul(sub(x, 1), add(x, 1)))),
});

/** d = ẋ/(1 − x²). */
export const atanh: UnaryFunction = /*#__PURE__*/ unary({
  name: "atanh",
  flops,
  kernel: Math.atanh,
  partial: (x) => reciprocal(oneMinusSquare(x)),
});
