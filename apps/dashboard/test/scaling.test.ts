import { expect, test } from "vitest";
import type { Row } from "../src/results/document.ts";
import { type Point, slopeOf } from "../src/scaling/series.ts";
import { decades, powersOfTwo } from "../src/ui/log-ticks.ts";

const point = (size: number, middle: number): Point => ({
  backend: "tape",
  size,
  middle,
  low: middle,
  high: middle,
  row: {} as Row,
});

test("the exponent of c·n^p is p", () => {
  expect(slopeOf([1, 10, 1000].map((n) => point(n, 3 * n ** 1.5)))).toBeCloseTo(1.5, 12);
});

test("one size has no exponent", () => {
  expect(slopeOf([point(4, 1), point(4, 2)])).toBeUndefined();
});

test("a long axis has powers of ten, a short one 2 and 5 between them", () => {
  expect(decades(5e-7, 2e-3)).toEqual([1e-6, 1e-5, 1e-4, 1e-3]);
  expect(decades(1, 30)).toEqual([1, 2, 5, 10, 20]);
});

test("an axis of bytes has powers of two", () => {
  expect(powersOfTwo(100, 1100)).toEqual([128, 256, 512, 1024]);
  expect(powersOfTwo(1, 2 ** 30)).toEqual([1, 2 ** 5, 2 ** 10, 2 ** 15, 2 ** 20, 2 ** 25, 2 ** 30]);
});
