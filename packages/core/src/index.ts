/** The public names of core. Exports only. */

// for backends and engines
export type {
  Backend,
  BackendFactory,
  Capabilities,
  FlatFunction,
  Leaves,
  Pullback,
  Pushforward,
} from "./backend.ts";
export {
  applyBilinear,
  applyBinary,
  applyInert,
  applyLinear,
  applyStructured,
  applyUnary,
} from "./dispatch.ts";
export type { AbstractValue, Engine, Equation, Executable, Graph } from "./engine.ts";
// errors
export {
  ArgumentError,
  AsyncFunctionError,
  CapabilityError,
  ConcretizationError,
  DTypeError,
  EscapedVarError,
  NestingError,
  NotScalarOutputError,
  OperandError,
  OperatorOnVarError,
  PreparationMismatchError,
  ShapeError,
  TreeError,
  TreeMismatchError,
} from "./errors/classes.ts";
export {
  type ErrorDetails,
  type SourcePosition,
  userPosition,
  WengertError,
} from "./errors/error.ts";
export { formatSteps } from "./format-steps.ts";
export type { Interpreter } from "./interpreter.ts";
export { TransformInterpreter } from "./interpreters/transform.ts";
export {
  pullBilinear,
  pullBinary,
  pushBilinear,
  pushBinary,
  pushLinear,
  pushUnary,
} from "./local-jacobian.ts";
export type * from "./op.ts";
export { onesLike, zerosLike } from "./operators/call.ts";
export { derivative } from "./operators/derivative.ts";
export { grad, valueAndGrad } from "./operators/grad.ts";
export { type Jacobian, jacobian } from "./operators/jacobian.ts";
export { jvp, type LinearMap, linearize, type Pushed } from "./operators/jvp.ts";
export {
  type Arguments,
  args,
  type Prepared,
  prepare,
  type Signature,
} from "./operators/prepare.ts";
export { describeOperator, hessian, hvp } from "./operators/second-order.ts";
// operators
export type * from "./operators/types.ts";
export { type Pulled, vjp } from "./operators/vjp.ts";
export { coreOf, leadOf } from "./ops/axes.ts";
// ops
export * from "./ops/index.ts";
export { isPlainNumber, toNumber, toScalarTensor } from "./ops/scalar.ts";
export { foldIn, type Key, key, normal, rademacher, splitKey, uniform } from "./random/key.ts";
export { philox4x32 } from "./random/philox.ts";
export {
  eye,
  full,
  iota,
  linspace,
  ones,
  type TensorOptions,
  type TensorSource,
  tensor,
  zeros,
} from "./tensor/create.ts";
export { bytesPerElement, type Data, type DataOf, type DType, isFloating } from "./tensor/dtype.ts";
export { formatShape, type Shape, sameShape, sizeOf } from "./tensor/shape.ts";
export { BoolTensor, type NestedArray, Tensor } from "./tensor/tensor.ts";
export {
  type Step,
  type StepOperand,
  type StepOptions,
  type StepTrace,
  traceSteps,
} from "./trace-steps.ts";
export {
  flattenTree,
  leafPaths,
  mapTree,
  type NodeType,
  registerTree,
  type TreeSpec,
  unflattenTree,
} from "./tree/tree.ts";
// values
export {
  dtypeOf,
  isDifferentiable,
  type Passive,
  rankOf,
  shapeOf,
  type Value,
} from "./value.ts";
export { isVar, Var } from "./var.ts";
