import { expect, test } from "vitest";
import { foldIn, key, normal, rademacher, splitKey, uniform } from "../../src/index.ts";

test("the same key gives the same bits", () => {
  expect(normal(key(42), [5]).data).toEqual(normal(key(42), [5]).data);
});

test("a draw is a prefix of a longer draw from the same key", () => {
  expect(normal(key(7, 3), [10]).data.slice(0, 4)).toEqual(normal(key(7, 3), [4]).data);
});

test("children differ from their parent and from each other", () => {
  const parent = key(1);
  const keys = [parent, ...splitKey(parent, 50), foldIn(parent, 2 ** 40)];
  expect(new Set(keys.map((k) => `${k.seed}/${k.stream}`)).size).toBe(keys.length);
});

test("uniforms stay inside their interval and have its mean", () => {
  const { data } = uniform(key(3), [20000], -2, 4);
  const mean = data.reduce((sum, u) => sum + u, 0) / data.length;
  expect(Math.min(...data)).toBeGreaterThan(-2);
  expect(Math.max(...data)).toBeLessThan(4);
  // standard error 6/√12/√20000 = 0.012: six of them
  expect(Math.abs(mean - 1)).toBeLessThan(0.074);
});

test("rademacher draws only signs", () => {
  expect(new Set(rademacher(key(3), [1000]).data)).toEqual(new Set([-1, 1]));
});

test.each([-1, 1.5, 2 ** 53, Number.NaN])("key(%s) is refused", (seed) => {
  expect(() => key(seed)).toThrow(/AD1104 ArgumentError.*key: expected seed/s);
});
