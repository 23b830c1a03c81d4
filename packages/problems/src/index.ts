/** The public names of the problem suites. Exports only; runs in the browser. */
export { findProblem, problems } from "./catalogue.ts";
export { rosenbrock } from "./cost/rosenbrock.ts";
export { defineProblem, type ProblemOf } from "./define.ts";
export type { Problem, ProblemOperator, Suite } from "./problem.ts";
export { mulberry32, uniform } from "./random.ts";
export { aspectInputs, jacobianAspect } from "./which-way/jacobian-aspect.ts";
export { logSqrt } from "./worked-examples/log-sqrt.ts";
export { ridge } from "./worked-examples/ridge.ts";
export { x2xy } from "./worked-examples/x2-xy.ts";
