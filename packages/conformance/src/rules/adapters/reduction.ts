import {
  add,
  concatenate,
  cummax,
  cummin,
  cumprod,
  cumsum,
  diagonal,
  div,
  einsum,
  expandDims,
  logSoftmax,
  logSumExp,
  matmul,
  matrixTrace,
  max,
  mean,
  min,
  mul,
  neg,
  prod,
  rankOf,
  reshape,
  shapeOf,
  sizeOf,
  sliceAxis,
  softmax,
  sqrt,
  square,
  std,
  sub,
  sum,
  swapAxes,
  type Tensor,
  tensor,
  type Value,
  variance,
} from "@wengert/ad-core";
import { type Bound, type Output, type Rule, rule } from "../bound.ts";
import { cumulativeOrder, order, pick } from "./ranking.ts";

type Reduction = (
  x: Value,
  axes?: number | readonly number[],
  options?: { readonly keepDims?: boolean },
) => Value;

/** f over `dim`, or over all axes. */
const reduced = (f: Reduction): Rule =>
  rule("x dim keepdim", (p) => {
    const x = p.value("x");
    return f(x, p.axes("dim", x), { keepDims: p.flag("keepdim") });
  });

/** [f, index] along one axis. */
const withIndex = (f: Reduction, descending: boolean): Rule =>
  rule("x dim keepdim", (p) => {
    const [x, dim] = [p.value("x"), p.number("dim")];
    const keepDims = p.flag("keepdim");
    const { index } = pick(x, order(x, dim, descending), 0, dim, keepDims);
    return [f(x, p.axes("dim", x), { keepDims }), index];
  });

/** PyTorch's `unbiased` flag as a correction of the denominator. */
function spread(
  p: Bound,
  f: (x: Value, axes: readonly number[] | undefined, o: Spread) => Value,
): Value {
  const x = p.value("x");
  const correction = p.flag("unbiased", true) ? 1 : 0;
  return f(x, p.axes("dim", x), { correction, keepDims: p.flag("keepdim") });
}

interface Spread {
  readonly correction: number;
  readonly keepDims: boolean;
}

const variances = (p: Bound): Value => spread(p, (x, axes, o) => variance(x, axes, o));
const deviations = (p: Bound): Value => spread(p, (x, axes, o) => std(x, axes, o));
const means = (p: Bound): Value => {
  const x = p.value("x");
  return mean(x, p.axes("dim", x), { keepDims: p.flag("keepdim") });
};

const steps = (x: Value, dim: number): Value => sub(sliceAxis(x, dim, 1), sliceAxis(x, dim, 0, -1));

/** Areas of the trapezia between neighbours. */
function trapezia(p: Bound): { areas: Value; dim: number } {
  const [y, dim] = [p.value("y"), p.number("dim", -1)];
  const heights = mul(0.5, add(sliceAxis(y, dim, 1), sliceAxis(y, dim, 0, -1)));
  const widths = p.has("x") ? steps(p.value("x"), dim) : p.number("dx", 1);
  return { areas: mul(heights, widths), dim };
}

function diff(p: Bound): Value {
  const [dim, times] = [p.number("dim", -1), p.number("n", 1)];
  if (times === 0) return p.value("x");
  const parts = [p.maybe("before"), p.value("x"), p.maybe("after")];
  let y = concatenate(
    parts.filter((x) => x !== undefined),
    dim,
  );
  const n = shapeOf(y).at(dim) as number;
  for (let i = 0; i < Math.min(times, n); i++) y = steps(y, dim);
  return y;
}

/** Weighted covariance of the rows; a vector is one row. */
function covariance(p: Bound): Value {
  const given = p.value("x");
  const x = rankOf(given) < 2 ? reshape(given, [1, sizeOf(shapeOf(given))]) : given;
  const n = shapeOf(x)[1] as number;
  const f = p.has("fweights")
    ? Array.from(p.tensor("fweights").data)
    : new Array<number>(n).fill(1);
  const a = p.has("aweights")
    ? Array.from(p.tensor("aweights").data)
    : new Array<number>(n).fill(1);
  const w = f.map((k, i) => k * (a[i] as number));
  const total = w.reduce((s, v) => s + v, 0);
  const bias = p.has("aweights") ? w.reduce((s, v, i) => s + v * (a[i] as number), 0) / total : 1;
  const weights = tensor(w);
  const centred = sub(x, expandDims(div(matmul(x, weights), total), 1));
  const norm = total - p.number("correction", 1) * bias;
  const c = div(matmul(mul(centred, weights), swapAxes(centred, 0, 1)), norm);
  return rankOf(given) < 2 || shapeOf(x)[0] === 1 ? reshape(c, []) : c;
}

function correlation(p: Bound): Value {
  const c = covariance(p);
  if (rankOf(c) === 0) return div(c, c);
  const d = sqrt(diagonal(c));
  return div(div(c, expandDims(d, 1)), d);
}

