export {
  type EstimateOptions,
  type EstimateStatus,
  estimate,
  type GradEstimate,
} from "./estimate.ts";
export type { Bias, Estimator, SampledPushforward, SampleOptions } from "./estimator.ts";
export {
  type DifferenceScheme,
  type FiniteDifferenceOptions,
  finiteDifference,
} from "./finite-difference.ts";
export type { Line } from "./line.ts";
export type { Rational } from "./rational.ts";
export { type Stencil, stencil } from "./stencil.ts";
export { fixed } from "./step/fixed.ts";
export { type RelativeOptions, relative } from "./step/relative.ts";
export type { StepRule } from "./step/rule.ts";
export { type ZeroOrderBackend, type ZeroOrderOptions, zeroOrder } from "./zero-order.ts";
