import { logSqrt, type Problem, productAbc, ridge, x2xy } from "@wengert/ad-problems";

/** A worked example of the lectures, with the names of its arguments. */
export interface Example {
  readonly problem: Problem;
  readonly size: number;
  readonly argumentNames: readonly string[];
}

export const examples: readonly Example[] = [
  { problem: logSqrt, size: 2, argumentNames: ["w₁", "w₂"] },
  { problem: ridge, size: 2, argumentNames: ["w", "x", "y", "λ"] },
  { problem: x2xy, size: 2, argumentNames: ["x", "y"] },
  { problem: productAbc, size: 3, argumentNames: ["w", "s"] },
];

/** The example of that name, or ridge: small, with vectors, and with numbers to recognise. */
export function findExample(id: string): Example {
  const found = examples.find(({ problem }) => problem.id === id);
  return found ?? (examples[1] as Example);
}

/** The lecture's own numbers. */
export function lectureArguments({ problem, size }: Example): readonly unknown[] {
  return problem.inputs(size, 0);
}

/** Positions of the differentiated arguments. */
export function activePositions({ problem }: Example): readonly number[] {
  const { argnums } = problem;
  return typeof argnums === "number" ? [argnums] : argnums;
}
