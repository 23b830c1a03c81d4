import { ShapeError } from "../errors/classes.ts";
import { broadcastShapes, formatShape } from "../tensor/shape.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { rankOf, shapeOf, type Value } from "../value.ts";
import { range } from "./axes.ts";
import { broadcastTo } from "./broadcast.ts";
import { dotGeneral } from "./dot-general.ts";
import { expandDims, squeeze } from "./reshape.ts";

function mismatch(operation: string, a: Value, b: Value): ShapeError {
  return new ShapeError(
    operation,
    "equal lengths of the contracted axes (the last of a, the last but one of b)",
    `${formatShape(shapeOf(a))} and ${formatShape(shapeOf(b))}`,
    "transpose an operand, or use dotGeneral or einsum",
  );
}

/**
 * The matrix product: `[…, m, k] · […, k, n] → […, m, n]`, leading axes broadcast; a vector is a
 * row on the left and a column on the right, and that axis is dropped from the result.
 *
 * Cost: 2mkn flops per product.
 *
 * @example
 * matmul(tensor([[1, 2], [3, 4]]), tensor([1, 1])).toArray(); // [3, 7]
 */
export function matmul(a: Tensor, b: Tensor): Tensor;
export function matmul(a: Value, b: Value): Value;
export function matmul(a: Value, b: Value): Value {
  const [ra, rb] = [rankOf(a), rankOf(b)];
  const [sa, sb] = [shapeOf(a), shapeOf(b)];
  if (ra === 0 || rb === 0 || sa[ra - 1] !== sb[Math.max(0, rb - 2)])
    throw mismatch("matmul", a, b);
  if (ra === 1) return squeeze(matmul(expandDims(a, 0), b), -2 + (rb === 1 ? 1 : 0));
  if (rb === 1) return squeeze(matmul(a, expandDims(b, 1)), -1);
  if (rb === 2) return dotGeneral(a, b, { contract: [[ra - 1], [0]] });
  const batch = broadcastShapes(sa.slice(0, -2), sb.slice(0, -2));
  if (batch === undefined) throw mismatch("matmul", a, b);
  const left = broadcastTo(a, [...batch, ...sa.slice(-2)]);
  const right = broadcastTo(b, [...batch, ...sb.slice(-2)]);
  const axes = range(batch.length);
  const r = batch.length;
  return dotGeneral(left, right, { batch: [axes, axes], contract: [[r + 1], [r]] });
}

/**
 * Σᵢ aᵢbᵢ of two vectors. Cost: 2n flops.
 *
 * @example
 * dot(tensor([1, 2]), tensor([3, 4])).item(); // 11
 */
export function dot(a: Tensor, b: Tensor): Tensor;
export function dot(a: Value, b: Value): Value;
export function dot(a: Value, b: Value): Value {
  const [sa, sb] = [shapeOf(a), shapeOf(b)];
  if (sa.length !== 1 || sb.length !== 1 || sa[0] !== sb[0]) {
    throw new ShapeError(
      "dot",
      "two vectors of one length",
      `${formatShape(sa)} and ${formatShape(sb)}`,
      "use matmul for matrices",
    );
  }
  return dotGeneral(a, b, { contract: [[0], [0]] });
}

/** aᵢbⱼ of two vectors. */
export function outer(a: Tensor, b: Tensor): Tensor;
export function outer(a: Value, b: Value): Value;
export function outer(a: Value, b: Value): Value {
  return dotGeneral(a, b, { contract: [[], []] });
}
