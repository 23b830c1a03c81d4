import { expect, test } from "vitest";
import {
  BoolTensor,
  convert,
  eye,
  full,
  gt,
  iota,
  linspace,
  ones,
  Tensor,
  tensor,
  zeros,
} from "../src/index.ts";

test("nested arrays give an f64 tensor and come back unchanged", () => {
  const nested = [
    [
      [1, 2],
      [3, 4],
    ],
    [
      [5, 6],
      [7, 8],
    ],
  ];
  const x = tensor(nested);
  expect([x.shape, x.dtype, x.rank, x.size]).toEqual([[2, 2, 2], "f64", 3, 8]);
  expect(x.toArray()).toEqual(nested);
});

test.each([
  [new Float64Array([1, 2]), "f64"],
  [new Float32Array([1, 2]), "f32"],
  [new Int32Array([1, 2]), "i32"],
  [new Uint8Array([1, 0]), "bool"],
  [[true, false], "bool"],
  [3, "f64"],
] as const)("the dtype of %s is %s", (source, dtype) => {
  expect(tensor(source as unknown as number[]).dtype).toBe(dtype);
});

test("a tensor copies the typed array that it is made from", () => {
  const source = new Float64Array([1, 2]);
  const x = tensor(source);
  source[0] = 9;
  expect(x.toArray()).toEqual([1, 2]);
});

test("an empty axis survives the round trip", () => {
  expect(zeros([2, 0]).toArray()).toEqual([[], []]);
  expect(tensor([[], []]).shape).toEqual([2, 0]);
});

test("ragged rows, wrong sizes and foreign elements are refused by name", () => {
  expect(() => tensor([[1, 2], [3]])).toThrow(
    /AD1102 ShapeError.*rows of one shape \[2\], got \[1\]/s,
  );
  expect(() => tensor([1, 2, 3], { shape: [2, 2] })).toThrow(
    /expected 4 elements for shape \[2,2\], got 3/,
  );
  expect(() => tensor(["a"] as unknown as number[])).toThrow(/AD1101 OperandError.*"a"/s);
  expect(() => new Tensor(new Float64Array(2), [3], "f64")).toThrow(/AD1102/);
});

test("creation by formula", () => {
  expect(eye(2).toArray()).toEqual([
    [1, 0],
    [0, 1],
  ]);
  expect(full([2], 3.5).toArray()).toEqual([3.5, 3.5]);
  expect(ones([2], "f32").dtype).toBe("f32");
  expect(iota(3, "i32").toArray()).toEqual([0, 1, 2]);
  expect(linspace(0, 1, 5).toArray()).toEqual([0, 0.25, 0.5, 0.75, 1]);
  expect(() => iota(-1)).toThrow(/AD1104/);
});

test("item reads one element and refuses several", () => {
  expect(tensor(5).item()).toBe(5);
  expect(() => tensor([1, 2]).item()).toThrow(/expected a tensor of one element, got shape \[2\]/);
});

test("a scalar tensor is a number to JavaScript's operators; a larger one is refused", () => {
  expect(Number(tensor(2)) < 3).toBe(true);
  expect(() => Number(tensor([1, 2]))).toThrow(/AD1101/);
});

test("printing shows dtype, shape and rounded elements, and shortens long axes", () => {
  expect(
    String(
      tensor([
        [1, 2],
        [1 / 3, -0],
      ]),
    ),
  ).toBe("f64[2,2] [[1, 2], [0.333333, -0]]");
  expect(String(iota(100))).toBe("f64[100] [0, 1, 2, …, 97, 98, 99]");
  expect(String(tensor([true, false]))).toBe("bool[2] [true, false]");
});

test("JSON holds dtype, shape and data", () => {
  expect(JSON.parse(JSON.stringify(tensor([[1, 2]])))).toEqual({
    dtype: "f64",
    shape: [1, 2],
    data: [1, 2],
  });
});

test("comparing tensors gives a mask that reads itself when awaited", async () => {
  const mask = gt(tensor([1, -1]), 0);
  expect(mask).toBeInstanceOf(BoolTensor);
  expect(await mask).toEqual([1, 0]);
});

test("convert truncates to i32, rounds to f32 and tests for bool", () => {
  expect(convert(tensor([1.7, -1.7]), "i32").toArray()).toEqual([1, -1]);
  expect(convert(tensor([0.1]), "f32").toArray()).toEqual([Math.fround(0.1)]);
  expect(convert(tensor([0, 2]), "bool").toArray()).toEqual([0, 1]);
});
