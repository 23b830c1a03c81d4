import type { Tensor } from "../tensor/tensor.ts";
import { rankOf, shapeOf, type Value } from "../value.ts";
import { mul } from "./arithmetic.ts";
import { range } from "./axes.ts";
import { exclusiveCumprod } from "./cumprod.ts";
import { reshape } from "./reshape.ts";
import { type ReduceParams, reduceKernel } from "./sum.ts";
import { inversePermutation, permute } from "./transpose.ts";
import { type Reduction, reducedCount, reduction } from "./weighted-reduction.ts";

/** wᵢ = Π_{j≠i} x_j as (the product of what comes before) · (the product of what comes after). */
function productOfOthers(x: Value, { axes }: ReduceParams): Value {
  const shape = shapeOf(x);
  const rank = rankOf(x);
  const reduced = axes.map((axis) => axis + rank);
  const kept = range(rank).filter((axis) => !reduced.includes(axis));
  const order = [...kept, ...reduced];
  const arranged = order.map((axis) => shape[axis] as number);
  const count = reducedCount(shape, axes);
  const rows = reshape(permute(x, order), [...arranged.slice(0, kept.length), count]);
  const others = mul(
    exclusiveCumprod(rows, { axis: -1, reverse: false }),
    exclusiveCumprod(rows, { axis: -1, reverse: true }),
  );
  return permute(reshape(others, arranged), inversePermutation(order));
}

/**
 * Π x over some axes, or over all; 1 for no elements.
 *
 * ẏ = Σᵢ ẋᵢ Π_{j≠i} x_j, by exclusive prefix and suffix products and never by division: exact where
 * elements are zero, to all orders. Cost: O(n) for the value and for each derivative.
 *
 * @example
 * grad((x) => prod(x), { backend })(tensor([0, 2, 3])).toArray(); // [6, 0, 0]
 */
export const prod: Reduction = /*#__PURE__*/ reduction("prod", {
  name: "reduceProd",
  tier: 0,
  flops: 1,
  kernel(x: Tensor, { axes }) {
    return reduceKernel(x, axes, (row, start, count) => {
      let product = 1;
      for (let i = start; i < start + count; i++) product *= row[i] as number;
      return product;
    });
  },
  weights: (x, _y, params) => productOfOthers(x, params),
});
