import {
  add,
  broadcastTo,
  flatten,
  maximum,
  minimum,
  mul,
  ne,
  rankOf,
  reshape,
  scatterAdd,
  scatterAddAlongAxis,
  scatterSet,
  select,
  shapeOf,
  sizeOf,
  sliceAxis,
  type Tensor,
  take,
  takeAlongAxis,
  tensor,
  type Value,
  zeros,
} from "@wengert/ad-core";
import { type Bound, type Rule, rule } from "../bound.ts";
import { diagonalIndex } from "./positions.ts";

/** PyTorch lets a scalar be indexed as a vector of one element. */
const atLeast1d = (x: Value): Value => (rankOf(x) === 0 ? reshape(x, [1]) : x);
const index1d = (index: Tensor): Tensor => (index.shape.length === 0 ? reshape(index, [1]) : index);
const asVector = (x: Value, dim: number): number => (rankOf(x) === 0 ? 0 : dim);

const truths = (mask: Tensor, shape: readonly number[]): number[] => {
  const wide = broadcastTo(mask, shape);
  return Array.from(wide.data).flatMap((on, i) => (on ? [i] : []));
};

/** Set elements of the flattened x. */
function put(x: Value, index: readonly number[], u: Value, accumulate: boolean): Value {
  const flat = flatten(x);
  const values = flatten(u);
  const set = accumulate ? scatterAdd(flat, index, values) : scatterSet(flat, index, values);
  return reshape(set, shapeOf(x));
}

/** Flat positions of x[..., index, ...] for a vector index along one axis. */
function rowMask(x: Value, dim: number, index: Tensor): Tensor {
  const shape = shapeOf(x);
  const at = dim < 0 ? dim + shape.length : dim;
  const n = shape[at] as number;
  const rows = tensor(
    Array.from({ length: n }, (_, i) => Array.from(index.data).includes(i)),
    {
      dtype: "bool",
      shape: [n, ...shape.slice(at + 1).map(() => 1)],
    },
  );
  return broadcastTo(rows, shape);
}

const along = (p: Bound): { x: Value; dim: number; index: Tensor } => {
  const x = p.value("x");
  return { x: atLeast1d(x), dim: asVector(x, p.number("dim")), index: index1d(p.tensor("index")) };
};

const restore = (p: Bound, y: Value): Value => reshape(y, shapeOf(p.value("x")));

/** x[…index…] = src for distinct positions: what is there goes away, then src is added. */
function replaceAlong(x: Value, dim: number, index: Tensor, src: Value): Value {
  const hit = scatterAddAlongAxis(zeros(shapeOf(x)), index, 1, dim);
  const kept = select(ne(hit, 0), 0, x);
  return scatterAddAlongAxis(kept, index, broadcastTo(src, index.shape), dim);
}

const scatterReduce = (combine: (a: Value, b: Value) => Value): Rule =>
  rule("x dim index src reduce", (p) => {
    const source = p.value("src");
    return p.flag("include_self", true) ? combine(p.value("x"), source) : source;
  });

