import { describe, expect, test } from "vitest";
import {
  ArgumentError,
  all,
  any,
  argmax,
  argmin,
  DTypeError,
  gt,
  logSoftmax,
  logSumExp,
  max,
  mean,
  min,
  norm,
  prod,
  ShapeError,
  softmax,
  std,
  type Tensor,
  tensor,
  variance,
  zeros,
} from "../../src/index.ts";

type Reduce = (
  x: Tensor,
  axes?: number | readonly number[],
  options?: { readonly keepDims?: boolean },
) => Tensor;

const m = tensor([
  [1, 5, 2],
  [4, 3, 6],
]);

describe("prod, max, min and mean", () => {
  test("reduce over all axes, one, or several", () => {
    expect(prod(m).item()).toBe(720);
    expect(prod(m, 0).toArray()).toEqual([4, 15, 12]);
    expect(max(m, 1).toArray()).toEqual([5, 6]);
    expect(min(m, [0, 1]).item()).toBe(1);
    expect(mean(m, -1).toArray()).toEqual([8 / 3, 13 / 3]);
  });

  test("keepDims leaves axes of length one", () => {
    const reductions: Reduce[] = [prod, max, min, mean, logSumExp, std, variance, norm];
    for (const f of reductions) {
      expect(f(m, 0, { keepDims: true }).shape).toEqual([1, 3]);
      expect(f(m, undefined, { keepDims: true }).shape).toEqual([1, 1]);
      expect(f(m, 0).shape).toEqual([3]);
    }
  });

  test("reduce integers to integers", () => {
    const k = tensor([2, 3, 4], { dtype: "i32" });
    expect(prod(k)).toMatchObject({ dtype: "i32", data: Int32Array.of(24) });
    expect(max(k).dtype).toBe("i32");
  });

  test("no axes leave the operand as it is", () => {
    expect(prod(m, [])).toBe(m);
    expect(max(3)).toBe(3);
    expect(logSumExp(tensor(2)).item()).toBe(2);
    expect(norm(-2)).toBe(2);
  });

  test("NaN propagates through max and min wherever it stands", () => {
    for (const x of [
      [NaN, 1, 2],
      [1, NaN, 2],
      [1, 2, NaN],
    ]) {
      expect(max(tensor(x)).item()).toBeNaN();
      expect(min(tensor(x)).item()).toBeNaN();
    }
  });

  test("empty groups have their neutral elements", () => {
    const none = zeros([2, 0]);
    expect(prod(none, 1).toArray()).toEqual([1, 1]);
    expect(logSumExp(none, 1).toArray()).toEqual([-Infinity, -Infinity]);
    expect(norm(none, 1).toArray()).toEqual([0, 0]);
    expect(mean(none, 1).toArray()).toEqual([NaN, NaN]);
    expect(max(none, 0).shape).toEqual([0]);
    expect(softmax(none).shape).toEqual([2, 0]);
  });

  test("max and argmax refuse to choose from nothing", () => {
    expect(() => max(zeros([2, 0]), 1)).toThrow(ShapeError);
    expect(() => min(zeros([0]))).toThrow(/min: expected at least one element/);
    expect(() => argmax(zeros([0]))).toThrow(/argmax: expected at least one element/);
  });

  test("name the axis that is out of range", () => {
    expect(() => prod(m, 2)).toThrow(/prod: expected axis to be an integer from -2 to 1, got 2/);
    expect(() => logSumExp(m, -3)).toThrow(/logSumExp: expected axis/);
    expect(() => norm(m, [0, 0])).toThrow(/norm: expected axes to be distinct/);
  });

  test("refuse integers where the result is not one", () => {
    const k = tensor([1, 2], { dtype: "i32" });
    const floating: Reduce[] = [mean, variance, std, norm, logSumExp];
    for (const f of floating) expect(() => f(k)).toThrow(DTypeError);
    expect(() => softmax(k)).toThrow(/softmax: expected a floating-point operand, got i32/);
  });
});

