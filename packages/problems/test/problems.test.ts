import {
  type AnyFunction,
  type Backend,
  grad,
  jacobian,
  type Value,
  value,
} from "@wengert/ad-core";
import { forward } from "@wengert/ad-forward";
import { tape } from "@wengert/ad-tape";
import { describe, expect, test } from "vitest";
import { feedforwardProblem, findProblem, type Problem, problems } from "../src/index.ts";
import { centralDifferences, numbersOf, relativeError } from "./support.ts";

const smallNetwork = feedforwardProblem({ id: "feedforward-small", widths: [6, 5, 4, 3] });
const small = (problem: Problem): number => problem.sizes[0] as number;

function derivativeBy(backend: Backend, problem: Problem, args: readonly unknown[]): unknown {
  const operator = problem.operator === "grad" ? grad : jacobian;
  const run = operator(problem.f, { backend, argnums: problem.argnums }) as AnyFunction;
  return run(...(args as never[]));
}

/** Structure apart, what f says: the numbers of its value. */
function valueOf(problem: Problem, args: readonly unknown[]): number[] {
  const y = problem.f(...(args as never[])) as Value;
  return numbersOf(value(y));
}

describe("the catalogue", () => {
  test("has no two problems of one name, and finds each by its name", () => {
    expect(new Set(problems.map((p) => p.id)).size).toBe(problems.length);
    for (const problem of problems) expect(findProblem(problem.id)).toBe(problem);
    expect(findProblem("no-such-problem")).toBeUndefined();
  });

  test("covers the four parts of the lectures", () => {
    expect(new Set(problems.map((p) => p.suite)).size).toBe(4);
  });

  test.each(problems.map((p) => [p.id, p] as const))(
    "%s is complete and consistent data",
    (_, p) => {
      expect(p.oracle).toBeDefined();
      expect(p.handWritten).toBeDefined();
      expect(p.seeds.length).toBeGreaterThan(0);
      expect(p.sizes).toEqual(p.sizes.toSorted((a, b) => a - b));
      for (const size of p.quickSizes) expect(p.sizes).toContain(size);
      expect(
        p.formula.length * p.sizeMeaning.length * p.title.length * p.tags.length,
      ).toBeGreaterThan(0);
    },
  );
});

describe.each([...problems, smallNetwork].map((p) => [p.id, p] as const))("%s", (_, problem) => {
  const size = small(problem);

  test("gives the same inputs for the same seed, and others for another", () => {
    const [a, b, c] = [0, 0, 1].map((seed) => numbersOf(problem.inputs(size, seed)));
    expect(a).toEqual(b);
    expect(a).not.toEqual(c);
  });

  test.each(problem.seeds)("written by hand, has the value of f (seed %i)", (seed) => {
    const args = problem.inputs(size, seed);
    expect(
      relativeError(numbersOf(problem.handWritten?.value(...args)), valueOf(problem, args)),
    ).toBeLessThanOrEqual(1e-14);
  });

  test.each(problem.seeds)("the oracle and the hand-written derivative agree (seed %i)", (seed) => {
    const args = problem.inputs(size, seed);
    expect(
      relativeError(problem.handWritten?.derivative(...args), problem.oracle?.(...args)),
    ).toBeLessThanOrEqual(1e-13);
  });

  test("the oracle agrees with reverse mode", () => {
    const args = problem.inputs(size, 1);
    expect(
      relativeError(derivativeBy(tape(), problem, args), problem.oracle?.(...args)),
    ).toBeLessThanOrEqual(1e-12);
  });

  test("differentiating leaves the inputs as they were", () => {
    const args = problem.inputs(size, 1);
    const before = numbersOf(args);
    problem.handWritten?.derivative(...args);
    derivativeBy(tape(), problem, args);
    expect(numbersOf(args)).toEqual(before);
  });
});

// 784-128-10 has a hundred thousand inputs: what costs a sweep for each is checked on the small network.
const few = [...problems, smallNetwork].filter((p) => p.id !== "feedforward");

test.each(few.map((p) => [p.id, p] as const))(
  "%s: the oracle agrees with forward mode",
  (_, problem) => {
    const args = problem.inputs(small(problem), 1);
    expect(
      relativeError(derivativeBy(forward(), problem, args), problem.oracle?.(...args)),
    ).toBeLessThanOrEqual(1e-12);
  },
);

test.each(few.filter((p) => p.operator === "grad").map((p) => [p.id, p] as const))(
  "%s: the hand-written derivative agrees with central differences",
  (_, problem) => {
    for (const seed of problem.seeds) {
      const args = problem.inputs(small(problem), seed);
      const derivative = numbersOf(problem.handWritten?.derivative(...args));
      expect(relativeError(centralDifferences(problem, args), derivative)).toBeLessThanOrEqual(
        1e-8,
      );
    }
  },
);
