import { add, div, neg, reciprocal, square } from "./arithmetic.ts";
import { eq } from "./compare.ts";
import {
  type BinaryFunction,
  binary,
  transcendental,
  type UnaryFunction,
  unary,
} from "./define.ts";
import { oneMinusSquare } from "./one-minus-square.ts";
import { hypot, sqrt } from "./powers.ts";
import { select } from "./select.ts";

const flops = transcendental;

/** d = cos x · ẋ. */
export const sin: UnaryFunction = /*#__PURE__*/ unary({
  name: "sin",
  flops,
  kernel: Math.sin,
  partial: (x) => cos(x),
});

/** d = −sin x · ẋ. */
export const cos: UnaryFunction = /*#__PURE__*/ unary({
  name: "cos",
  flops,
  kernel: Math.cos,
  partial: (x) => neg(sin(x)),
});

/** d = (1 + y²)ẋ. */
export const tan: UnaryFunction = /*#__PURE__*/ unary({
  name: "tan",
  flops,
  kernel: Math.tan,
  partial: (_x, y) => add(1, square(y)),
});

/** d = ẋ/√(1 − x²). */
export const asin: UnaryFunction = /*#__PURE__*/ unary({
  name: "asin",
  flops,
  kernel: Math.asin,
  partial: (x) => reciprocal(sqrt(oneMinusSquare(x))),
});

/** d = −ẋ/√(1 − x²). */
export const acos: UnaryFunction = /*#__PURE__*/ unary({
  name: "acos",
  flops,
  kernel: Math.acos,
  partial: (x) => neg(reciprocal(sqrt(oneMinusSquare(x)))),
});

/** d = ẋ/(1 + x²). */
export const atan: UnaryFunction = /*#__PURE__*/ unary({
  name: "atan",
  flops,
  kernel: Math.atan,
  partial: (x) => reciprocal(add(1, square(x))),
});

/**
 * The angle of the point (x, y), operands in the order y, x. d = (xẏ − yẋ)/(x² + y²), and 0 at the
 * origin, where no direction is better than another.
 */
export const atan2: BinaryFunction = /*#__PURE__*/ binary({
  name: "atan2",
  flops,
  kernel: Math.atan2,
  partials: [
    (y, x) => {
      const r = hypot(y, x);
      return select(eq(r, 0), 0, div(div(x, r), r));
    },
    (y, x) => {
      const r = hypot(y, x);
      return select(eq(r, 0), 0, neg(div(div(y, r), r)));
    },
  ],
});
