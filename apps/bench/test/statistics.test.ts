import { array, assert, double, property } from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bootstrapInterval,
  geometricMean,
  isNoisy,
  median,
  summarise,
  thin,
} from "../src/statistics.ts";

const oneToHundred = Array.from({ length: 100 }, (_, i) => i + 1);
const positive = array(double({ min: 1e-9, max: 1, noNaN: true }), {
  minLength: 1,
  maxLength: 40,
});

describe("statistics", () => {
  test("the median is the middle value, or the mean of the middle two", () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([7])).toBe(7);
  });

  test("the interval of one value, and of equal ones, is that value", () => {
    expect(bootstrapInterval([7])).toEqual([7, 7]);
    expect(bootstrapInterval([3, 3, 3, 3])).toEqual([3, 3]);
  });

  test("the interval of 1 … 100 is close to that of the order statistics", () => {
    // binomial(100, ½): the 95 % interval of the median is [x₍₄₀₎, x₍₆₁₎] (David and Nagaraja, §7.1)
    const [low, high] = bootstrapInterval(oneToHundred);
    expect(Math.abs(low - 40)).toBeLessThan(4);
    expect(Math.abs(high - 61)).toBeLessThan(4);
  });

  test("the interval is the same for the same samples", () => {
    expect(bootstrapInterval(oneToHundred)).toEqual(bootstrapInterval(oneToHundred));
  });

  test("the median lies in its interval, and scales with the samples", () => {
    assert(
      property(positive, (values) => {
        const { low, median: middle, high, minimum } = summarise(values);
        expect(minimum).toBeLessThanOrEqual(low);
        expect(low).toBeLessThanOrEqual(middle);
        expect(middle).toBeLessThanOrEqual(high);
        expect(summarise(values.map((x) => 2 * x)).median).toBe(2 * middle);
      }),
      { numRuns: 50 },
    );
  });

  test("a cell is noisy when its interval is wider than a tenth of the median", () => {
    const timing = summarise([1]);
    expect(isNoisy({ ...timing, low: 0.951, high: 1.05 })).toBe(false);
    expect(isNoisy({ ...timing, low: 0.949, high: 1.05 })).toBe(true);
  });

  test("thinning keeps the first sample, the order and the number asked for", () => {
    expect(thin([1, 2, 3], 32)).toEqual([1, 2, 3]);
    expect(thin(oneToHundred, 4)).toEqual([1, 26, 51, 76]);
    expect(summarise(oneToHundred)).toMatchObject({ count: 100, minimum: 1 });
    expect(summarise(oneToHundred).samples).toHaveLength(32);
  });

  test("the geometric mean of a ratio and its inverse is one", () => {
    expect(geometricMean([4, 0.25])).toBe(1);
  });
});
