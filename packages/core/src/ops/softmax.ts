import { applyStructured } from "../dispatch.ts";
import { mapGroups } from "../kernels/groups.ts";
import type { StructuredOp } from "../op.ts";
import type { Data } from "../tensor/dtype.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { rankOf, shapeOf, type Value } from "../value.ts";
import { mulStrong, sub } from "./arithmetic.ts";
import { trailingAxes } from "./axes.ts";
import { transcendental } from "./define.ts";
import { expandReduced, type ReduceParams, sumAxes } from "./sum.ts";
import { type Axes, requireFloating } from "./weighted-reduction.ts";

/** Σ over the groups, put back in the shape of the operand. */
function total(x: Value, { axes }: ReduceParams, shape: readonly number[]): Value {
  return expandReduced(sumAxes(x, axes), axes, shape);
}

/** The local Jacobian diag(w) − wwᵀ is symmetric: pushing and pulling are one map, w·(t − Σwt). */
function throughSoftmax(w: Value, t: Value, params: ReduceParams): Value {
  return mulStrong(w, sub(t, total(mulStrong(w, t), params, shapeOf(w))));
}

export const softmaxOp: StructuredOp<ReduceParams> = {
  kind: "structured",
  name: "softmax",
  tier: 1,
  flops: transcendental,
  kernel: ([x], { axes }) => [mapGroups(x as Tensor, axes, softmaxGroup)],
  jvp: (_x, [w], [tangent], params) => [throughSoftmax(w as Value, tangent as Value, params)],
  vjp: (_x, [w], [cotangent], params) => [throughSoftmax(w as Value, cotangent as Value, params)],
};

function softmaxGroup(out: Data, source: Data, start: number, count: number): void {
  const m = largest(source, start, count);
  let sum = 0;
  for (let i = start; i < start + count; i++) {
    const e = exponentialBelow(source[i] as number, m);
    out[i] = e;
    sum += e;
  }
  if (sum === 0) return; // all −∞: every weight is 0
  for (let i = start; i < start + count; i++) out[i] = (out[i] as number) / sum;
}

/** The largest element, NaN if there is one, −∞ for none. */
export function largest(source: ArrayLike<number>, start: number, count: number): number {
  let m = -Infinity;
  for (let i = start; i < start + count; i++) {
    const v = source[i] as number;
    if (v > m || v !== v) m = v;
  }
  return m;
}

/** exp(x − m) for x ≤ m, continued to infinities: elements that share the maximum ∞ share alike. */
export function exponentialBelow(x: number, m: number): number {
  if (x === -Infinity) return m === m ? 0 : NaN;
  return x === m ? 1 : Math.exp(x - m);
}

export const logSoftmaxOp: StructuredOp<ReduceParams> = {
  kind: "structured",
  name: "logSoftmax",
  tier: 1,
  flops: transcendental,
  kernel: ([x], { axes }) => [mapGroups(x as Tensor, axes, logSoftmaxGroup)],
  /** ẏ = ẋ − Σ softmax(x)ẋ */
  jvp([x], _y, [tangent], params) {
    const w = softmaxOver(x as Value, params);
    return [sub(tangent as Value, total(mulStrong(w, tangent as Value), params, shapeOf(w)))];
  },
  /** x̄ = ȳ − softmax(x) Σȳ */
  vjp([x], _y, [cotangent], params) {
    const w = softmaxOver(x as Value, params);
    return [sub(cotangent as Value, mulStrong(w, total(cotangent as Value, params, shapeOf(w))))];
  },
};

function logSoftmaxGroup(out: Data, source: Data, start: number, count: number): void {
  const m = largest(source, start, count);
  let sum = 0;
  for (let i = start; i < start + count; i++) sum += exponentialBelow(source[i] as number, m);
  const shift = Math.log(sum);
  for (let i = start; i < start + count; i++) {
    const x = source[i] as number;
    out[i] = x === -Infinity && sum === sum ? -Infinity : (x === m ? 0 : x - m) - shift;
  }
}

/** {@link softmax} over negative axes. */
export function softmaxOver(x: Value, params: ReduceParams): Value {
  return applyStructured(softmaxOp, [x], params)[0] as Value;
}

/**
 * exp(xᵢ) / Σⱼ exp(xⱼ) over an axis (the last unless given) or several, without overflow.
 *
 * Limits of the formula at infinities: elements equal to +∞ share alike; a group that is all −∞ gets
 * zeros, so that a row masked out completely contributes nothing. Cost: one exponential an element.
 *
 * @example
 * softmax(tensor([0, 0])).toArray(); // [0.5, 0.5]
 */
export function softmax(x: Tensor, axes?: Axes): Tensor;
export function softmax(x: Value, axes?: Axes): Value;
export function softmax(x: Value, axes: Axes = -1): Value {
  requireFloating("softmax", x);
  return softmaxOver(x, { axes: trailingAxes("softmax", axes, rankOf(x)) });
}

/**
 * xᵢ − log Σⱼ exp(xⱼ): the logarithm of {@link softmax}, accurate where that underflows.
 *
 * @example
 * logSoftmax(tensor([0, -1000])).toArray(); // [0, -1000]
 */
export function logSoftmax(x: Tensor, axes?: Axes): Tensor;
export function logSoftmax(x: Value, axes?: Axes): Value;
export function logSoftmax(x: Value, axes: Axes = -1): Value {
  requireFloating("logSoftmax", x);
  const params = { axes: trailingAxes("logSoftmax", axes, rankOf(x)) };
  return applyStructured(logSoftmaxOp, [x], params)[0] as Value;
}
