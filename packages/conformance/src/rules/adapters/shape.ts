import {
  broadcastTo,
  concatenate,
  diag,
  diagEmbed,
  diagonal,
  expandDims,
  flatten,
  flip,
  meshgrid,
  moveAxis,
  pad,
  rankOf,
  repeat,
  reshape,
  rev,
  roll,
  shapeOf,
  sizeOf,
  split,
  squeeze,
  stack,
  sum,
  swapAxes,
  type Tensor,
  take,
  tensor,
  tile,
  transpose,
  tril,
  triu,
  unstack,
  type Value,
} from "@wengert/ad-core";
import { type Bound, type Rule, rule } from "../bound.ts";
import { combinations, tuples } from "./positions.ts";
import { paddedIndex, unfold2d } from "./windows.ts";

const at = (dim: number, n: number): number => (dim < 0 ? dim + n : dim);

/** At least `n` axes, new ones in front. */
const atLeast = (x: Value, n: number): Value =>
  rankOf(x) >= n ? x : reshape(x, [...new Array<number>(n - rankOf(x)).fill(1), ...shapeOf(x)]);

/** A scalar counts as a vector of one element. */
const vector = (x: Value): Value => atLeast(x, 1);

/** Join, ignoring PyTorch's legacy empty vectors. */
const join = (xs: readonly Value[], dim: number): Value => {
  const widest = Math.max(...xs.map(rankOf));
  return concatenate(
    xs.filter((x) => rankOf(x) === widest),
    dim,
  );
};

/** Parts of n, the last one shorter. */
const partsOf = (total: number, n: number): number[] =>
  Array.from({ length: Math.ceil(total / n) }, (_, i) => Math.min(n, total - i * n));

/** n parts, the first ones longer by one; or the parts between given cuts. */
function cuts(total: number, sections: number | readonly number[]): number[] {
  if (typeof sections === "number") {
    return Array.from(
      { length: sections },
      (_, i) => Math.floor(total / sections) + (i < total % sections ? 1 : 0),
    );
  }
  const bounds = [0, ...sections, total];
  return sections.map((c, i) => c - (bounds[i] as number)).concat(total - (sections.at(-1) ?? 0));
}

const splitAt = (p: Bound, dim: number): Value[] => {
  const x = p.value("x");
  return split(x, cuts(shapeOf(x).at(dim) as number, p.raw("sections") as number | number[]), dim);
};

function blockDiagonal(xs: readonly Value[]): Value {
  const blocks = xs.map((x) => atLeast(x, 2));
  const width = blocks.reduce<number>((n, b) => n + (shapeOf(b)[1] as number), 0);
  let left = 0;
  const rows = blocks.map((b) => {
    const n = shapeOf(b)[1] as number;
    left += n;
    return pad(b, [0, left - n], [0, width - left]);
  });
  return concatenate(rows, 0);
}

function rot90(x: Value, k: number, [a, b]: readonly [number, number]): Value {
  const turns = ((k % 4) + 4) % 4;
  if (turns === 2) return rev(x, [a, b]);
  if (turns === 1) return rev(swapAxes(x, a, b), a);
  return turns === 3 ? rev(swapAxes(x, a, b), b) : x;
}

/** Sum over the axes that a smaller shape lacks or has with length 1. */
function sumToSize(x: Value, shape: readonly number[]): Value {
  const offset = rankOf(x) - shape.length;
  const axes = shapeOf(x).flatMap((n, i) => (i < offset || shape[i - offset] !== n ? [i] : []));
  return reshape(sum(x, axes), shape);
}

/** Windows of one axis, the window's elements last. */
function unfold(x: Value, dim: number, size: number, step: number): Value {
  if (rankOf(x) === 0) return reshape(x, [1]);
  const n = shapeOf(x).at(dim) as number;
  const count = Math.floor((n - size) / step) + 1;
  const index = tensor(
    tuples([count, size]).map(([i, j]) => (i as number) * step + (j as number)),
    { shape: [count, size], dtype: "i32" },
  );
  const windows = take(x, index, dim);
  return moveAxis(windows, at(dim, rankOf(x)) + 1, -1);
}

type PadMode = "constant" | "reflect" | "replicate" | "circular";

const padRule = (mode: PadMode, signature = "x pad mode value"): Rule =>
  rule(signature, (p) => {
    const x = p.value("x");
    const widths = p.raw("pad") as number[];
    const n = rankOf(x);
    const pair = (i: number): number[] => {
      const k = 2 * (n - 1 - i);
      return [widths[k] ?? 0, widths[k + 1] ?? 0];
    };
    const axes = shapeOf(x).map((_, i) => pair(i) as [number, number]);
    if (mode === "constant") {
      return pad(
        x,
        axes.map(([lo]) => lo),
        axes.map(([, hi]) => hi),
        { value: p.value("value", 0) },
      );
    }
    return axes.reduce(
      (y, [lo, hi], i) =>
        lo === 0 && hi === 0 ? y : take(y, paddedIndex(shapeOf(y)[i] as number, lo, hi, mode), i),
      x,
    );
  });

