import { ArgumentError } from "../errors/classes.ts";
import type { StructuredOp } from "../op.ts";
import { full } from "../tensor/create.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { dtypeOf, shapeOf, type Value } from "../value.ts";
import { div, mulStrong } from "./arithmetic.ts";
import { eq, ne, type Truth } from "./compare.ts";
import { convert } from "./convert.ts";
import { pow } from "./powers.ts";
import { max, min } from "./reduce-extremum.ts";
import { abs, sign } from "./rounding.ts";
import { select } from "./select.ts";
import { expandReduced, type ReduceOptions, reduceKernel, sum } from "./sum.ts";
import {
  type Axes,
  applyReduction,
  requireFloating,
  weightedReduction,
} from "./weighted-reduction.ts";

export interface NormOptions extends ReduceOptions {
  /** The exponent p: 2 unless given; ±Infinity for the largest and smallest modulus; 0 counts. */
  readonly ord?: number;
}

type NormParams = { readonly axes: readonly number[]; readonly ord: number };

/** y with ∞ for 0: what is divided by it becomes 0, and so do its derivatives. */
export function notZero(y: Value): Value {
  const zero = eq(y, 0) as Truth;
  if (zero === true) return full([], Infinity, dtypeOf(y));
  return select(zero, Infinity, y);
}

/** wᵢ = xᵢ/y; 0, with Hessian 0, at the origin. */
export const euclideanNormOp: StructuredOp<NormParams> =
  /*#__PURE__*/ weightedReduction<NormParams>({
    name: "euclideanNorm",
    flops: 2,
    kernel: (x, { axes }) => reduceKernel(x, axes, euclidean),
    weights: (x, y, { axes }) => div(x, expandReduced(notZero(y), axes, shapeOf(x))),
  });

function euclidean(row: ArrayLike<number>, start: number, count: number): number {
  let squares = 0;
  for (let i = start; i < start + count; i++) squares += (row[i] as number) ** 2;
  if (squares > 1e-280 && squares < Infinity) return Math.sqrt(squares);
  return scaledPower(row, start, count, 2); // the squares under- or overflow
}

/** wᵢ = sign(xᵢ)(|xᵢ|/y)ᵖ⁻¹; 0 at the origin. */
export const powerNormOp: StructuredOp<NormParams> = /*#__PURE__*/ weightedReduction<NormParams>({
  name: "powerNorm",
  flops: 20,
  kernel: (x, { axes, ord }) =>
    reduceKernel(x, axes, (row, start, count) => scaledPower(row, start, count, ord)),
  weights(x, y, { axes, ord }) {
    const scale = expandReduced(ord > 1 ? notZero(y) : y, axes, shapeOf(x));
    return mulStrong(sign(x), pow(div(abs(x), scale), ord - 1));
  },
});

/** (Σ|x|ᵖ)^(1/p) with the dominant modulus taken out of the sum. */
function scaledPower(row: ArrayLike<number>, start: number, count: number, p: number): number {
  let scale = p > 0 ? 0 : Infinity;
  for (let i = start; i < start + count; i++) {
    const modulus = Math.abs(row[i] as number);
    if (p > 0 ? modulus > scale : modulus < scale) scale = modulus;
    if (modulus !== modulus) return NaN;
  }
  if (scale === 0 || scale === Infinity) return scale;
  let powers = 0;
  for (let i = start; i < start + count; i++) powers += (Math.abs(row[i] as number) / scale) ** p;
  return scale * powers ** (1 / p);
}

/**
 * The p-norm (Σ|x|ᵖ)^(1/p) of the elements over some axes, or over all; p is `ord`, 2 unless given.
 * Over two axes this is a norm of the elements (Frobenius for p = 2), not an operator norm.
 *
 * Conventions: at the origin the derivative and the Hessian are 0 (the subgradient of least norm;
 * `sqrt(sum(square(x)))` has none there); ord Infinity shares the derivative among moduli that tie;
 * ord 1 has 0 for elements that are 0; ord 0 counts and has derivative 0. Moduli are scaled, so nothing
 * under- or overflows on the way.
 *
 * @throws ArgumentError when ord is NaN.
 * @example
 * norm(tensor([3, 4])).item(); // 5
 * norm(tensor([3, -4]), undefined, { ord: Infinity }).item(); // 4
 */
export function norm(x: Tensor | number, axes?: Axes, options?: NormOptions): Tensor;
export function norm(x: Value, axes?: Axes, options?: NormOptions): Value;
export function norm(x: Value, axes?: Axes, options: NormOptions = {}): Value {
  requireFloating("norm", x);
  const ord = options.ord ?? 2;
  if (Number.isNaN(ord)) {
    throw new ArgumentError("norm", "ord", "a number", ord, "use 1, 2, Infinity or any real p");
  }
  if (ord === 1) return sum(abs(x), axes, options);
  if (ord === 0) return sum(countable(x), axes, options);
  if (ord === Infinity) return max(abs(x), axes, options);
  if (ord === -Infinity) return min(abs(x), axes, options);
  const op = ord === 2 ? euclideanNormOp : powerNormOp;
  return applyReduction(op, x, { operation: "norm", axes, options }, { ord }, abs);
}

/** 1 where x is not 0. */
function countable(x: Value): Value {
  const mask = ne(x, 0) as Truth;
  return typeof mask === "boolean" ? Number(mask) : convert(mask, dtypeOf(x));
}
