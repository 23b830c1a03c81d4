import { applyLinear } from "../dispatch.ts";
import { ArgumentError } from "../errors/classes.ts";
import { readView } from "../kernels/strided.ts";
import type { LinearOp } from "../op.ts";
import { stridesOf } from "../tensor/shape.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { rankOf, type Value } from "../value.ts";
import { leadOf, range, trailingAxis } from "./axes.ts";

type TransposeParams = { readonly perm: readonly number[] };

export const transposeOp: LinearOp<TransposeParams> = {
  kind: "linear",
  name: "transpose",
  tier: 0,
  flops: 0,
  inert: 0,
  kernel([x], { perm }) {
    const operand = x as Tensor;
    const lead = leadOf(operand.shape, perm.length);
    const strides = stridesOf(operand.shape);
    const axes = [...range(lead.length), ...perm.map((axis) => axis + lead.length)];
    return readView(operand, {
      shape: axes.map((axis) => operand.shape[axis] as number),
      strides: axes.map((axis) => strides[axis] as number),
      offset: 0,
    });
  },
  transpose(cotangent, _i, _shapes, _inert, { perm }) {
    return permute(cotangent, inversePermutation(perm));
  },
};

/** Permute the last `perm.length` axes. */
export function permute(x: Value, perm: readonly number[]): Value {
  if (perm.every((axis, i) => axis === i)) return x;
  return applyLinear(transposeOp, [x], { perm });
}

export function inversePermutation(perm: readonly number[]): number[] {
  const inverse = new Array<number>(perm.length);
  perm.forEach((axis, i) => {
    inverse[axis] = i;
  });
  return inverse;
}

/**
 * Permute the axes; without `perm`, reverse them. Axis i of the result is axis perm[i] of x.
 *
 * @example
 * transpose(tensor([[1, 2, 3], [4, 5, 6]])).toArray(); // [[1, 4], [2, 5], [3, 6]]
 */
export function transpose(x: Tensor | number, perm?: readonly number[]): Tensor;
export function transpose(x: Value, perm?: readonly number[]): Value;
export function transpose(x: Value, perm?: readonly number[]): Value {
  const rank = rankOf(x);
  const axes = (perm ?? range(rank).reverse()).map(
    (axis) => trailingAxis("transpose", axis, rank) + rank,
  );
  if (axes.length !== rank || new Set(axes).size !== rank) {
    throw new ArgumentError(
      "transpose",
      "perm",
      `a permutation of 0…${rank - 1}`,
      `[${axes.join(",")}]`,
      "name every axis once",
    );
  }
  return permute(x, axes);
}

/** Exchange two axes. `swapAxes(x, -1, -2)` transposes the last two. */
export function swapAxes(x: Tensor, first: number, second: number): Tensor;
export function swapAxes(x: Value, first: number, second: number): Value;
export function swapAxes(x: Value, first: number, second: number): Value {
  const rank = rankOf(x);
  const perm = range(rank);
  const i = trailingAxis("swapAxes", first, rank) + rank;
  const j = trailingAxis("swapAxes", second, rank) + rank;
  perm[i] = j;
  perm[j] = i;
  return permute(x, perm);
}

/** Move one axis and keep the order of the others. */
export function moveAxis(x: Tensor, from: number, to: number): Tensor;
export function moveAxis(x: Value, from: number, to: number): Value;
export function moveAxis(x: Value, from: number, to: number): Value {
  const rank = rankOf(x);
  const source = trailingAxis("moveAxis", from, rank) + rank;
  const perm = range(rank).filter((axis) => axis !== source);
  perm.splice(trailingAxis("moveAxis", to, rank) + rank, 0, source);
  return permute(x, perm);
}
