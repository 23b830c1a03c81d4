import { applyInert } from "../dispatch.ts";
import { DTypeError } from "../errors/classes.ts";
import type { InertOp } from "../op.ts";
import { full } from "../tensor/create.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { dtypeOf, rankOf, shapeOf } from "../value.ts";
import { trailingAxes } from "./axes.ts";
import type { Truth } from "./compare.ts";
import { keepReduced, type ReduceOptions, type ReduceParams, reduceKernel } from "./sum.ts";
import type { Axes } from "./weighted-reduction.ts";

/** All axes give a JavaScript boolean, fit for `if`; some axes give a mask. */
export interface LogicalReduction {
  (x: Truth): boolean;
  (x: Truth, axes?: Axes, options?: ReduceOptions): Truth;
  readonly op: InertOp<ReduceParams>;
}

/** The result is `decisive` as soon as one element is. */
function logicalReduction(name: string, opName: string, decisive: boolean): LogicalReduction {
  const op: InertOp<ReduceParams> = {
    kind: "inert",
    name: opName,
    tier: 0,
    flops: 1,
    kernel([x], { axes }) {
      const y = reduceKernel(x as Tensor, axes, (row, start, count) => {
        for (let i = start; i < start + count; i++) {
          if ((row[i] !== 0) === decisive) return Number(decisive);
        }
        return Number(!decisive);
      });
      return y.shape.length === 0 ? y.data[0] !== 0 : y;
    },
  };
  const fn = (x: Truth, axes?: Axes, options: ReduceOptions = {}): Truth => {
    if (typeof x === "boolean") return x;
    if (dtypeOf(x) !== "bool") {
      throw new DTypeError(name, "a bool tensor", dtypeOf(x), "compare first: ne(x, 0)");
    }
    const list = trailingAxes(name, axes, rankOf(x));
    const y = applyInert(op, [x], { axes: list }) as Truth;
    if (!options.keepDims || rankOf(x) === 0) return y;
    const mask = typeof y === "boolean" ? scalarMask(y) : y;
    return keepReduced(mask, list, shapeOf(x)) as Tensor<"bool">;
  };
  return Object.assign(fn, { op }) as unknown as LogicalReduction;
}

function scalarMask(truth: boolean): Tensor<"bool"> {
  return full([], Number(truth), "bool");
}

/**
 * Are all elements true, over some axes or over all? True for no elements.
 *
 * @example
 * all(gt(tensor([1, 2]), 0)); // true
 */
export const all: LogicalReduction = /*#__PURE__*/ logicalReduction("all", "reduceAnd", false);

/**
 * Is any element true, over some axes or over all? False for no elements.
 *
 * @example
 * any(gt(tensor([1, -2]), 1)); // false
 */
export const any: LogicalReduction = /*#__PURE__*/ logicalReduction("any", "reduceOr", true);
