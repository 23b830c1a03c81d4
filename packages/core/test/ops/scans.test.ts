import { describe, expect, test } from "vitest";
import {
  cumLogSumExp,
  cummax,
  cummin,
  cumprod,
  DTypeError,
  linearRecurrence,
  logSumExp,
  ShapeError,
  slice,
  tensor,
  zeros,
} from "../../src/index.ts";

const m = tensor([
  [2, 1, 3],
  [-1, 4, 0],
]);

describe("cumprod", () => {
  test("runs along any axis, in both directions", () => {
    expect(cumprod(m).toArray()).toEqual([
      [2, 2, 6],
      [-1, -4, 0],
    ]);
    expect(cumprod(m, 0).toArray()).toEqual([
      [2, 1, 3],
      [-2, 4, 0],
    ]);
    expect(cumprod(m, 1, { reverse: true }).toArray()).toEqual([
      [6, 3, 3],
      [0, 0, 0],
    ]);
  });

  test("takes empty axes, single elements and integers", () => {
    expect(cumprod(zeros([2, 0])).shape).toEqual([2, 0]);
    expect(cumprod(zeros([0, 2])).shape).toEqual([0, 2]);
    expect(cumprod(tensor([7])).toArray()).toEqual([7]);
    expect(cumprod(tensor([2, 3], { dtype: "i32" })).dtype).toBe("i32");
  });

  test("names a missing axis", () => {
    expect(() => cumprod(tensor(3))).toThrow(/cumprod: expected axis to be absent/);
    expect(() => cummax(m, 2)).toThrow(/cummax: expected axis to be an integer from -2 to 1/);
  });
});

describe("linearRecurrence", () => {
  test("is a leaky sum", () => {
    expect(linearRecurrence(0.5, tensor([1, 1, 1])).toArray()).toEqual([1, 1.5, 1.75]);
    const back = linearRecurrence(tensor([2, 3, 5]), tensor([1, 1, 1]), 0, { reverse: true });
    expect(back.toArray()).toEqual([9, 4, 1]);
  });

  test("broadcasts its operands", () => {
    const h = linearRecurrence(tensor([[2], [3]]), tensor([1, 1]));
    expect(h.toArray()).toEqual([
      [1, 3],
      [1, 4],
    ]);
    expect(linearRecurrence(tensor([2, 2]), 1).toArray()).toEqual([1, 3]);
  });

  test("refuses shapes and dtypes that do not fit", () => {
    expect(() => linearRecurrence(tensor([1, 2]), tensor([1, 2, 3]))).toThrow(ShapeError);
    const single = tensor([1, 2], { dtype: "f32" });
    expect(() => linearRecurrence(tensor([1, 2]), single)).toThrow(DTypeError);
    expect(linearRecurrence(0.5, single).dtype).toBe("f32");
  });
});

describe("cummax and cummin", () => {
  test("hold the extremum so far", () => {
    expect(cummax(m).toArray()).toEqual([
      [2, 2, 3],
      [-1, 4, 4],
    ]);
    expect(cummin(m, 0).toArray()).toEqual([
      [2, 1, 3],
      [-1, 1, 0],
    ]);
    expect(cummax(m, 1, { reverse: true }).toArray()).toEqual([
      [3, 3, 3],
      [4, 4, 0],
    ]);
    expect(cummin(zeros([0])).shape).toEqual([0]);
  });

  test("stay NaN from the first NaN on", () => {
    expect(cummax(tensor([1, NaN, 3])).toArray()).toEqual([1, NaN, NaN]);
    expect(cummin(tensor([NaN, 1, 0])).toArray()).toEqual([NaN, NaN, NaN]);
  });
});

describe("cumLogSumExp", () => {
  test("agrees with logSumExp of every prefix, far from 1", () => {
    const x = tensor([1000, -1000, 1001, 999.5, -Infinity]);
    const prefixes = Array.from({ length: 5 }, (_, k) => logSumExp(slice(x, [0], [k + 1])).item());
    cumLogSumExp(x).data.forEach((v, k) => expect(v).toBeCloseTo(prefixes[k] as number, 12));
  });

  test("passes infinities and NaN on", () => {
    expect(cumLogSumExp(tensor([-Infinity, -Infinity, 0])).toArray()).toEqual([
      -Infinity,
      -Infinity,
      0,
    ]);
    expect(cumLogSumExp(tensor([0, Infinity, 1])).toArray()).toEqual([0, Infinity, Infinity]);
    expect(cumLogSumExp(tensor([-Infinity, NaN, 1])).toArray()).toEqual([-Infinity, NaN, NaN]);
  });

  test("refuses integers", () => {
    expect(() => cumLogSumExp(tensor([1], { dtype: "i32" }))).toThrow(DTypeError);
  });
});
