import { cheapGradient } from "./cost/cheap-gradient.ts";
import { rosenbrock } from "./cost/rosenbrock.ts";
import { speelpenning } from "./cost/speelpenning.ts";
import { feedforward } from "./networks/feedforward.ts";
import type { Problem } from "./problem.ts";
import { multidimensionalScaling, plantedScaling } from "./scaling/multidimensional-scaling.ts";
import { jacobianAspect } from "./which-way/jacobian-aspect.ts";
import { logSqrt } from "./worked-examples/log-sqrt.ts";
import { productAbc } from "./worked-examples/product-abc.ts";
import { ridge } from "./worked-examples/ridge.ts";
import { x2xy } from "./worked-examples/x2-xy.ts";

/** All problems, suite by suite. */
export const problems: readonly Problem[] = [
  logSqrt,
  ridge,
  x2xy,
  productAbc,
  cheapGradient,
  rosenbrock,
  speelpenning,
  multidimensionalScaling,
  plantedScaling,
  jacobianAspect,
  feedforward,
];

/** The problem of that name, or undefined. */
export function findProblem(id: string): Problem | undefined {
  return problems.find((problem) => problem.id === id);
}
