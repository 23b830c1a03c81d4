/** The free functions. Exports only. */

export { scatterAddAlongAxis, takeAlongAxis } from "./along-axis.ts";
export { argmax, argmin, type IndexSearch } from "./argmax.ts";
// elementwise
export {
  add,
  div,
  mul,
  mulStrong,
  neg,
  reciprocal,
  square,
  sub,
} from "./arithmetic.ts";
export { i0, i0e, i1, i1e } from "./bessel.ts";
export { broadcastInDim, broadcastTo } from "./broadcast.ts";
// comparison and choice
export {
  and,
  type Comparison,
  eq,
  ge,
  gt,
  isFinite,
  isNaN,
  type LogicalFunction,
  le,
  lt,
  ne,
  not,
  or,
  type Predicate,
  type Truth,
  xor,
} from "./compare.ts";
export { concatenate, stack } from "./concatenate.ts";
// movement
export { convert } from "./convert.ts";
export { cumLogSumExp } from "./cum-log-sum-exp.ts";
export { cumprod } from "./cumprod.ts";
// prefix scans
export { cumsum, type ScanOptions } from "./cumsum.ts";
export { type CumulativeExtremum, cummax, cummin } from "./cumulative-extremum.ts";
export type { BinaryFunction, UnaryFunction } from "./define.ts";
export { type DiagonalOptions, diag, diagEmbed, diagonal, matrixTrace } from "./diagonal.ts";
// products
export { type DotDimensions, dotGeneral } from "./dot-general.ts";
export { dynamicSlice, dynamicUpdateSlice } from "./dynamic-slice.ts";
export { einsum } from "./einsum.ts";
export { entr, xlog1py, xlogy } from "./entropic.ts";
export { erf, erfc, erfcx, erfDensity, erfinv } from "./error-functions.ts";
export { exp, exp2, expm1, log, log1p, log2, log10 } from "./exponential.ts";
export { floorMod, maximum, minimum, rem, share } from "./extremum.ts";
export { digamma, lgamma, polygamma, zeta } from "./gamma-functions.ts";
export { gather } from "./gather.ts";
export { acosh, asinh, atanh, cosh, sech2, sinh, tanh } from "./hyperbolic.ts";
export { kron } from "./kron.ts";
export { linearRecurrence } from "./linear-recurrence.ts";
export { logSumExp } from "./log-sum-exp.ts";
export { logaddexp, logistic, logSigmoid, sigmoid, softplus } from "./logistic.ts";
export { dot, matmul, outer } from "./matmul.ts";
export { type MeshgridOptions, meshgrid } from "./meshgrid.ts";
export { type NormOptions, norm } from "./norm.ts";
export { logNdtr, ndtr, ndtri, normalDensity } from "./normal-law.ts";
export { oneHot } from "./one-hot.ts";
export { type PadOptions, pad } from "./pad.ts";
export { cbrt, hypot, integerPow, pow, rsqrt, sqrt } from "./powers.ts";
export { max, min } from "./reduce-extremum.ts";
export { all, any, type LogicalReduction } from "./reduce-logical.ts";
export { prod } from "./reduce-prod.ts";
export { repeat, tile } from "./repeat.ts";
export { expandDims, flatten, reshape, squeeze } from "./reshape.ts";
export { rev } from "./rev.ts";
export { flip, roll } from "./roll.ts";
export { abs, ceil, floor, round, type StepFunction, sign, trunc } from "./rounding.ts";
export { scatterAdd, scatterSet } from "./scatter.ts";
export { clamp, relu, select, where } from "./select.ts";
export { sinc } from "./sinc.ts";
export { at, slice, sliceAxis, split, unstack } from "./slice.ts";
export { logSoftmax, softmax } from "./softmax.ts";
export { mean, std, type VarianceOptions, variance } from "./statistics.ts";
export { stopGradient, value } from "./stop-gradient.ts";
// reductions
export { type ReduceOptions, sum } from "./sum.ts";
export { type OpEntry, type OpName, ops } from "./table.ts";
export { take } from "./take.ts";
export { type TensordotAxes, tensordot } from "./tensordot.ts";
export { moveAxis, swapAxes, transpose } from "./transpose.ts";
export { tril, triu } from "./triangle.ts";
export { acos, asin, atan, atan2, cos, sin, tan } from "./trigonometric.ts";
export { type Axes, type Reduction, weightedReduction } from "./weighted-reduction.ts";
