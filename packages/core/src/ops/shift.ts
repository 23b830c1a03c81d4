import { full } from "../tensor/create.ts";
import { dtypeOf, shapeOf, type Value } from "../value.ts";
import { concatenate } from "./concatenate.ts";
import type { ScanParams } from "./cumsum.ts";
import { sliceCore } from "./slice.ts";

/**
 * Move every element to the next place of a scan along the axis, drop the last and put `fill` first:
 * s₀ = fill, s_k = x_{k−1}. It turns an inclusive scan into an exclusive one.
 */
export function shift(x: Value, { axis, reverse }: ScanParams, fill: number): Value {
  const shape = shapeOf(x);
  const at = shape.length + axis;
  const n = shape[at] as number;
  if (n === 0) return x;
  const core = shape.slice(at);
  const first = reverse ? 1 : 0;
  const rest = sliceCore(x, {
    start: core.map((_, i) => (i === 0 ? first : 0)),
    limit: core.map((length, i) => (i === 0 ? n - 1 + first : length)),
    stride: core.map(() => 1),
  });
  const edge = full(
    shape.map((length, i) => (i === at ? 1 : length)),
    fill,
    dtypeOf(x),
  );
  return concatenate(reverse ? [rest, edge] : [edge, rest], axis);
}
