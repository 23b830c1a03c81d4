import { applyLinear } from "../dispatch.ts";
import { ArgumentError } from "../errors/classes.ts";
import { allocate } from "../tensor/dtype.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { makeTensor } from "../tensor/tensor.ts";
import { type Passive, rankOf, shapeOf, type Value } from "../value.ts";
import { add } from "./arithmetic.ts";
import { trailingAxis } from "./axes.ts";
import { broadcastTo } from "./broadcast.ts";
import { checkedIndex } from "./checked-index.ts";
import { select } from "./select.ts";
import { scatterOp } from "./take.ts";

/** Add rows `u` to rows `index` of `x` along an axis; repeated indices add up. */
export function scatterAdd(
  x: Tensor,
  index: Passive | readonly number[],
  u: Tensor | number,
  axis?: number,
): Tensor;
export function scatterAdd(
  x: Value,
  index: Passive | readonly number[],
  u: Value,
  axis?: number,
): Value;
export function scatterAdd(
  x: Value,
  index: Passive | readonly number[],
  u: Value,
  axis = 0,
): Value {
  const along = trailingAxis("scatterAdd", axis, rankOf(x));
  const shape = shapeOf(x);
  const at = shape.length + along;
  const size = shape[at] as number;
  const rows = checkedIndex("scatterAdd", index, size);
  const updates = broadcastTo(u, [...shape.slice(0, at), ...rows.shape, ...shape.slice(at + 1)]);
  return add(x, applyLinear(scatterOp, [updates, rows], { axis: along, size }));
}

/** Replace rows `index` of `x` by `u`; the indices must be distinct. */
export function scatterSet(
  x: Tensor,
  index: Passive | readonly number[],
  u: Tensor | number,
  axis?: number,
): Tensor;
export function scatterSet(
  x: Value,
  index: Passive | readonly number[],
  u: Value,
  axis?: number,
): Value;
export function scatterSet(
  x: Value,
  index: Passive | readonly number[],
  u: Value,
  axis = 0,
): Value {
  const along = trailingAxis("scatterSet", axis, rankOf(x));
  const shape = shapeOf(x);
  const size = shape[shape.length + along] as number;
  const rows = checkedIndex("scatterSet", index, size);
  if (new Set(rows.data).size !== rows.size) {
    throw new ArgumentError(
      "scatterSet",
      "index",
      "without repetition",
      `[${Array.from(rows.data).join(",")}]`,
      "use scatterAdd where rows add up",
    );
  }
  const keep = allocate("bool", size).fill(1);
  for (const i of rows.data) keep[i] = 0;
  const tail = shape.slice(shape.length + along + 1).map(() => 1);
  const mask = makeTensor(keep, [size, ...tail], "bool");
  return scatterAdd(select(mask, x, 0), rows, u, axis);
}
