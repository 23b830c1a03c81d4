import { tensor } from "@wengert/ad-core";
import { forward } from "@wengert/ad-forward";
import { tape } from "@wengert/ad-tape";
import { expect, test } from "vitest";
import { numbersOf, relativeError } from "../src/compare.ts";
import { predict } from "../src/predict.ts";

test("a derivative is compared number by number, whatever holds the numbers", () => {
  expect([...numbersOf({ a: [1, [2, 3]], b: tensor([4, 5]) })]).toEqual([1, 2, 3, 4, 5]);
  expect(relativeError([3, 4], tensor([3, 4]))).toBe(0);
});

test("the error is relative to the norm of the truth, and absolute where that is zero", () => {
  expect(relativeError([3, 4.5], [3, 4])).toBeCloseTo(0.1, 15);
  expect(relativeError([0, 1e-3], [0, 0])).toBe(1e-3);
});

test("NaN, infinities and results of another size are infinitely wrong", () => {
  expect(relativeError([NaN, 4], [3, 4])).toBe(Infinity);
  expect(relativeError([Infinity, 4], [3, 4])).toBe(Infinity);
  expect(relativeError([3], [3, 4])).toBe(Infinity);
  expect(relativeError([3, 4], [3, NaN])).toBe(Infinity);
});

test("the prediction counts sweeps by mode", () => {
  const size = { inputs: 100, outputs: 7 };
  expect(predict(tape(), "grad", { inputs: 100, outputs: 1 }, 0.5).seconds).toBe(0.5);
  expect(predict(tape(), "jacobian", size, 1).seconds).toBe(7);
  expect(predict(forward({ chunk: 8 }), "jacobian", size, 1)).toMatchObject({
    seconds: 13,
    reason: "at least 13 sweeps of 1.00 s, 13 s",
  });
});
