import { grad } from "@wengert/ad-core";
import { forward } from "@wengert/ad-forward";
import { tape } from "@wengert/ad-tape";
import { describe, expect, test } from "vitest";
import {
  aspectInputs,
  cheapGradient,
  countOperations,
  jacobianAspect,
  rosenbrock,
  speelpenning,
} from "../src/index.ts";
import { numbersOf, relativeError } from "./support.ts";

describe("rosenbrock", () => {
  test.each([
    [10, 0.4251607105135917, 591.1038730748495, 957.0533982479684],
    [1000, 0.8905107177793978, 91357.87224086726, 14594.003619803587],
  ])("has the reference input, value and gradient for n = %i", (n, first, value, norm) => {
    const [x] = rosenbrock.inputs(n, 0) as [number[]];
    expect(x[0]).toBe(first);
    const gradient = rosenbrock.handWritten?.derivative(x) as number[];
    expect((rosenbrock.handWritten?.value(x) as number) / value).toBeCloseTo(1, 13);
    expect(Math.hypot(...gradient) / norm).toBeCloseTo(1, 13);
    expect(
      relativeError(grad(rosenbrock.f, { backend: tape() })(x as never), gradient),
    ).toBeLessThanOrEqual(1e-13);
  });

  test("has its minimum, with a zero gradient, at (1, …, 1)", () => {
    const ones = new Array<number>(6).fill(1);
    expect(rosenbrock.handWritten?.value(ones)).toBe(0);
    expect(numbersOf(rosenbrock.oracle?.(ones)).every((g) => Math.abs(g) === 0)).toBe(true);
  });
});

describe("speelpenning", () => {
  test("is 1/(n + 1) at the classical point, with the known gradient", () => {
    const n = 40;
    const [x] = speelpenning.inputs(n, 0) as [number[]];
    expect(speelpenning.handWritten?.value(x)).toBeCloseTo(1 / (n + 1), 14);
    const known = x.map((_, i) => (i + 2) / ((i + 1) * (n + 1)));
    expect(relativeError(speelpenning.oracle?.(x), known)).toBeLessThanOrEqual(1e-14);
  });

  test("needs no division: one zero leaves one slope, two leave none", () => {
    expect(speelpenning.oracle?.([2, 0, 3])).toEqual([0, 6, 0]);
    expect(speelpenning.oracle?.([0, 0, 3])).toEqual([0, 0, 0]);
    expect(grad(speelpenning.f, { backend: tape() })([2, 0, 3] as never)).toEqual([0, 6, 0]);
  });

  test("neither overflows nor vanishes for a hundred thousand factors", () => {
    const [x] = speelpenning.inputs(100_000, 1) as [number[]];
    const value = speelpenning.handWritten?.value(x) as number;
    expect(value > 0.01 && value < 100).toBe(true);
  });
});

describe("cheap-gradient", () => {
  const f = cheapGradient.f as (x: unknown) => unknown;

  test("has four operations for each further input, for every n", () => {
    const count = (n: number): number => {
      const [x] = cheapGradient.inputs(n, 0) as [number[]];
      return countOperations((...v) => f(v), ...x).total;
    };
    expect([count(11) - count(10), count(1001) - count(1000)]).toEqual([4, 4]);
  });

  test("costs a fixed multiple of the function in reverse mode, and more with n in forward mode", () => {
    const ratio = (n: number, backend: ReturnType<typeof tape>): number => {
      const [x] = cheapGradient.inputs(n, 0) as [number[]];
      const g = grad(cheapGradient.f, { backend });
      return (
        countOperations((...v) => g(v as never), ...x).total /
        countOperations((...v) => f(v), ...x).total
      );
    };
    expect(ratio(100, tape())).toBeLessThan(4);
    expect(ratio(1000, tape())).toBeLessThan(4);
    const one = forward({ chunk: 1 });
    expect(ratio(80, one) / ratio(20, one)).toBeGreaterThan(3);
  });

  test("has the hand-written gradient at n = 10⁵ too", () => {
    const args = cheapGradient.inputs(100_000, 2);
    const gradient = grad(cheapGradient.f, { backend: tape() })(...(args as never[]));
    expect(relativeError(gradient, cheapGradient.oracle?.(...args))).toBeLessThanOrEqual(1e-14);
  });
});

test("jacobian-aspect runs from m/n = 0.05 to m/n = 4", () => {
  expect(aspectInputs).toBe(100);
  expect([jacobianAspect.sizes[0], jacobianAspect.sizes.at(-1)]).toEqual([5, 400]);
});
