import { ArgumentError, type Leaves, tensor } from "@wengert/ad-core";
import { assert, double, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { type DifferenceScheme, finiteDifference, fixed, relative } from "../src/index.ts";
import { stencil } from "../src/stencil.ts";
import { relativeStep } from "../src/step/relative.ts";
import { oracle } from "./support.ts";

const identity = (x: Leaves): Leaves => x;

function stepOf(
  step: ReturnType<typeof relative>,
  x: Leaves,
  tangent: Leaves,
  scheme: DifferenceScheme = "central",
): number {
  return finiteDifference({ scheme, step }).pushforward(identity, x, [tangent]).steps[0] as number;
}

const binade = (x: number): number => Math.floor(Math.log2(Math.abs(x)));

const roundoff = { f64: 2 ** -53, f32: 2 ** -24 } as const;

describe("relative", () => {
  test.each(["f64", "f32"] as const)("balances truncation and rounding in %s", (dtype) => {
    const { model_forward, model_central } = oracle.step_rules[dtype];
    const forward = relativeStep(stencil([0, 1], 1), roundoff[dtype]);
    const central = relativeStep(stencil([-1, 0, 1], 1), roundoff[dtype]);
    expect(Math.abs(forward / model_forward.h - 1)).toBeLessThan(1e-15);
    expect(Math.abs(central / model_central.h - 1)).toBeLessThan(1e-15);
  });

  test("takes the nearest power of two, so that x ± h is exact within the binade of x", () => {
    assert(
      property(double({ min: -1e12, max: 1e12, noNaN: true }), (x) => {
        const h = stepOf(relative(), [x], [1]);
        expect(Number.isInteger(Math.log2(h))).toBe(true);
        for (const moved of [x + h, x - h]) {
          const inBinade = binade(moved) <= binade(x);
          const error = Math.abs(Math.abs(moved - x) - h);
          expect(error).toBeLessThanOrEqual(inBinade ? 0 : 2 ** -53 * Math.abs(moved));
        }
        const ideal = oracle.step_rules.f64.model_central.h * Math.max(Math.abs(x), 1);
        expect(h / ideal).toBeGreaterThan(0.7);
        expect(h / ideal).toBeLessThan(1.42);
      }),
    );
  });

  test("follows the size of each coordinate when one moves at a time", () => {
    const x = [1e8, 1, 0];
    expect(stepOf(relative(), x, [1, 0, 0])).toBeGreaterThan(400);
    expect(stepOf(relative(), x, [0, 1, 0])).toBe(2 ** -17);
    expect(stepOf(relative(), x, [0, 0, 1])).toBe(2 ** -17);
    expect(stepOf(relative({ typical: 2 ** -10 }), x, [0, 0, 1])).toBe(2 ** -27);
  });

  test("moves no coordinate by more than its own step, whatever the length of the tangent", () => {
    for (const length of [1e-200, 1e-6, 1, 1e6, 1e200]) {
      const h = stepOf(relative(), [1, -2, 3], [length, 0, -length]);
      expect(h * length).toBeGreaterThan(2 ** -18);
      expect(h * length).toBeLessThan(2 ** -16);
    }
  });

  test("uses the coarser precision of x and f(x)", () => {
    const single = tensor([1], { dtype: "f32" });
    const toSingle = (): Leaves => [single];
    const { steps } = finiteDifference().pushforward(toSingle, [1], [[1]]);
    expect(stepOf(relative(), [single], [single])).toBe(2 ** -7);
    expect(steps[0]).toBe(2 ** -7);
    expect(stepOf(relative(), [tensor([1])], [tensor([1])])).toBe(2 ** -17);
  });

  test("one-sided schemes step away from zero", () => {
    expect(stepOf(relative(), [-1], [1], "forward")).toBeLessThan(0);
    expect(stepOf(relative(), [-1], [-1], "forward")).toBeGreaterThan(0);
    expect(stepOf(relative(), [0], [1], "forward")).toBeGreaterThan(0);
    expect(stepOf(relative({ awayFromZero: false }), [-1], [1], "forward")).toBeGreaterThan(0);
    expect(stepOf(relative(), [-1], [1], "central")).toBeGreaterThan(0);
    const abs = (x: Leaves): Leaves => [Math.abs(x[0] as number)];
    const { tangents } = finiteDifference({ scheme: "forward" }).pushforward(abs, [-1e-12], [[1]]);
    expect(tangents).toEqual([[-1]]);
  });

  test("widens for noisy values", () => {
    expect(stepOf(relative({ noise: 1e-6 }), [1], [1])).toBe(2 ** -6);
  });

  test.each([0, -1, NaN, Infinity])("refuses typical and noise of %s", (bad) => {
    expect(() => relative({ typical: bad })).toThrow(ArgumentError);
    expect(() => relative({ noise: bad })).toThrow(ArgumentError);
  });
});

describe("fixed", () => {
  test("moves the fastest coordinate by just that much", () => {
    expect(stepOf(fixed(2 ** -10), [3], [1])).toBe(2 ** -10);
    expect(stepOf(fixed(2 ** -10), [3, 5], [2, -4])).toBe(2 ** -12);
  });

  test.each([0, -1e-6, NaN, Infinity])("refuses a step of %s", (bad) => {
    expect(() => fixed(bad)).toThrow(/AD1104 ArgumentError.*fixed: expected length/);
  });

  test("refuses a step that is lost in the rounding of x", () => {
    expect(() => stepOf(fixed(1e-9), [1e9], [1])).toThrow(/large enough to move x = 1000000000/);
    const single = tensor([1], { dtype: "f32" });
    expect(() => stepOf(fixed(1e-9), [single], [single])).toThrow(ArgumentError);
    expect(stepOf(fixed(1e-9), [1e9, 1], [1, 1])).toBe(1e-9); // the second coordinate moves
  });
});

test("a rule of one's own is asked for a number", () => {
  const rule = (h: number) => ({ name: "mine", step: () => h });
  expect(stepOf(rule(0.25), [1], [1])).toBe(0.25);
  expect(() => stepOf(rule(0), [1], [1])).toThrow(/rule mine/);
  expect(() => stepOf(rule(NaN), [1], [1])).toThrow(ArgumentError);
});
