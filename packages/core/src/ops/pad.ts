import { applyLinear } from "../dispatch.ts";
import { ArgumentError } from "../errors/classes.ts";
import { writeView } from "../kernels/strided.ts";
import type { LinearOp } from "../op.ts";
import { full, zeros } from "../tensor/create.ts";
import { type Shape, stridesOf } from "../tensor/shape.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { rankOf, shapeOf, type Value } from "../value.ts";
import { leadOf } from "./axes.ts";
import { select } from "./select.ts";
import { sliceCore } from "./slice.ts";

/** Zeros before, after and between the elements of each axis. */
export type PadParams = {
  readonly lo: readonly number[];
  readonly hi: readonly number[];
  readonly interior: readonly number[];
};

export const padOp: LinearOp<PadParams> = {
  kind: "linear",
  name: "pad",
  tier: 0,
  flops: 0,
  inert: 0,
  kernel([x], { lo, hi, interior }) {
    const operand = x as Tensor;
    const lead = leadOf(operand.shape, lo.length);
    const shape = [
      ...lead,
      ...lo.map((l, i) => {
        const n = operand.shape[lead.length + i] as number;
        return l + (hi[i] as number) + n + Math.max(0, n - 1) * (interior[i] as number);
      }),
    ];
    const out = zeros(shape, operand.dtype);
    const strides = stridesOf(shape);
    writeView(
      out,
      {
        shape: operand.shape,
        strides: strides.map((s, i) =>
          i < lead.length ? s : s * ((interior[i - lead.length] as number) + 1),
        ),
        offset: lo.reduce((sum, l, i) => sum + l * (strides[lead.length + i] as number), 0),
      },
      operand,
    );
    return out;
  },
  transpose(cotangent, _i, shapes, _inert, { lo, interior }) {
    const shape = shapes[0] as Shape;
    const rank = lo.length;
    const limit = lo.map((l, i) => {
      const n = shape[shape.length - rank + i] as number;
      return l + (n === 0 ? 0 : (n - 1) * ((interior[i] as number) + 1) + 1);
    });
    return sliceCore(cotangent, { start: lo, limit, stride: interior.map((n) => n + 1) });
  },
};

/** Pad the last `lo.length` axes with zeros; nothing is cropped. */
export function padCore(x: Value, params: PadParams): Value {
  const nothing = [params.lo, params.hi, params.interior].every((list) =>
    list.every((n) => n === 0),
  );
  return nothing ? x : applyLinear(padOp, [x], params);
}

export interface PadOptions {
  /** Elements inserted between neighbours, per axis. */
  readonly interior?: readonly number[];
  /** What is filled in: 0 unless given; may be a variable. */
  readonly value?: Value;
}

/**
 * Add `lo[i]` elements before and `hi[i]` after each axis; negative numbers crop.
 *
 * @example
 * pad(tensor([1, 2]), [1], [2]).toArray(); // [0, 1, 2, 0, 0]
 */
export function pad(
  x: Tensor,
  lo: readonly number[],
  hi: readonly number[],
  options?: PadOptions,
): Tensor;
export function pad(
  x: Value,
  lo: readonly number[],
  hi: readonly number[],
  options?: PadOptions,
): Value;
export function pad(
  x: Value,
  lo: readonly number[],
  hi: readonly number[],
  options: PadOptions = {},
): Value {
  const rank = rankOf(x);
  const interior = options.interior ?? lo.map(() => 0);
  if (
    lo.length !== rank ||
    hi.length !== rank ||
    interior.length !== rank ||
    interior.some((n) => n < 0)
  ) {
    throw new ArgumentError(
      "pad",
      "lo, hi and interior",
      `${rank} integers each`,
      `${lo.length}, ${hi.length} and ${interior.length}`,
      "give one number per axis",
    );
  }
  const grow = (n: number): number => Math.max(0, n);
  const params = { lo: lo.map(grow), hi: hi.map(grow), interior };
  const place = (y: Value): Value => crop(padCore(y, params), lo, hi);
  const padded = place(x);
  const { value = 0 } = options;
  if (value === 0) return padded;
  const inside = place(full(shapeOf(x), 1, "bool"));
  return select(inside as Tensor<"bool">, padded, value);
}

function crop(x: Value, lo: readonly number[], hi: readonly number[]): Value {
  if (lo.every((n) => n >= 0) && hi.every((n) => n >= 0)) return x;
  const start = lo.map((n) => Math.max(0, -n));
  const limit = shapeOf(x).map((n, i) => n + Math.min(0, hi[i] as number));
  return sliceCore(x, { start, limit, stride: lo.map(() => 1) });
}
