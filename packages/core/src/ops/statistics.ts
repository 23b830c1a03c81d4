import { ArgumentError } from "../errors/classes.ts";
import type { StructuredOp } from "../op.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { rankOf, shapeOf, type Value } from "../value.ts";
import { div, mul, square, sub } from "./arithmetic.ts";
import { trailingAxes } from "./axes.ts";
import { notZero } from "./norm.ts";
import { expandReduced, keepReduced, type ReduceOptions, reduceKernel, sumAxes } from "./sum.ts";
import {
  type Axes,
  applyReduction,
  reducedCount,
  requireFloating,
  weightedReduction,
} from "./weighted-reduction.ts";

export interface VarianceOptions extends ReduceOptions {
  /** What is subtracted from the number of elements: 1 (unbiased) unless given; 0 for the maximum likelihood. */
  readonly correction?: number;
}

/**
 * The mean over some axes, or over all; NaN for no elements.
 *
 * @example
 * mean(tensor([[1, 2], [3, 4]]), 0).toArray(); // [2, 3]
 */
export function mean(x: Tensor | number, axes?: Axes, options?: ReduceOptions): Tensor;
export function mean(x: Value, axes?: Axes, options?: ReduceOptions): Value;
export function mean(x: Value, axes?: Axes, options: ReduceOptions = {}): Value {
  requireFloating("mean", x);
  const list = trailingAxes("mean", axes, rankOf(x));
  const y = meanOver(x, list);
  return options.keepDims ? keepReduced(y, list, shapeOf(x)) : y;
}

function meanOver(x: Value, axes: readonly number[]): Value {
  return div(sumAxes(x, axes), reducedCount(shapeOf(x), axes));
}

/** x less its mean over the axes. */
function centred(x: Value, axes: readonly number[]): Value {
  return sub(x, expandReduced(meanOver(x, axes), axes, shapeOf(x)));
}

/**
 * Σ(x − mean)² / (n − correction) over some axes, or over all, in two passes.
 *
 * @example
 * variance(tensor([1, 2, 3, 4])).item(); // 1.6666666666666667
 */
export function variance(x: Tensor | number, axes?: Axes, options?: VarianceOptions): Tensor;
export function variance(x: Value, axes?: Axes, options?: VarianceOptions): Value;
export function variance(x: Value, axes?: Axes, options: VarianceOptions = {}): Value {
  requireFloating("variance", x);
  const list = trailingAxes("variance", axes, rankOf(x));
  const correction = checkedCorrection("variance", options);
  const freedom = Math.max(0, reducedCount(shapeOf(x), list) - correction);
  const y = div(sumAxes(square(centred(x, list)), list), freedom);
  return options.keepDims ? keepReduced(y, list, shapeOf(x)) : y;
}

type StdParams = { readonly axes: readonly number[]; readonly correction: number };

/** wᵢ = (xᵢ − mean) / ((n − correction) y), and 0 where y = 0. */
export const stdOp: StructuredOp<StdParams> = /*#__PURE__*/ weightedReduction<StdParams>({
  name: "std",
  flops: 4,
  kernel(x, { axes, correction }) {
    return reduceKernel(x, axes, (row, start, count) => {
      let sum = 0;
      for (let i = start; i < start + count; i++) sum += row[i] as number;
      const centre = sum / count;
      let squares = 0;
      for (let i = start; i < start + count; i++) squares += ((row[i] as number) - centre) ** 2;
      return Math.sqrt(squares / Math.max(0, count - correction));
    });
  },
  weights(x, y, { axes, correction }) {
    const shape = shapeOf(x);
    const freedom = Math.max(0, reducedCount(shape, axes) - correction);
    const scale = expandReduced(mul(notZero(y), freedom), axes, shape);
    return div(centred(x, axes), scale);
  },
});

/**
 * The square root of {@link variance}. Its derivative, and the second, are 0 where all elements are
 * equal: the subgradient of least norm.
 *
 * @example
 * std(tensor([1, 3]), undefined, { correction: 0 }).item(); // 1
 */
export function std(x: Tensor | number, axes?: Axes, options?: VarianceOptions): Tensor;
export function std(x: Value, axes?: Axes, options?: VarianceOptions): Value;
export function std(x: Value, axes?: Axes, options: VarianceOptions = {}): Value {
  requireFloating("std", x);
  const correction = checkedCorrection("std", options);
  const alone = (v: Value): Value => mul(v, correction < 1 ? 0 : NaN);
  return applyReduction(stdOp, x, { operation: "std", axes, options }, { correction }, alone);
}

function checkedCorrection(operation: string, { correction = 1 }: VarianceOptions): number {
  if (Number.isFinite(correction) && correction >= 0) return correction;
  throw new ArgumentError(
    operation,
    "correction",
    "a non-negative number",
    correction,
    "use 1 for the unbiased estimate and 0 for the mean square",
  );
}
