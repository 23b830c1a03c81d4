import { applyUnary } from "../dispatch.ts";
import type { UnaryOp } from "../op.ts";
import { sincDerivative as kernel } from "../special/sinc.ts";
import type { Tensor } from "../tensor/tensor.ts";
import type { Value } from "../value.ts";
import { transcendental, unary } from "./define.ts";

const orders = /*#__PURE__*/ new Map<number, UnaryOp>();

export function sincOp(n: number): UnaryOp {
  const known = orders.get(n);
  if (known !== undefined) return known;
  const { op } = unary({
    name: "sinc",
    params: { n },
    tier: 1,
    flops: transcendental,
    kernel: (x) => kernel(n, x),
    partial: (x) => applyUnary(sincOp(n + 1), x),
  });
  orders.set(n, op);
  return op;
}

/**
 * sin(πx)/(πx), 1 at 0. Every derivative is an op with a kernel of its own, so all orders are right
 * at 0, where the quotient rule gives 0/0.
 */
export function sinc(x: number): number;
export function sinc(x: Tensor): Tensor;
export function sinc(x: Value): Value;
export function sinc(x: Value): Value {
  return applyUnary(sincOp(0), x);
}
