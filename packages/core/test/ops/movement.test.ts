import { describe, expect, test } from "vitest";
import {
  diag,
  diagEmbed,
  diagonal,
  flip,
  iota,
  matrixTrace,
  meshgrid,
  oneHot,
  repeat,
  reshape,
  roll,
  scatterSet,
  tensor,
  tile,
  tril,
  triu,
  zeros,
} from "../../src/index.ts";

const m = tensor([
  [1, 2, 3],
  [4, 5, 6],
]);

describe("diagonals", () => {
  test("of every offset, of matrices that are not square", () => {
    const of = (offset: number): unknown => diagonal(m, { offset }).toArray();
    expect([-2, -1, 0, 1, 2, 3].map(of)).toEqual([[], [4], [1, 5], [2, 6], [3], []]);
  });

  test("of any two axes, put last", () => {
    const cube = reshape(iota(12), [2, 3, 2]);
    expect(diagonal(cube, { axes: [0, 2] }).toArray()).toEqual([
      [0, 7],
      [2, 9],
      [4, 11],
    ]);
    expect(() => diagonal(cube, { axes: [0, 0] })).toThrow(/two different axes/);
    expect(() => diagonal(tensor([1]))).toThrow(/diagonal: expected at least two axes, got \[1\]/);
  });

  test("diag is its own inverse on vectors", () => {
    for (const k of [-2, 0, 1]) expect(diag(diag(tensor([1, 2]), k), k).toArray()).toEqual([1, 2]);
    expect(diag(tensor([1, 2]), 1).toArray()).toEqual([
      [0, 1, 0],
      [0, 0, 2],
      [0, 0, 0],
    ]);
    expect(diag(tensor([1, 2]), -1).toArray()).toEqual([
      [0, 0, 0],
      [1, 0, 0],
      [0, 2, 0],
    ]);
    expect(() => diag(zeros([1, 1, 1]))).toThrow(/a vector or a matrix/);
    expect(diagEmbed(zeros([0])).shape).toEqual([0, 0]);
    expect(diagEmbed(m).shape).toEqual([2, 3, 3]);
  });

  test("matrixTrace sums them", () => {
    expect(matrixTrace(m).item()).toBe(6);
    expect(matrixTrace(m, 1).item()).toBe(8);
  });
});

test("tril and triu cut at diagonal k", () => {
  expect(tril(m).toArray()).toEqual([
    [1, 0, 0],
    [4, 5, 0],
  ]);
  expect(triu(m, 1).toArray()).toEqual([
    [0, 2, 3],
    [0, 0, 6],
  ]);
  expect(
    tril(
      tensor([
        [1, NaN],
        [2, 3],
      ]),
    ).toArray(),
  ).toEqual([
    [1, 0],
    [2, 3],
  ]);
  expect(() => triu(tensor([1]))).toThrow(/triu: expected at least two axes/);
});

test("tile lays copies side by side", () => {
  expect(tile(tensor([1, 2]), [2]).toArray()).toEqual([1, 2, 1, 2]);
  expect(tile(tensor([1, 2]), [2, 2]).toArray()).toEqual([
    [1, 2, 1, 2],
    [1, 2, 1, 2],
  ]);
  expect(tile(m, [2]).shape).toEqual([2, 6]);
  expect(tile(tensor(3), [2]).toArray()).toEqual([3, 3]);
  expect(tile(m, [0, 1]).shape).toEqual([0, 3]);
  expect(() => tile(m, [-1])).toThrow(/tile: expected counts to be non-negative integers/);
});

test("repeat repeats rows", () => {
  expect(repeat(tensor([1, 2]), 2).toArray()).toEqual([1, 1, 2, 2]);
  expect(repeat(m, [2, 0, 1], 1).toArray()).toEqual([
    [1, 1, 3],
    [4, 4, 6],
  ]);
  expect(() => repeat(m, [1, 2, 3])).toThrow(/repeat: expected counts to be 2 non-negative/);
});

test("roll brings back what falls off", () => {
  expect(roll(tensor([1, 2, 3]), 1).toArray()).toEqual([3, 1, 2]);
  expect(roll(tensor([1, 2, 3]), -4).toArray()).toEqual([2, 3, 1]);
  expect(roll(m, 1).toArray()).toEqual([
    [6, 1, 2],
    [3, 4, 5],
  ]);
  expect(roll(m, [1, -1], [0, 1]).toArray()).toEqual([
    [5, 6, 4],
    [2, 3, 1],
  ]);
  expect(roll(zeros([0]), 2).shape).toEqual([0]);
  expect(() => roll(m, [1, 2], 0)).toThrow(/roll: expected shift to be 1 integers/);
  expect(flip(tensor([1, 2])).toArray()).toEqual([2, 1]);
});

test("oneHot makes rows of the identity", () => {
  expect(oneHot([2, 0], 3).toArray()).toEqual([
    [0, 0, 1],
    [1, 0, 0],
  ]);
  expect(oneHot(1, 2, "f32")).toMatchObject({ dtype: "f32", shape: [2] });
  expect(oneHot(tensor([[1], [0]], { dtype: "i32" }), 2).shape).toEqual([2, 1, 2]);
  expect(() => oneHot([3], 3)).toThrow(/oneHot: expected every index to be an integer from 0 to 2/);
});

test("meshgrid repeats coordinates", () => {
  const [x, y] = meshgrid([tensor([1, 2]), tensor([3, 4, 5])]);
  expect(x?.toArray()).toEqual([
    [1, 1, 1],
    [2, 2, 2],
  ]);
  expect(y?.toArray()).toEqual([
    [3, 4, 5],
    [3, 4, 5],
  ]);
  const exchanged = meshgrid([tensor([1, 2]), tensor([3, 4, 5])], { indexing: "xy" });
  expect(exchanged[0]?.shape).toEqual([3, 2]);
  expect(() => meshgrid([m])).toThrow(/meshgrid: expected vectors, got \[2,3\]/);
});

test("scatterSet replaces infinite and undefined rows like any others", () => {
  const x = tensor([Number.POSITIVE_INFINITY, Number.NaN, 1]);
  expect(scatterSet(x, [0, 1], tensor([5, 6])).toArray()).toEqual([5, 6, 1]);
});
