/** The public names of the problem suites. Exports only; runs in the browser. */
export { findProblem, problems } from "./catalogue.ts";
export { cheapGradient } from "./cost/cheap-gradient.ts";
export { rosenbrock } from "./cost/rosenbrock.ts";
export { speelpenning } from "./cost/speelpenning.ts";
export { defineProblem, type ProblemOf } from "./define.ts";
export { softmaxCrossEntropy } from "./networks/cross-entropy.ts";
export {
  type FeedforwardOptions,
  feedforward,
  feedforwardProblem,
} from "./networks/feedforward.ts";
export {
  type Activation,
  feedforwardLogits,
  feedforwardLoss,
  feedforwardShapes,
  type Layer,
  type ShapeStep,
} from "./networks/network.ts";
export { countOperations, type OperationCount } from "./operation-count.ts";
export type { Problem, ProblemOperator, Suite } from "./problem.ts";
export { mulberry32, uniform } from "./random.ts";
export { capitals, type Place } from "./scaling/capitals.ts";
export { type DescendOptions, type Descent, descend } from "./scaling/descend.ts";
export { distanceMatrix, earthRadius, greatCircle, project } from "./scaling/geography.ts";
export { type ScalingOptions, scalingLoss } from "./scaling/loss.ts";
export {
  multidimensionalScaling,
  plantedPoints,
  plantedScaling,
  squaredDistances,
} from "./scaling/multidimensional-scaling.ts";
export { type Alignment, procrustes } from "./scaling/procrustes.ts";
export { type RecoveredMap, type RecoverOptions, recoverMap } from "./scaling/recover-map.ts";
export { aspectInputs, jacobianAspect } from "./which-way/jacobian-aspect.ts";
export { logSqrt } from "./worked-examples/log-sqrt.ts";
export {
  type ProductCounts,
  productAbc,
  productCounts,
  productExpression,
} from "./worked-examples/product-abc.ts";
export { ridge } from "./worked-examples/ridge.ts";
export * as symbolic from "./worked-examples/symbolic.ts";
export { x2xy } from "./worked-examples/x2-xy.ts";
