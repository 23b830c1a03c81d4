import { div, max, ones, pad, shapeOf, sum, type Value } from "@wengert/ad-core";
import { type Bound, type Rule, rule } from "../bound.ts";
import { onGrid, pooledCounts, type Window, windows } from "./windows.ts";

function window(p: Bound, d: number): Window {
  const kernel = p.integers("kernel_size", d);
  const given = p.raw("stride");
  const empty = given === undefined || (Array.isArray(given) && given.length === 0);
  return {
    kernel,
    stride: empty ? kernel : p.integers("stride", d),
    padding: p.integers("padding", d, 0),
    dilation: p.integers("dilation", d, 1),
  };
}

const averagePool = (d: number): Rule =>
  rule("x kernel_size stride padding ceil_mode count_include_pad divisor_override", (p) => {
    const x = p.value("x");
    const w = window(p, d);
    const image = shapeOf(x).slice(-d);
    const counts = pooledCounts(image, w, p.flag("ceil_mode"));
    const sums = sum(windows(x, w, 0, counts), -1);
    const divisor = p.has("divisor_override")
      ? p.number("divisor_override")
      : cellCounts(image, w, counts, p.flag("count_include_pad", true));
    return onGrid(div(sums, divisor), x, counts);
  });

/** How many cells of each window are inside the image, or inside the padded image. */
function cellCounts(
  image: readonly number[],
  w: Window,
  counts: readonly number[],
  padded: boolean,
): Value {
  if (!padded) return sum(windows(ones(image), w, 0, counts), -1);
  const wide = pad(ones(image), w.padding, w.padding, { value: 1 });
  const inside = { ...w, padding: w.padding.map(() => 0) };
  return sum(windows(wide, inside, 0, counts), -1);
}

const maxPool = (d: number): Rule =>
  rule("x kernel_size stride padding dilation ceil_mode", (p) => {
    const x = p.value("x");
    const w = window(p, d);
    const counts = pooledCounts(shapeOf(x).slice(-d), w, p.flag("ceil_mode"));
    return onGrid(max(windows(x, w, -Infinity, counts), -1), x, counts);
  });

/** Averages and maxima over windows. */
export const pooling: Readonly<Record<string, Rule>> = {
  "nn.functional.avg_pool1d": averagePool(1),
  "nn.functional.avg_pool2d": averagePool(2),
  "nn.functional.max_pool1d": maxPool(1),
  "nn.functional.max_pool2d": maxPool(2),
};