/** Reading and writing by index. */
export const indexing: Readonly<Record<string, Rule>> = {
  __getitem__: rule("x index", (p) => {
    const found = p.raw("index");
    if (Array.isArray(found)) return take(p.value("x"), found as number[]);
    const [start, stop, step] = (found as { slice: (number | null)[] }).slice;
    return sliceAxis(p.value("x"), 0, start ?? 0, stop ?? undefined, step ?? 1);
  }),
  diagonal_scatter: rule("x src offset", (p) => {
    const x = p.value("x");
    return put(x, diagonalIndex(shapeOf(x), p.number("offset", 0)), p.value("src"), false);
  }),
  gather: rule("x dim index", (p) => {
    const { x, dim, index } = along(p);
    return reshape(takeAlongAxis(x, index, dim), p.tensor("index").shape);
  }),
  index_add: rule("x dim index src alpha", (p) => {
    const { x, dim, index } = along(p);
    const src = mul(p.number("alpha", 1), atLeast1d(p.value("src")));
    return restore(p, scatterAdd(x, index, src, dim));
  }),
  index_copy: rule("x dim index src", (p) => {
    const { x, dim, index } = along(p);
    return restore(p, scatterSet(x, index, atLeast1d(p.value("src")), dim));
  }),
  index_fill: rule("x dim index value", (p) => {
    const { x, dim, index } = along(p);
    return restore(p, select(rowMask(x, dim, index) as never, p.value("value"), x));
  }),
  index_put: rule("x mask src accumulate", (p) => {
    const x = p.value("x");
    const rows = truths(p.values("mask")[0] as Tensor, [shapeOf(x)[0] as number]);
    return p.flag("accumulate")
      ? scatterAdd(x, rows, p.value("src"))
      : scatterSet(x, rows, p.value("src"));
  }),
  index_select: rule("x dim index", (p) => {
    const { x, dim, index } = along(p);
    const y = take(x, index, dim);
    return rankOf(p.value("x")) === 0 ? reshape(y, []) : y;
  }),
  masked_fill: rule("x mask value", (p) =>
    select(p.tensor("mask") as never, p.value("value"), p.value("x")),
  ),
  masked_scatter: rule("x mask src", (p) => {
    const mask = p.tensor("mask");
    const shape = rankOf(p.value("x")) >= mask.shape.length ? shapeOf(p.value("x")) : mask.shape;
    const positions = truths(mask, shape);
    const source = take(
      flatten(p.value("src")),
      positions.map((_, k) => k),
    );
    return put(broadcastTo(p.value("x"), shape), positions, source, false);
  }),
  masked_select: rule("x mask", (p) => {
    const [x, mask] = [p.value("x"), p.tensor("mask")];
    const shape = rankOf(x) >= mask.shape.length ? shapeOf(x) : mask.shape;
    return take(flatten(broadcastTo(x, shape)), truths(mask, shape));
  }),
  narrow: rule("x dim start length", (p) =>
    sliceAxis(
      p.value("x"),
      p.number("dim"),
      p.number("start"),
      p.number("start") + p.number("length"),
    ),
  ),
  "nn.functional.embedding": rule("weight index", (p) =>
    take(p.value("weight"), p.tensor("index")),
  ),
  put: rule("x index src accumulate", (p) => {
    const x = p.value("x");
    const index = Array.from(p.tensor("index").data, (i) => (i < 0 ? i + sizeOf(shapeOf(x)) : i));
    return put(x, index, p.value("src"), p.flag("accumulate"));
  }),
  scatter: rule("x dim index src", (p) => {
    const { x, dim, index } = along(p);
    return restore(p, replaceAlong(x, dim, index, p.value("src")));
  }),
  scatter_add: rule("x dim index src", (p) => {
    const { x, dim, index } = along(p);
    const src = reshape(p.value("src"), index.shape);
    return restore(p, scatterAddAlongAxis(x, index, src, dim));
  }),
  "scatter_reduce.amax": scatterReduce(maximum),
  "scatter_reduce.amin": scatterReduce(minimum),
  "scatter_reduce.mean": scatterReduce((a, b) => mul(0.5, add(a, b))),
  "scatter_reduce.sum": scatterReduce(add),
  select: rule("x dim index", (p) => take(p.value("x"), p.number("index"), p.number("dim"))),
  select_scatter: rule("x src dim index", (p) => {
    const [x, dim, i] = [p.value("x"), p.number("dim"), p.number("index")];
    const at = dim < 0 ? dim + rankOf(x) : dim;
    const row = reshape(p.value("src"), [
      ...shapeOf(x).slice(0, at),
      1,
      ...shapeOf(x).slice(at + 1),
    ]);
    return scatterSet(x, [i], row, at);
  }),
  slice: rule("x dim", (p) => sliceAxis(p.value("x"), p.number("dim"), 0)),
  take: rule("x index", (p) => take(flatten(p.value("x")), p.tensor("index"))),
  take_along_dim: rule("x index dim", (p) =>
    p.has("dim")
      ? takeAlongAxis(p.value("x"), p.tensor("index"), p.number("dim"))
      : take(flatten(p.value("x")), flatten(p.tensor("index"))),
  ),
};
