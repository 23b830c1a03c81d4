import {
  add,
  ceil,
  flatten,
  floor,
  mul,
  rankOf,
  reshape,
  sliceAxis,
  stack,
  sub,
  type Tensor,
  toNumber,
  unstack,
  type Value,
} from "@wengert/ad-core";
import { type Bound, type Output, type Rule, rule } from "../bound.ts";
import { gatherOrder, lengthOf, order, pick } from "./ranking.ts";

function sorted(p: Bound, descending = false): [Value, Tensor] {
  const [x, dim] = [p.value("x"), p.number("dim", -1)];
  const places = order(x, dim, p.flag("descending", descending));
  return [gatherOrder(x, places, dim), places];
}

function kth(p: Bound, x: Value, dim: number, k: number): Output {
  const { picked, index } = pick(x, order(x, dim), k, dim, p.flag("keepdim"));
  return [picked, index];
}

function median(p: Bound): Output {
  const dimensioned = p.has("dim");
  const x = dimensioned ? p.value("x") : flatten(p.value("x"));
  const dim = p.number("dim", 0);
  const found = kth(p, x, dim, Math.floor((lengthOf(x, dim) - 1) / 2));
  return dimensioned ? found : ((found as Value[])[0] as Value);
}

function topk(p: Bound): Output {
  const [x, dim, k] = [p.value("x"), p.number("dim", -1), p.number("k")];
  const places = order(x, dim, p.flag("largest", true));
  if (rankOf(x) === 0) return [x, places];
  const first = sliceAxis(places, dim, 0, k);
  return [gatherOrder(x, first, dim), first];
}

/** Between the two elements that enclose position q(n − 1) of the sorted axis. */
function quantile(p: Bound): Value {
  const flat = !p.has("dim");
  const given = p.value("x");
  const x = flat ? flatten(given) : given;
  const dim = p.number("dim", 0);
  const places = order(x, dim);
  const n = lengthOf(x, dim);
  const keep = p.flag("keepdim");
  const midpoint = p.text("interpolation", "linear") === "midpoint";
  const at = (q: Value): Value => {
    const position = mul(q, n - 1);
    const lo = toNumber(floor(position)) as number;
    const hi = toNumber(ceil(position)) as number;
    const element = (k: number): Value => pick(x, places, k, dim, keep && !flat).picked;
    const w = midpoint ? 0.5 : sub(position, lo);
    const y = add(element(lo), mul(w, sub(element(hi), element(lo))));
    return keep && flat ? reshape(y, new Array<number>(rankOf(given)).fill(1)) : y;
  };
  const q = p.value("q");
  return rankOf(q) === 0 ? at(q) : stack(unstack(q).map(at));
}

/** Selections by rank. */
export const sorting: Readonly<Record<string, Rule>> = {
  kthvalue: rule("x k dim keepdim", (p) =>
    kth(p, p.value("x"), p.number("dim", -1), p.number("k") - 1),
  ),
  median: rule("x dim keepdim", median),
  mode: rule("x dim keepdim", (p) => kth(p, p.value("x"), p.number("dim", -1), 0)),
  msort: rule("x", (p) => gatherOrder(p.value("x"), order(p.value("x"), 0), 0)),
  quantile: rule("x q dim keepdim", quantile),
  sort: rule("x dim descending", (p) => sorted(p)),
  topk: rule("x k dim largest", topk),
};
