import type { Tensor } from "../tensor/tensor.ts";
import { transcendental } from "./define.ts";
import { exponentialBelow, largest, softmaxOver } from "./softmax.ts";
import { reduceKernel } from "./sum.ts";
import { type Reduction, reduction, requireFloating } from "./weighted-reduction.ts";

/**
 * log Σ exp(x) over some axes, or over all, without overflow; −∞ for no elements.
 *
 * The weights of the derivative are {@link softmax}: they are 0 in a group that is all −∞, and
 * elements equal to +∞ share alike. Cost: one exponential an element.
 *
 * @see Blanchard, Higham and Higham (2021), *Accurately computing the log-sum-exp and softmax functions*.
 * @example
 * logSumExp(tensor([1000, 1000])).item(); // 1000.6931471805599
 */
export const logSumExp: Reduction = /*#__PURE__*/ reduction(
  "logSumExp",
  {
    name: "logSumExp",
    flops: transcendental,
    kernel(x: Tensor, { axes }) {
      return reduceKernel(x, axes, (row, start, count) => {
        const m = largest(row, start, count);
        if (m === -Infinity || m === Infinity) return m;
        let sum = 0;
        for (let i = start; i < start + count; i++) sum += exponentialBelow(row[i] as number, m);
        return m + Math.log(sum);
      });
    },
    weights: (x, _y, params) => softmaxOver(x, params),
  },
  (x) => requireFloating("logSumExp", x),
);
