import { applyUnary } from "../dispatch.ts";
import { ArgumentError } from "../errors/classes.ts";
import type { UnaryOp } from "../op.ts";
import { digamma as digammaKernel } from "../special/digamma.ts";
import { lgamma as lgammaKernel } from "../special/gamma.ts";
import { polygamma as polygammaKernel } from "../special/polygamma.ts";
import { zeta as zetaKernel } from "../special/zeta.ts";
import type { Tensor } from "../tensor/tensor.ts";
import type { Value } from "../value.ts";
import { mul } from "./arithmetic.ts";
import { transcendental, type UnaryFunction, unary } from "./define.ts";

const flops = 3 * transcendental;

/** log |Γ(x)|. d = ψ(x)ẋ. */
export const lgamma: UnaryFunction = /*#__PURE__*/ unary({
  name: "lgamma",
  flops,
  kernel: lgammaKernel,
  partial: (x) => digamma(x),
});

/** ψ(x) = (log Γ)′(x). d = ψ₁(x)ẋ. */
export const digamma: UnaryFunction = /*#__PURE__*/ unary({
  name: "digamma",
  flops,
  kernel: digammaKernel,
  partial: (x) => polygamma(1, x),
});

/** One op for each value of a parameter that is not differentiated. */
function family(make: (parameter: number) => UnaryOp): (parameter: number) => UnaryOp {
  const known = new Map<number, UnaryOp>();
  return (parameter) => {
    const op = known.get(parameter) ?? make(parameter);
    known.set(parameter, op);
    return op;
  };
}

export const polygammaOp: (n: number) => UnaryOp = /*#__PURE__*/ family(
  (n) =>
    unary({
      name: "polygamma",
      params: { n },
      tier: 1,
      flops,
      kernel: (x) => polygammaKernel(n, x),
      partial: (x) => polygamma(n + 1, x),
    }).op,
);

/** ψₙ(x), the n-th derivative of digamma; n is not differentiated. d = ψₙ₊₁(x)ẋ. */
export function polygamma(n: number, x: number): number;
export function polygamma(n: number, x: Tensor): Tensor;
export function polygamma(n: number, x: Value): Value;
export function polygamma(n: number, x: Value): Value {
  if (!Number.isInteger(n) || n < 0) {
    throw new ArgumentError(
      "polygamma",
      "n",
      "an integer from 0",
      n,
      "the order is the first argument",
    );
  }
  return applyUnary(polygammaOp(n), x);
}

export const zetaOp: (s: number) => UnaryOp = /*#__PURE__*/ family(
  (s) =>
    unary({
      name: "zeta",
      params: { s },
      tier: 1,
      flops,
      kernel: (q) => zetaKernel(s, q),
      partial: (q) => mul(-s, zeta(s + 1, q)),
    }).op,
);

/** Hurwitz's ζ(s, q) = Σₖ (k + q)⁻ˢ; s > 1 is not differentiated. d = −s ζ(s + 1, q) q̇. */
export function zeta(s: number, q: number): number;
export function zeta(s: number, q: Tensor): Tensor;
export function zeta(s: number, q: Value): Value;
export function zeta(s: number, q: Value): Value {
  return applyUnary(zetaOp(s), q);
}
