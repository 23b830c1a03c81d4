import type { Problem } from "./problem.ts";

/** A problem whose inputs, oracle and hand-written derivative agree on the arguments `A` of f. */
export interface ProblemOf<A extends readonly unknown[]>
  extends Omit<Problem, "inputs" | "oracle" | "handWritten"> {
  inputs(size: number, seed: number): A;
  oracle?(...args: A): unknown;
  readonly handWritten?: {
    value(...args: A): unknown;
    derivative(...args: A): unknown;
  };
}

/** Forget the types of the arguments, once the compiler has compared them with each other. */
export function defineProblem<A extends readonly unknown[]>(problem: ProblemOf<A>): Problem {
  return problem;
}
