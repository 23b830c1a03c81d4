import {
  abs,
  add,
  div,
  max,
  maximum,
  min,
  norm,
  rankOf,
  sub,
  sum,
  type Value,
} from "@wengert/ad-core";
import { type Bound, type Rule, rule } from "../bound.ts";

type Axes = number | readonly number[] | undefined;

/** ‖x‖_p over some axes, or over all. */
export function vectorNorm(x: Value, p: number, axes: Axes, keepDims: boolean): Value {
  return norm(x, axes, { ord: p, keepDims });
}

/** ‖A‖ over two axes, for the orders that need no singular values. */
function matrixNorm(a: Value, ord: number | string, axes: readonly number[], keep: boolean): Value {
  const rank = rankOf(a);
  const [rows, columns] = axes.map((i) => (i < 0 ? i : i - rank)) as [number, number];
  if (ord === "fro") return vectorNorm(a, 2, [rows, columns], keep);
  const p = ord as number;
  const [inner, outer] = Math.abs(p) === 1 ? [rows, columns] : [columns, rows];
  const sums = sum(abs(a), inner, { keepDims: true });
  const extreme = p > 0 ? max : min;
  const both = extreme(sums, outer, { keepDims: true });
  return keep ? both : sum(both, [rows, columns]);
}

function order(p: Bound): number | string {
  const found = p.raw("ord");
  return found === "fro" ? "fro" : p.number("ord", 2);
}

function linalgNorm(p: Bound): Value {
  const x = p.value("x");
  const keep = p.flag("keepdim");
  const axes = p.axes("dim", x);
  const matrix = axes === undefined ? rankOf(x) === 2 && p.has("ord") : axes.length === 2;
  if (matrix && p.has("ord")) return matrixNorm(x, order(p), axes ?? [0, 1], keep);
  return vectorNorm(x, p.number("ord", 2), axes, keep);
}

const ofDifference = (p: Bound, eps: number): Value =>
  vectorNorm(
    add(sub(p.value("a"), p.value("b")), eps),
    p.number("p", 2),
    eps === 0 ? undefined : -1,
    p.flag("keepdim"),
  );

/** Norms and distances. */
export const norms: Readonly<Record<string, Rule>> = {
  dist: rule("a b p", (p) => ofDifference(p, 0)),
  "linalg.matrix_norm": rule("x ord dim keepdim", (p) =>
    matrixNorm(
      p.value("x"),
      order(p),
      (p.raw("dim") as number[] | undefined) ?? [-2, -1],
      p.flag("keepdim"),
    ),
  ),
  "linalg.norm": rule("x ord dim keepdim", linalgNorm),
  "linalg.vector_norm": rule("x ord dim keepdim", (p) => {
    const x = p.value("x");
    return vectorNorm(x, p.number("ord", 2), p.axes("dim", x), p.flag("keepdim"));
  }),
  "nn.functional.normalize": rule("x p dim", (p) => {
    const x = p.value("x");
    const size = vectorNorm(
      x,
      p.number("p", 2),
      rankOf(x) === 0 ? undefined : p.number("dim", 1),
      true,
    );
    return div(x, maximum(size, 1e-12));
  }),
  "nn.functional.pairwise_distance": rule("a b p", (p) => ofDifference(p, 1e-6)),
  norm: rule("x ord dim keepdim", (p) => {
    const x = p.value("x");
    return vectorNorm(x, p.number("ord", 2), p.axes("dim", x), p.flag("keepdim"));
  }),
  "norm.fro": rule("x ord dim keepdim", (p) => {
    const x = p.value("x");
    return vectorNorm(x, 2, p.axes("dim", x), p.flag("keepdim"));
  }),
  "norm.inf": rule("x ord dim keepdim", (p) => {
    const x = p.value("x");
    return vectorNorm(x, p.number("ord"), p.axes("dim", x), p.flag("keepdim"));
  }),
};