const stacking = (n: number, dim: number, shapeUp: (x: Value) => Value): Rule =>
  rule("xs", (p) =>
    concatenate(
      p.values("xs").map((x) => atLeast(shapeUp(x), n)),
      dim,
    ),
  );

/** Reordering, joining, splitting and repeating: linear maps with an index map. */
export const shape: Readonly<Record<string, Rule>> = {
  T: rule("x", (p) => transpose(p.value("x"))),
  atleast_2d: rule("x", (p) => atLeast(p.value("x"), 2)),
  block_diag: rule("*xs", (p) => blockDiagonal(p.values("xs"))),
  broadcast_tensors: rule("*xs", (p) => {
    const wide = p
      .values("xs")
      .map((x) => shapeOf(atLeast(x, Math.max(...p.values("xs").map(rankOf)))));
    const common = (wide[0] as number[]).map((_, i) =>
      Math.max(...wide.map((s) => s[i] as number)),
    );
    return p.values("xs").map((x) => broadcastTo(x, common));
  }),
  broadcast_to: rule("x shape", (p) => broadcastTo(p.value("x"), p.integers("shape"))),
  cartesian_prod: rule("*xs", (p) => {
    const xs = p.values("xs");
    return xs.length === 1 ? (xs[0] as Value) : stack(meshgrid(xs).map(flatten), 1);
  }),
  cat: rule("xs dim", (p) => join(p.values("xs"), p.number("dim", 0))),
  chunk: rule("x chunks dim", (p) => {
    const [x, dim] = [p.value("x"), p.number("dim", 0)];
    const n = shapeOf(x).at(dim) as number;
    return split(x, partsOf(n, Math.ceil(n / p.number("chunks"))), dim);
  }),
  column_stack: rule("xs", (p) =>
    concatenate(
      p.values("xs").map((x) => (rankOf(x) < 2 ? reshape(x, [-1, 1]) : x)),
      1,
    ),
  ),
  combinations: rule("x r with_replacement", (p) => {
    const x = p.value("x");
    const r = p.number("r", 2);
    const rows = combinations(sizeOf(shapeOf(x)), r, p.flag("with_replacement"));
    return take(x, tensor(rows.flat(), { shape: [rows.length, r], dtype: "i32" }));
  }),
  constant_pad_nd: padRule("constant", "x pad value"),
  diag: rule("x offset", (p) => {
    return diag(p.value("x"), p.number("offset", 0));
  }),
  diag_embed: rule("x offset", (p) => diagEmbed(p.value("x"), p.number("offset", 0))),
  diagflat: rule("x offset", (p) => diagEmbed(flatten(p.value("x")), p.number("offset", 0))),
  diagonal: rule("x offset", (p) => diagonal(p.value("x"), { offset: p.number("offset", 0) })),
  dsplit: rule("x sections", (p) => splitAt(p, 2)),
  dstack: stacking(3, 2, (x) => (rankOf(x) < 3 ? reshape(x, [...shapeOf(atLeast(x, 2)), 1]) : x)),
  expand: rule("x shape", (p) => {
    const [x, to] = [p.value("x"), p.integers("shape", 0)];
    const own = [...new Array<number>(to.length - rankOf(x)).fill(1), ...shapeOf(x)];
    return broadcastTo(
      x,
      to.map((n, i) => (n === -1 ? (own[i] as number) : n)),
    );
  }),
  expand_as: rule("x other", (p) => broadcastTo(p.value("x"), shapeOf(p.value("other")))),
  flatten: rule("x start_dim end_dim", (p) => {
    const x = atLeast(p.value("x"), 1);
    const start = at(p.number("start_dim", 0), rankOf(x));
    const end = at(p.number("end_dim", -1), rankOf(x));
    const s = shapeOf(x);
    return reshape(x, [...s.slice(0, start), sizeOf(s.slice(start, end + 1)), ...s.slice(end + 1)]);
  }),
  flip: rule("x dims", (p) => flip(p.value("x"), p.integers("dims"))),
  fliplr: rule("x", (p) => flip(p.value("x"), 1)),
  flipud: rule("x", (p) => flip(p.value("x"), 0)),
  hsplit: rule("x sections", (p) => splitAt(p, 1)),
  hstack: stacking(1, 1, (x) => x),
  mT: rule("x", (p) => (rankOf(p.value("x")) < 2 ? p.value("x") : swapAxes(p.value("x"), -1, -2))),
  "meshgrid.list_of_tensors": rule("xs indexing", (p) =>
    meshgrid(p.values("xs").map(vector), { indexing: p.text("indexing") as "ij" | "xy" }),
  ),
  movedim: rule("x from to", (p) => {
    const [x, from, to] = [p.value("x"), p.integers("from"), p.integers("to")];
    const perm = new Array<number>(rankOf(x)).fill(-1);
    to.forEach((t, i) => {
      perm[at(t, rankOf(x))] = at(from[i] as number, rankOf(x));
    });
    const rest = perm.map((_, i) => i).filter((i) => !perm.includes(i));
    return transpose(
      x,
      perm.map((i) => (i < 0 ? (rest.shift() as number) : i)),
    );
  }),
  "nn.functional.pad.circular": padRule("circular"),
  "nn.functional.pad.constant": padRule("constant"),
  "nn.functional.pad.reflect": padRule("reflect"),
  "nn.functional.pad.replicate": padRule("replicate"),
  "nn.functional.pixel_shuffle": rule("x upscale_factor", (p) => {
    const [x, r] = [p.value("x"), p.number("upscale_factor")];
    const [n, c, h, w] = shapeOf(x) as [number, number, number, number];
    const parts = reshape(x, [n, c / r ** 2, r, r, h, w]);
    return reshape(transpose(parts, [0, 1, 4, 2, 5, 3]), [n, c / r ** 2, h * r, w * r]);
  }),
  "nn.functional.unfold": rule("x kernel_size dilation padding stride", (p) =>
    unfold2d(p.value("x"), {
      kernel: p.integers("kernel_size", 2),
      dilation: p.integers("dilation", 2, 1),
      padding: p.integers("padding", 2, 0),
      stride: p.integers("stride", 2, 1),
    }),
  ),
  permute: rule("x perm", (p) => transpose(p.value("x"), p.raw("perm") as number[])),
  ravel: rule("x", (p) => flatten(p.value("x"))),
  repeat: rule("x counts", (p) => tile(p.value("x"), p.raw("counts") as number[])),
  repeat_interleave: rule("x repeats dim", (p) => {
    const x = p.has("dim") ? p.value("x") : flatten(p.value("x"));
    const dim = p.number("dim", 0);
    const given = p.raw("repeats");
    return repeat(x, typeof given === "number" ? given : Array.from((given as Tensor).data), dim);
  }),
  reshape: rule("x shape", (p) => reshape(p.value("x"), p.raw("shape") as number[])),
  roll: rule("x shifts dims", (p) => roll(p.value("x"), p.integers("shifts"), p.integers("dims"))),
  rot90: rule("x k dims", (p) => {
    const [a, b] = (p.raw("dims") as [number, number] | undefined) ?? [0, 1];
    return rot90(p.value("x"), p.number("k", 1), [a, b]);
  }),
  split: rule("x size dim", (p) => {
    const [x, dim] = [p.value("x"), p.number("dim", 0)];
    return split(x, partsOf(shapeOf(x).at(dim) as number, p.number("size")), dim);
  }),
  "split.list_args": rule("x sizes dim", (p) =>
    split(p.value("x"), p.integers("sizes"), p.number("dim", 0)),
  ),
  split_with_sizes: rule("x sizes dim", (p) =>
    split(p.value("x"), p.integers("sizes"), p.number("dim", 0)),
  ),
  squeeze: rule("x dim", (p) => {
    const x = p.value("x");
    if (!p.has("dim")) return squeeze(x);
    return rankOf(x) > 0 && shapeOf(x).at(p.number("dim")) === 1 ? squeeze(x, p.number("dim")) : x;
  }),
  stack: rule("xs dim", (p) => stack(p.values("xs"), p.number("dim", 0))),
  sum_to_size: rule("x *shape", (p) => {
    const given = p.raw("shape") as (number | number[])[];
    return sumToSize(p.value("x"), given.flat());
  }),
  t: rule("x", (p) => transpose(p.value("x"))),
  tensor_split: rule("x sections dim", (p) => splitAt(p, p.number("dim", 0))),
  tile: rule("x counts", (p) => tile(p.value("x"), p.raw("counts") as number[])),
  transpose: rule("x a b", (p) => {
    const x = p.value("x");
    return rankOf(x) < 2 ? x : swapAxes(x, p.number("a"), p.number("b"));
  }),
  tril: rule("x k", (p) => tril(p.value("x"), p.number("k", 0))),
  triu: rule("x k", (p) => triu(p.value("x"), p.number("k", 0))),
  unbind: rule("x dim", (p) => unstack(moveAxis(p.value("x"), p.number("dim", 0), 0))),
  unflatten: rule("x dim sizes", (p) => {
    const x = p.value("x");
    const dim = at(p.number("dim"), rankOf(x));
    const s = shapeOf(x);
    return reshape(x, [...s.slice(0, dim), ...p.integers("sizes"), ...s.slice(dim + 1)]);
  }),
  unfold: rule("x dim size step", (p) =>
    unfold(p.value("x"), p.number("dim"), p.number("size"), p.number("step")),
  ),
  unsqueeze: rule("x dim", (p) => expandDims(p.value("x"), p.number("dim"))),
  vsplit: rule("x sections", (p) => splitAt(p, 0)),
  vstack: stacking(2, 0, (x) => x),
};
