import {
  at,
  flatten,
  reshape,
  type Shape,
  shapeOf,
  sizeOf,
  stack,
  Tensor,
  tensor,
  toNumber,
  type Value,
} from "@wengert/ad-core";

/** A leaf of an argument or result: a plain number, or a tensor of a shape. */
type LeafKind = "number" | Shape;

/** One way in which numbers reach f or leave it. */
export interface Kind {
  readonly name: string;
  readonly leaves: readonly LeafKind[];
  /** The tree with these leaves. */
  build(leaves: readonly unknown[]): unknown;
  /** The tree with blocks of a Jacobian at its leaves, where that differs. */
  buildBlocks?(blocks: readonly unknown[]): unknown;
  /** The leaves of such a tree; inside f they are variables. */
  leavesOf(tree: never): readonly unknown[];
}

const number: Kind = {
  name: "number",
  leaves: ["number"],
  build: ([x]) => x,
  leavesOf: (x: Value) => [x],
};

const scalar: Kind = { ...number, name: "scalar tensor", leaves: [[]] };
const vector: Kind = { ...number, name: "vector", leaves: [[3]] };
const matrix: Kind = { ...number, name: "matrix", leaves: [[2, 2]] };

const numbers: Kind = {
  name: "number[]",
  leaves: ["number", "number", "number"],
  build: (leaves) => [...leaves],
  leavesOf: (x: readonly Value[]) => x,
};

const float64Array: Kind = {
  name: "Float64Array",
  leaves: [[3]],
  build: ([x]) => (x as Tensor).data,
  buildBlocks: ([x]) => x,
  leavesOf: (x: Value) => [x],
};

interface Nested {
  readonly bias: Value;
  readonly layers: readonly { readonly weight: Value; readonly label: string }[];
}

/** Records, arrays, tensors, a number, and a string that is carried along. */
const nested: Kind = {
  name: "nested record",
  leaves: ["number", [2], [1, 2]],
  build: ([bias, first, second]) => ({
    bias,
    layers: [
      { weight: first, label: "hidden" },
      { weight: second, label: "out" },
    ],
  }),
  leavesOf: ({ bias, layers }: Nested) => [bias, ...layers.map(({ weight }) => weight)],
};

/** What an argument of f may be. */
export const inputKinds: readonly Kind[] = [
  number,
  scalar,
  vector,
  matrix,
  numbers,
  float64Array,
  nested,
];

/** What f may return: a typed array cannot hold variables. */
export const outputKinds: readonly Kind[] = [number, scalar, vector, matrix, numbers, nested];

function leafShape(leaf: LeafKind): Shape {
  return leaf === "number" ? [] : leaf;
}

/** How many numbers a kind holds. */
export function sizeOfKind({ leaves }: Kind): number {
  return leaves.reduce((sum, leaf) => sum + sizeOf(leafShape(leaf)), 0);
}

/** These numbers as an argument or result of the kind. */
export function pack(kind: Kind, entries: readonly number[]): unknown {
  let start = 0;
  return kind.build(
    kind.leaves.map((leaf) => {
      const own = entries.slice(start, start + sizeOf(leafShape(leaf)));
      start += own.length;
      return leaf === "number" ? own[0] : tensor(own, { shape: leaf });
    }),
  );
}

/** Inside f: every entry of the argument, as scalars. */
export function readEntries(kind: Kind, tree: unknown): Value[] {
  return kind.leavesOf(tree as never).flatMap((given) => {
    const leaf = given instanceof Float64Array ? tensor(given) : (given as Value);
    if (shapeOf(leaf).length === 0) return [toNumber(leaf)];
    const row = flatten(leaf);
    return Array.from({ length: sizeOf(shapeOf(leaf)) }, (_, i) => toNumber(at(row, i)));
  });
}

/** Inside f: scalars as a result of the kind. */
export function writeEntries(kind: Kind, entries: readonly Value[]): unknown {
  let start = 0;
  return kind.build(
    kind.leaves.map((leaf) => {
      const own = entries.slice(start, start + sizeOf(leafShape(leaf)));
      start += own.length;
      return leaf === "number" ? own[0] : reshape(stack(own), leaf);
    }),
  );
}

/** A matrix as nested blocks: y's structure of x's structures. */
export function packBlocks(y: Kind, x: Kind, jacobian: readonly (readonly number[])[]): unknown {
  const block = (rows: readonly number[], columns: readonly number[], shape: Shape): Tensor =>
    tensor(
      rows.flatMap((i) => columns.map((j) => jacobian[i]?.[j] as number)),
      { shape },
    );
  const [yRanges, xRanges] = [rangesOf(y), rangesOf(x)];
  const build = (kind: Kind, blocks: readonly unknown[]): unknown =>
    (kind.buildBlocks ?? kind.build)(blocks);
  return build(
    y,
    y.leaves.map((yLeaf, i) =>
      build(
        x,
        x.leaves.map((xLeaf, j) => {
          const shape = [...leafShape(yLeaf), ...leafShape(xLeaf)];
          const made = block(yRanges[i] as number[], xRanges[j] as number[], shape);
          return yLeaf === "number" && xLeaf === "number" ? made.item() : made;
        }),
      ),
    ),
  );
}

/** Positions of each leaf's entries. */
function rangesOf(kind: Kind): number[][] {
  let start = 0;
  return kind.leaves.map((leaf) => {
    const from = start;
    start += sizeOf(leafShape(leaf));
    return Array.from({ length: start - from }, (_, i) => from + i);
  });
}
