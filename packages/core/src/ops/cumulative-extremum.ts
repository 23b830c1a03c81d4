import { applyInert } from "../dispatch.ts";
import { asTensor } from "../interpreters/passive.ts";
import { forEachLine } from "../kernels/lines.ts";
import type { InertOp } from "../op.ts";
import { allocate } from "../tensor/dtype.ts";
import { makeTensor, type Tensor } from "../tensor/tensor.ts";
import { type Passive, rankOf, type Value } from "../value.ts";
import { takeAlongAxis } from "./along-axis.ts";
import { trailingAxis } from "./axes.ts";
import type { ScanOptions, ScanParams } from "./cumsum.ts";

/** A running extremum. */
export interface CumulativeExtremum {
  (x: Tensor, axis?: number, options?: ScanOptions): Tensor;
  (x: Value, axis?: number, options?: ScanOptions): Value;
  /** Finds where each running extremum stands. */
  readonly op: InertOp<ScanParams>;
}

/**
 * The inert search for the positions, then a gather: the derivative goes to the position found.
 * `wins` decides between a new element and the one held.
 */
function cumulativeExtremum(
  name: string,
  wins: (candidate: number, held: number) => boolean,
): CumulativeExtremum {
  const op: InertOp<ScanParams> = {
    kind: "inert",
    name: `${name}Index`,
    tier: 0,
    flops: 1,
    kernel([x], { axis, reverse }) {
      const { data, shape } = asTensor(x as Passive);
      const out = allocate("i32", data.length);
      forEachLine(shape, axis, reverse, (start, step, count) => {
        let held = 0;
        for (let k = 0, at = start; k < count; k++, at += step) {
          const v = data[at] as number;
          const best = data[start + held * step] as number;
          if (v !== v ? best === best || k === 0 : wins(v, best)) held = k;
          out[at] = reverse ? count - 1 - held : held;
        }
      });
      return makeTensor(out, shape, "i32");
    },
  };
  const fn = (x: Value, axis = -1, { reverse = false }: ScanOptions = {}): Value => {
    const along = trailingAxis(name, axis, rankOf(x));
    const index = applyInert(op, [x], { axis: along, reverse }) as Tensor;
    return takeAlongAxis(x, index, along);
  };
  return Object.assign(fn, { op }) as unknown as CumulativeExtremum;
}

/**
 * The largest element so far, along an axis.
 *
 * The derivative goes to the element that is held; where several tie, to the latest of them, as in
 * PyTorch. From the first NaN on the result is NaN.
 *
 * @example
 * cummax(tensor([1, 3, 2])).toArray(); // [1, 3, 3]
 */
export const cummax: CumulativeExtremum = /*#__PURE__*/ cumulativeExtremum(
  "cummax",
  (v, held) => v >= held,
);

/** The smallest element so far, along an axis: see {@link cummax}. */
export const cummin: CumulativeExtremum = /*#__PURE__*/ cumulativeExtremum(
  "cummin",
  (v, held) => v <= held,
);
