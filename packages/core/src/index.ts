/** The public names of core. Exports only. */
export * from "./value.ts";
export { Var, isVar } from "./var.ts";
export * from "./op.ts";
export { type Interpreter } from "./interpreter.ts";
export { TransformInterpreter } from "./interpreters/transform.ts";
export {
  applyBilinear,
  applyBinary,
  applyInert,
  applyLinear,
  applyStructured,
  applyUnary,
} from "./dispatch.ts";
export * from "./tensor/tensor.ts";
export * from "./tensor/create.ts";
export { type DType, type Data, type DataOf, bytesPerElement, isFloating } from "./tensor/dtype.ts";
export { type Shape, sameShape, sizeOf, formatShape } from "./tensor/shape.ts";
export * from "./ops/arithmetic.ts";
export * from "./ops/exponential.ts";
export * from "./ops/trigonometric.ts";
export * from "./ops/hyperbolic.ts";
export * from "./ops/powers.ts";
export * from "./ops/rounding.ts";
export * from "./ops/extremum.ts";
export * from "./ops/logistic.ts";
export * from "./ops/error-functions.ts";
export * from "./ops/gamma-functions.ts";
export * from "./ops/bessel.ts";
export { logNdtr, ndtr, ndtri, normalDensity } from "./ops/normal-law.ts";
export { sinc } from "./ops/sinc.ts";
export * from "./ops/entropic.ts";
export { type OpEntry, type OpName, ops } from "./ops/table.ts";
export * from "./ops/compare.ts";
export { clamp, relu, select, where } from "./ops/select.ts";
export { value, stopGradient } from "./ops/stop-gradient.ts";
export { convert } from "./ops/convert.ts";
export { broadcastInDim, broadcastTo } from "./ops/broadcast.ts";
export { expandDims, flatten, reshape, squeeze } from "./ops/reshape.ts";
export { moveAxis, swapAxes, transpose } from "./ops/transpose.ts";
export { type ReduceOptions, sum } from "./ops/sum.ts";
export { at, slice, sliceAxis, split, unstack } from "./ops/slice.ts";
export { type PadOptions, pad } from "./ops/pad.ts";
export { rev } from "./ops/rev.ts";
export { concatenate, stack } from "./ops/concatenate.ts";
export {
  gather,
  scatterAdd,
  scatterAddAlongAxis,
  scatterSet,
  take,
  takeAlongAxis,
} from "./ops/take.ts";
export { dynamicSlice, dynamicUpdateSlice } from "./ops/dynamic-slice.ts";
export { cumsum, type ScanOptions } from "./ops/cumsum.ts";
export { cumprod } from "./ops/cumprod.ts";
export { cumLogSumExp } from "./ops/cum-log-sum-exp.ts";
export { type CumulativeExtremum, cummax, cummin } from "./ops/cumulative-extremum.ts";
export { linearRecurrence } from "./ops/linear-recurrence.ts";
export { type Axes, type Reduction, weightedReduction } from "./ops/weighted-reduction.ts";
export { prod } from "./ops/reduce-prod.ts";
export { max, min } from "./ops/reduce-extremum.ts";
export { logSumExp } from "./ops/log-sum-exp.ts";
export { logSoftmax, softmax } from "./ops/softmax.ts";
export { mean, std, variance, type VarianceOptions } from "./ops/statistics.ts";
export { norm, type NormOptions } from "./ops/norm.ts";
export { argmax, argmin, type IndexSearch } from "./ops/argmax.ts";
export { all, any, type LogicalReduction } from "./ops/reduce-logical.ts";
export { type DotDimensions, dotGeneral } from "./ops/dot-general.ts";
export { dot, matmul, outer } from "./ops/matmul.ts";
export { einsum } from "./ops/einsum.ts";
export { kron } from "./ops/kron.ts";
export { tensordot, type TensordotAxes } from "./ops/tensordot.ts";
export { diag, diagEmbed, diagonal, type DiagonalOptions, trace } from "./ops/diagonal.ts";
export { tril, triu } from "./ops/triangle.ts";
export { repeat, tile } from "./ops/repeat.ts";
export { flip, roll } from "./ops/roll.ts";
export { oneHot } from "./ops/one-hot.ts";
export { meshgrid, type MeshgridOptions } from "./ops/meshgrid.ts";
export * from "./local-jacobian.ts";
export { coreOf, leadOf } from "./ops/axes.ts";
export { isPlainNumber, toNumber, toScalarTensor } from "./ops/scalar.ts";
export {
  type Step,
  type StepOperand,
  type StepTrace,
  formatSteps,
  traceSteps,
} from "./trace-steps.ts";
export { foldIn, type Key, key, normal, rademacher, splitKey, uniform } from "./random/key.ts";
export { philox4x32 } from "./random/philox.ts";
export * from "./backend.ts";
export * from "./engine.ts";
export * from "./errors/classes.ts";
export { WengertError, userPosition } from "./errors/error.ts";
export { flattenTree, leafPaths, mapTree, registerTree, unflattenTree, type TreeSpec } from "./tree/tree.ts";
export type * from "./operators/types.ts";
export { onesLike, zerosLike } from "./operators/call.ts";
export { grad, valueAndGrad } from "./operators/grad.ts";
export { derivative } from "./operators/derivative.ts";
export { jvp, linearize } from "./operators/jvp.ts";
export { vjp } from "./operators/vjp.ts";
export { jacobian } from "./operators/jacobian.ts";
export { describeOperator, hessian, hvp } from "./operators/second-order.ts";
export { args, prepare, type Prepared } from "./operators/prepare.ts";