describe("logSumExp and softmax", () => {
  test("neither overflow nor underflow", () => {
    expect(logSumExp(tensor([1000, 1000])).item()).toBeCloseTo(1000 + Math.LN2, 12);
    expect(logSumExp(tensor([-1000, -1000])).item()).toBeCloseTo(-1000 + Math.LN2, 12);
    expect(softmax(tensor([1000, 0])).toArray()).toEqual([1, 0]);
    expect(logSoftmax(tensor([1000, 0])).toArray()).toEqual([0, -1000]);
  });

  test("infinities dominate, NaN spoils its own group only", () => {
    expect(logSumExp(tensor([Infinity, 1])).item()).toBe(Infinity);
    expect(logSumExp(tensor([-Infinity, -Infinity])).item()).toBe(-Infinity);
    expect(softmax(tensor([Infinity, 1, Infinity])).toArray()).toEqual([0.5, 0, 0.5]);
    expect(logSoftmax(tensor([Infinity, 1])).toArray()).toEqual([0, -Infinity]);
    const rows = softmax(
      tensor([
        [NaN, 1],
        [0, 0],
      ]),
    );
    expect(rows.toArray()).toEqual([
      [NaN, NaN],
      [0.5, 0.5],
    ]);
  });

  test("softmax over any axes sums to one over them", () => {
    for (const axes of [0, 1, [0, 1]]) {
      const w = softmax(m, axes);
      expect(w.shape).toEqual([2, 3]);
      expect(Array.from(w.data).reduce((a, b) => a + b, 0)).toBeCloseTo(
        axes === 0 ? 3 : axes === 1 ? 2 : 1,
        14,
      );
    }
    expect(softmax(m, 0).toArray()).toEqual([
      [1, 5, 2].map((a, i) => expect.closeTo(1 / (1 + Math.exp(([4, 3, 6][i] as number) - a)), 14)),
      [4, 3, 6].map((a, i) => expect.closeTo(1 / (1 + Math.exp(([1, 5, 2][i] as number) - a)), 14)),
    ]);
  });
});

describe("variance, std and norm", () => {
  test("follow their definitions", () => {
    const x = tensor([1, 2, 3, 4]);
    expect(variance(x).item()).toBeCloseTo(5 / 3, 14);
    expect(variance(x, 0, { correction: 0 }).item()).toBe(1.25);
    expect(std(x, 0, { correction: 0 }).item()).toBe(Math.sqrt(1.25));
    expect(std(tensor([7])).item()).toBeNaN();
    expect(() => std(x, 0, { correction: -1 })).toThrow(ArgumentError);
  });

  test("do not cancel far from the origin", () => {
    expect(variance(tensor([1e9, 1e9 + 1, 1e9 + 2])).item()).toBe(1);
  });

  test("norms of every order", () => {
    const x = tensor([3, -4, 0]);
    const of = (ord: number): number => norm(x, 0, { ord }).item();
    expect([of(2), of(1), of(0), of(Infinity), of(-Infinity)]).toEqual([5, 7, 2, 4, 0]);
    expect(of(3)).toBeCloseTo(91 ** (1 / 3), 14);
    expect(of(-1)).toBe(0);
    expect(norm(tensor([1, 2]), 0, { ord: -1 }).item()).toBeCloseTo(2 / 3, 14);
    expect(() => norm(x, 0, { ord: NaN })).toThrow(/norm: expected ord to be a number/);
  });

  test("norms neither overflow nor underflow on the way", () => {
    expect(norm(tensor([3e200, 4e200])).item()).toBeCloseTo(5e200, -188);
    expect(norm(tensor([3e-200, 4e-200])).item() / 5e-200).toBeCloseTo(1, 14);
    expect(norm(tensor([3e-200, 4e-200]), 0, { ord: 3 }).item() / 1e-200).toBeCloseTo(
      91 ** (1 / 3),
      13,
    );
    expect(norm(tensor([Infinity, 1])).item()).toBe(Infinity);
    expect(norm(tensor([NaN, 0])).item()).toBeNaN();
  });
});

describe("argmax, argmin, all and any", () => {
  test("the first of equals, the first NaN", () => {
    expect(argmax(m, 0).toArray()).toEqual([1, 0, 1]);
    expect(argmin(m, 1, { keepDims: true }).toArray()).toEqual([[0], [1]]);
    expect(argmax(tensor([1, 3, 3])).item()).toBe(1);
    expect(argmin(tensor([1, NaN, 0])).item()).toBe(1);
    expect(argmax(m).item()).toBe(5);
    expect(argmax(m).dtype).toBe("i32");
    expect(argmax(3).item()).toBe(0);
  });

  test("all axes give a boolean that an if can read", () => {
    expect(all(gt(m, 0))).toBe(true);
    expect(any(gt(m, 6))).toBe(false);
    expect(all(true)).toBe(true);
    expect(all(tensor([], { dtype: "bool" }))).toBe(true);
    expect(any(tensor([], { dtype: "bool" }))).toBe(false);
  });

  test("some axes give a mask", () => {
    expect(all(gt(m, 2), 0)).toMatchObject({ dtype: "bool", data: Uint8Array.of(0, 1, 0) });
    expect(any(gt(m, 4), 1, { keepDims: true })).toMatchObject({ shape: [2, 1] });
    expect(all(gt(m, 0), undefined, { keepDims: true })).toMatchObject({ shape: [1, 1] });
  });

  test("refuse what is not a truth value", () => {
    expect(() => all(m as never)).toThrow(/all: expected a bool tensor, got f64/);
  });
});
