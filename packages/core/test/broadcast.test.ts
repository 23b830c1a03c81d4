import fc from "fast-check";
import { expect, test } from "vitest";
import { add, broadcastTo, mul, sum, Tensor, tensor, zeros } from "../src/index.ts";

/** NumPy's rule, element by element and by definition. */
function addByDefinition(a: Tensor, b: Tensor): { shape: number[]; data: number[] } {
  const rank = Math.max(a.rank, b.rank);
  const length = (x: Tensor, i: number): number => x.shape[x.rank - rank + i] ?? 1;
  const shape = Array.from({ length: rank }, (_, i) =>
    length(a, i) === 1 ? length(b, i) : length(a, i),
  );
  const data: number[] = [];
  const read = (x: Tensor, index: readonly number[]): number => {
    let at = 0;
    for (let i = 0; i < rank; i++)
      if (x.rank - rank + i >= 0)
        at = at * length(x, i) + (length(x, i) === 1 ? 0 : (index[i] as number));
    return x.data[at] as number;
  };
  const visit = (index: number[]): void => {
    if (index.length === rank) data.push(read(a, index) + read(b, index));
    else for (let i = 0; i < (shape[index.length] as number); i++) visit([...index, i]);
  };
  visit([]);
  return { shape, data };
}

const shapes = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.constantFrom("both", "left", "right")), {
    maxLength: 4,
  })
  .chain((axes) =>
    fc
      .tuple(fc.integer({ min: 0, max: axes.length }), fc.integer({ min: 0, max: axes.length }))
      .map(([dropA, dropB]) => {
        const side = (which: string): number[] =>
          axes.map(([n, who]) => (who === "both" || who === which ? n : 1));
        return dropA <= dropB
          ? [side("left"), side("right").slice(dropB)]
          : [side("left").slice(dropA), side("right")];
      }),
  );

const counted = (shape: readonly number[], start: number): Tensor => {
  const x = zeros(shape);
  x.data.forEach((_, i) => (x.data[i] = start + i));
  return x;
};

test("elementwise ops broadcast as NumPy defines it, on every pair of shapes that fits", () => {
  fc.assert(
    fc.property(shapes, ([sa, sb]) => {
      const [a, b] = [counted(sa as number[], 1), counted(sb as number[], 100)];
      const reference = addByDefinition(a, b);
      const y = add(a, b);
      expect([y.shape, Array.from(y.data)]).toEqual([reference.shape, reference.data]);
    }),
    { numRuns: 500 },
  );
});

test("shapes that do not fit are named, with a way out", () => {
  expect(() => add(tensor([1, 2]), tensor([1, 2, 3]))).toThrow(
    /AD1102 ShapeError: \[ad-core\] add: .*\[2\] and \[3\].*fix: reshape/s,
  );
});

test("broadcastTo repeats, and refuses to shrink", () => {
  expect(broadcastTo(tensor([[1], [2]]), [2, 3]).toArray()).toEqual([
    [1, 1, 1],
    [2, 2, 2],
  ]);
  expect(() => broadcastTo(tensor([1, 2]), [1])).toThrow(/AD1102/);
});

test("a number adopts the dtype of the tensor beside it", () => {
  expect(mul(tensor(new Float32Array([0.1])), 3).toArray()).toEqual([
    Math.fround(Math.fround(0.1) * 3),
  ]);
  expect(() => mul(tensor(new Int32Array([1])), 0.5)).toThrow(/AD1103.*i32 and 0.5/s);
});

test("sum adds over the named axes and keeps them on demand", () => {
  const x = tensor([
    [1, 2, 3],
    [4, 5, 6],
  ]);
  expect(sum(x).toArray()).toBe(21);
  expect(sum(x, 0).toArray()).toEqual([5, 7, 9]);
  expect(sum(x, [-1], { keepDims: true }).toArray()).toEqual([[6], [15]]);
  expect(() => sum(x, 2)).toThrow(
    /AD1104 ArgumentError: \[ad-core\] sum: expected axis to be an integer from -2 to 1, got 2/,
  );
  expect(() => sum(x, [0, -2])).toThrow(/expected axes to be distinct/);
});