/** Central differences inside, one-sided ones of order 1 or 2 at the ends. */
function gradientAlong(x: Value, dim: number, at: readonly number[], edge: number): Value {
  const n = at.length;
  const rows = at.map((_, i) => {
    const row = new Array<number>(n).fill(0);
    const h = (k: number): number => (at[k + 1] as number) - (at[k] as number);
    const put = (weights: readonly number[], from: number): void =>
      weights.forEach((w, k) => {
        row[from + k] = w;
      });
    if (i > 0 && i < n - 1) {
      const [a, b] = [h(i - 1), h(i)];
      put([-b / (a * (a + b)), (b - a) / (a * b), a / (b * (a + b))], i - 1);
    } else if (edge === 1) {
      const k = i === 0 ? 0 : n - 2;
      put([-1 / h(k), 1 / h(k)], k);
    } else if (i === 0) {
      const [a, b] = [h(0), h(1)];
      put([-(2 * a + b) / (a * (a + b)), (a + b) / (a * b), -a / (b * (a + b))], 0);
    } else {
      const [a, b] = [h(n - 3), h(n - 2)];
      put([b / (a * (a + b)), -(a + b) / (a * b), (a + 2 * b) / (b * (a + b))], n - 3);
    }
    return row;
  });
  const moved = swapAxes(x, dim, -1);
  return swapAxes(
    matmul(moved, tensor(rows.map((_, j) => rows.map((r) => r[j] as number)))),
    dim,
    -1,
  );
}

function gradient(p: Bound): Output {
  const x = p.value("x");
  const dims = p.has("dim") ? p.integers("dim") : shapeOf(x).map((_, i) => i);
  const spacing = p.raw("spacing");
  return dims.map((dim, k) => {
    const h = Array.isArray(spacing) ? (spacing[k] as number | Tensor) : ((spacing ?? 1) as number);
    const n = shapeOf(x).at(dim) as number;
    const at =
      typeof h === "number" ? Array.from({ length: n }, (_, i) => i * h) : Array.from(h.data);
    return gradientAlong(x, dim, at, p.number("edge_order", 1));
  });
}

const running = (f: (x: Value, axis?: number) => Value, sign: 1 | -1): Rule =>
  rule("x dim", (p) => {
    const [x, dim] = [p.value("x"), p.number("dim")];
    return [f(x, dim), cumulativeOrder(x, dim, sign)];
  });

/** A function of lines along `dim`; a scalar is a line of one element. */
const lineRule = (f: (x: Value, axis: number) => Value): Rule =>
  rule("x dim", (p) => {
    const [x, dim] = [p.value("x"), p.number("dim")];
    return rankOf(x) === 0 ? reshape(f(reshape(x, [1]), 0), []) : f(x, dim);
  });

function layerNorm(p: Bound): Value {
  const x = p.value("x");
  const axes = p.integers("shape").map((_, i, all) => i - all.length);
  const centred = sub(x, mean(x, axes, { keepDims: true }));
  const v = mean(square(centred), axes, { keepDims: true });
  const y = div(centred, sqrt(add(v, p.number("eps", 1e-5))));
  return add(mul(y, p.value("weight", 1)), p.value("bias", 0));
}

/** Reductions, prefix scans and differences. */
export const reduction: Readonly<Record<string, Rule>> = {
  amax: reduced(max),
  amin: reduced(min),
  corrcoef: rule("x", correlation),
  cov: rule("x", covariance),
  cummax: running(cummax, 1),
  cummin: running(cummin, -1),
  cumprod: lineRule(cumprod),
  cumsum: lineRule(cumsum),
  cumulative_trapezoid: rule("y x", (p) => {
    const { areas, dim } = trapezia(p);
    return cumsum(areas, dim);
  }),
  diff: rule("x n dim before after", diff),
  einsum: rule("xs equation", (p) => einsum(p.text("equation"), ...p.values("xs"))),
  gradient: rule("x", gradient),
  "linalg.vecdot": rule("a b dim", (p) =>
    sum(mul(p.value("a"), p.value("b")), p.number("dim", -1)),
  ),
  log_softmax: lineRule(logSoftmax),
  logsumexp: reduced(logSumExp),
  "max.reduction_no_dim": reduced(max),
  "max.reduction_with_dim": withIndex(max, true),
  mean: reduced(mean),
  "min.reduction_no_dim": reduced(min),
  "min.reduction_with_dim": withIndex(min, false),
  "nn.functional.layer_norm": rule("x shape weight bias", layerNorm),
  "nn.functional.softmin": lineRule((x, axis) => softmax(neg(x), axis)),
  prod: reduced(prod),
  softmax: lineRule(softmax),
  std: rule("x dim", deviations),
  std_mean: rule("x dim", (p) => [deviations(p), means(p)]),
  sum: reduced(sum),
  trace: rule("x", (p) => matrixTrace(p.value("x"))),
  trapezoid: rule("y x", (p) => {
    const { areas, dim } = trapezia(p);
    return sum(areas, dim);
  }),
  var: rule("x dim", variances),
  var_mean: rule("x dim", (p) => [variances(p), means(p)]),
};
