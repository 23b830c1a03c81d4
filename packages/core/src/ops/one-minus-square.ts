import type { Value } from "../value.ts";
import { add, mul, square, sub } from "./arithmetic.ts";
import { lt, type Truth } from "./compare.ts";
import { abs } from "./rounding.ts";
import { select } from "./select.ts";

/**
 * 1 − x², exact to rounding together with its derivatives: the factors (1 − x)(1 + x) keep the digits
 * near ±1, but their derivative (1 − x) − (1 + x) cancels near 0, where the plain form does not.
 */
export function oneMinusSquare(x: Value): Value {
  const small = lt(abs(x), 0.5) as Truth;
  return select(small, sub(1, square(x)), mul(sub(1, x), add(1, x)));
}
