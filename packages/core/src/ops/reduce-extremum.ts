import type { Tensor } from "../tensor/tensor.ts";
import { dtypeOf, shapeOf, type Value } from "../value.ts";
import { div } from "./arithmetic.ts";
import { eq } from "./compare.ts";
import { convert } from "./convert.ts";
import { expandReduced, type ReduceParams, reduceKernel, sumAxes } from "./sum.ts";
import { type Reduction, reduction, requireElements } from "./weighted-reduction.ts";

/** 1/count for the elements that attain the extremum y, 0 for the others. */
function shares(x: Value, y: Value, { axes }: ReduceParams): Value {
  const shape = shapeOf(x);
  const attained = convert(eq(x, expandReduced(y, axes, shape)), dtypeOf(x));
  return div(attained, expandReduced(sumAxes(attained, axes), axes, shape));
}

/**
 * The largest element over some axes, or over all.
 *
 * Elements that tie share the derivative equally. NaN propagates.
 *
 * @throws ShapeError when there is nothing to choose from.
 * @example
 * grad((x) => max(x), { backend })(tensor([1, 1, 0])).toArray(); // [0.5, 0.5, 0]
 */
export const max: Reduction = /*#__PURE__*/ reduction(
  "max",
  {
    name: "reduceMax",
    tier: 0,
    flops: 1,
    kernel(x: Tensor, { axes }) {
      return reduceKernel(x, axes, (row, start, count) => {
        let best = row[start] as number;
        for (let i = start + 1; i < start + count; i++) {
          const v = row[i] as number;
          if (v > best || v !== v) best = v;
        }
        return best;
      });
    },
    weights: shares,
  },
  (x, axes) => requireElements("max", x, axes),
);

/** The smallest element over some axes, or over all: see {@link max}. */
export const min: Reduction = /*#__PURE__*/ reduction(
  "min",
  {
    name: "reduceMin",
    tier: 0,
    flops: 1,
    kernel(x: Tensor, { axes }) {
      return reduceKernel(x, axes, (row, start, count) => {
        let best = row[start] as number;
        for (let i = start + 1; i < start + count; i++) {
          const v = row[i] as number;
          if (v < best || v !== v) best = v;
        }
        return best;
      });
    },
    weights: shares,
  },
  (x, axes) => requireElements("min", x, axes),
);
