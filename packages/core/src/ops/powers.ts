import { applyUnary } from "../dispatch.ts";
import { ArgumentError } from "../errors/classes.ts";
import type { UnaryOp } from "../op.ts";
import type { Tensor } from "../tensor/tensor.ts";
import type { Value } from "../value.ts";
import { div, mul, reciprocal, square, sub } from "./arithmetic.ts";
import { and, eq, ge } from "./compare.ts";
import {
  type BinaryFunction,
  binary,
  transcendental,
  type UnaryFunction,
  unary,
} from "./define.ts";
import { log } from "./exponential.ts";
import { select } from "./select.ts";

/** d = ẋ/(2y); ∞ at 0, where a passive zero wins. */
export const sqrt: UnaryFunction = /*#__PURE__*/ unary({
  name: "sqrt",
  flops: 4,
  kernel: Math.sqrt,
  partial: (_x, y) => div(0.5, y),
});

/** 1/√x. d = −½(y/x)ẋ. */
export const rsqrt: UnaryFunction = /*#__PURE__*/ unary({
  name: "rsqrt",
  tier: 1,
  flops: 5,
  kernel: (x) => 1 / Math.sqrt(x),
  partial: (x, y) => mul(-0.5, div(y, x)),
});

/** ∛x. d = ẋ/(3y²). */
export const cbrt: UnaryFunction = /*#__PURE__*/ unary({
  name: "cbrt",
  tier: 1,
  flops: transcendental,
  kernel: Math.cbrt,
  partial: (_x, y) => reciprocal(mul(3, square(y))),
});

/**
 * xʸ. d = y·xʸ⁻¹ẋ + log x · xʸ · ẏ.
 *
 * With y = 0 the first partial is 0, and with x = 0 ≤ y the second is: the power is constant along
 * those lines.
 */
export const pow: BinaryFunction = /*#__PURE__*/ binary({
  name: "pow",
  flops: 20,
  kernel: (x, y) => x ** y,
  partials: [
    (x, y) => select(eq(y, 0), 0, mul(y, pow(x, sub(y, 1)))),
    (x, y, z) => select(and(eq(x, 0), ge(y, 0)), 0, mul(log(x), z)),
  ],
});

/** √(x² + y²) without overflow. d = (xẋ + yẏ)/r, and 0 at the origin. */
export const hypot: BinaryFunction = /*#__PURE__*/ binary({
  name: "hypot",
  tier: 1,
  flops: 6,
  kernel: Math.hypot,
  partials: [
    (x, _y, r) => select(eq(r, 0), 0, div(x, r)),
    (_x, y, r) => select(eq(r, 0), 0, div(y, r)),
  ],
});

const integerPowers = /*#__PURE__*/ new Map<number, UnaryOp>();

export function integerPowerOp(n: number): UnaryOp {
  const known = integerPowers.get(n);
  if (known !== undefined) return known;
  const { op } = unary({
    name: "integerPow",
    params: { n },
    tier: 1,
    flops: 2 * Math.ceil(Math.log2(Math.abs(n) + 1)),
    integers: n >= 0,
    curvature: n === 0 || n === 1 ? "linear" : "nonlinear",
    kernel: (x) => x ** n,
    partial: (x) => (n === 0 ? 0 : mul(n, integerPow(x, n - 1))),
  });
  integerPowers.set(n, op);
  return op;
}

/** xⁿ for an integer n that is not differentiated. d = n·xⁿ⁻¹ẋ, exact at 0 to every order. */
export function integerPow(x: number, n: number): number;
export function integerPow(x: Tensor, n: number): Tensor;
export function integerPow(x: Value, n: number): Value;
export function integerPow(x: Value, n: number): Value {
  if (!Number.isInteger(n)) {
    throw new ArgumentError(
      "integerPow",
      "n",
      "an integer",
      n,
      "use pow(x, y) for other exponents",
    );
  }
  return typeof x === "number" ? x ** n : applyUnary(integerPowerOp(n), x);
}
