import { applyInert } from "../dispatch.ts";
import { asTensor } from "../interpreters/passive.ts";
import type { InertOp } from "../op.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { type Passive, rankOf, shapeOf, type Value } from "../value.ts";
import { trailingAxes } from "./axes.ts";
import { keepReduced, type ReduceOptions, type ReduceParams, reduceKernel } from "./sum.ts";
import { requireElements } from "./weighted-reduction.ts";

/** Where the extremum is; an inert op whose result is i32. */
export interface IndexSearch {
  (x: Value, axis?: number, options?: ReduceOptions): Tensor<"i32">;
  readonly op: InertOp<ReduceParams>;
}

function indexSearch(name: string, better: (a: number, b: number) => boolean): IndexSearch {
  const op: InertOp<ReduceParams> = {
    kind: "inert",
    name,
    tier: 0,
    flops: 1,
    kernel([x], { axes }) {
      const search = (row: ArrayLike<number>, start: number, count: number): number => {
        let best = start;
        for (let i = start; i < start + count; i++) {
          const v = row[i] as number;
          if (v !== v) return i - start;
          if (better(v, row[best] as number)) best = i;
        }
        return best - start;
      };
      return reduceKernel(asTensor(x as Passive), axes, search, "i32");
    },
  };
  const fn = (x: Value, axis?: number, options: ReduceOptions = {}): Tensor<"i32"> => {
    const axes = trailingAxes(name, axis, rankOf(x));
    requireElements(name, x, axes);
    const y = applyInert(op, [x], { axes }) as Tensor<"i32">;
    return options.keepDims ? (keepReduced(y, axes, shapeOf(x)) as Tensor<"i32">) : y;
  };
  return Object.assign(fn, { op });
}

/**
 * The index of the largest element along an axis; without one, in the flattened tensor. The first
 * where several tie, the first NaN where there is one. It has no derivative.
 *
 * @example
 * argmax(tensor([1, 3, 3])).item(); // 1
 */
export const argmax: IndexSearch = /*#__PURE__*/ indexSearch("argmax", (a, b) => a > b);

/** The index of the smallest element: see {@link argmax}. */
export const argmin: IndexSearch = /*#__PURE__*/ indexSearch("argmin", (a, b) => a < b);
