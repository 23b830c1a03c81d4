import fc from "fast-check";
import { expect, test } from "vitest";
import {
  flattenTree,
  leafPaths,
  mapTree,
  mul,
  registerTree,
  Tensor,
  tensor,
  unflattenTree,
} from "../src/index.ts";

const plain = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.double({ noNaN: true }),
    fc.constantFrom(null, undefined, "text", true),
    fc.array(tie("tree"), { maxLength: 4 }),
    fc.dictionary(
      fc.string({ maxLength: 3 }).filter((k) => k !== "__proto__"),
      tie("tree"),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
})).tree;

test("unflatten undoes flatten on every tree", () => {
  fc.assert(
    fc.property(plain, (tree) => {
      const { leaves, spec } = flattenTree("test", tree);
      expect(unflattenTree(spec, leaves)).toEqual(tree);
      expect(leafPaths(spec)).toHaveLength(leaves.length);
    }),
  );
});

test("leaves come depth first, with their paths", () => {
  const { leaves, spec } = flattenTree("test", {
    a: [1, { b: 2 }],
    c: tensor([3, 4]),
    d: "static",
  });
  expect(leaves.map((leaf) => (leaf instanceof Tensor ? leaf.toArray() : leaf))).toEqual([
    1,
    2,
    [3, 4],
  ]);
  expect(leafPaths(spec)).toEqual(["$.a[0]", "$.a[1].b", "$.c"]);
});

test("a Float64Array is one leaf and comes back as a Float64Array", () => {
  const doubled = mapTree({ w: new Float64Array([1, 2]) }, (x) => mul(x, 2)) as { w: unknown };
  expect(doubled.w).toEqual(new Float64Array([2, 4]));
});

test("a registered class is taken apart and put together", () => {
  class Point {
    readonly x: unknown;
    readonly y: unknown;
    constructor(x: unknown, y: unknown) {
      this.x = x;
      this.y = y;
    }
  }
  registerTree(Point, {
    flatten: (p) => ({ children: [p.x, p.y] }),
    unflatten: ([x, y]) => new Point(x, y),
  });
  expect(mapTree([new Point(1, 2)], (x) => mul(x, 10))).toEqual([new Point(10, 20)]);
});

test.each([
  [new Map(), "Map"],
  [new Date(0), "Date"],
  [Symbol("s"), "symbol"],
])("%s is refused with its path", (value, name) => {
  expect(() => flattenTree("grad", { layers: [1, { w: value }] })).toThrow(
    new RegExp(`AD1301 TreeError: .*got ${name} at \\$\\.layers\\[1\\]\\.w`),
  );
});
