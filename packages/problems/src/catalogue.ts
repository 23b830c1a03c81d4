import { rosenbrock } from "./cost/rosenbrock.ts";
import type { Problem } from "./problem.ts";
import { jacobianAspect } from "./which-way/jacobian-aspect.ts";
import { logSqrt } from "./worked-examples/log-sqrt.ts";
import { ridge } from "./worked-examples/ridge.ts";
import { x2xy } from "./worked-examples/x2-xy.ts";

/** All problems, suite by suite. */
export const problems: readonly Problem[] = [logSqrt, ridge, x2xy, rosenbrock, jacobianAspect];

/** The problem of that name, or undefined. */
export function findProblem(id: string): Problem | undefined {
  return problems.find((problem) => problem.id === id);
}
