import { applyBilinear } from "../dispatch.ts";
import { ShapeError } from "../errors/classes.ts";
import { copyPays, type MatrixView, multiplyInto } from "../kernels/matmul.ts";
import { readView } from "../kernels/strided.ts";
import type { BilinearOp } from "../op.ts";
import { allocate } from "../tensor/dtype.ts";
import { formatShape, type Shape, sizeOf, stridesOf } from "../tensor/shape.ts";
import { makeTensor, type Tensor } from "../tensor/tensor.ts";
import { rankOf, shapeOf, type Value } from "../value.ts";
import { coreOf, leadOf, range } from "./axes.ts";
import { permute } from "./transpose.ts";

/** Which core axes are matched (batch), which are summed over (contract); the rest are free. */
export type DotParams = {
  readonly rankA: number;
  readonly rankB: number;
  readonly batchA: readonly number[];
  readonly batchB: readonly number[];
  readonly contractA: readonly number[];
  readonly contractB: readonly number[];
};

function freeAxes(rank: number, batch: readonly number[], contract: readonly number[]): number[] {
  return range(rank).filter((axis) => !batch.includes(axis) && !contract.includes(axis));
}

/**
 * x as a stack of matrices, one for each lead and batch index: rows are the axes `rows` taken
 * together, columns the axes `columns`. When the axes already lie in the order batch, rows, columns
 * or (where the product can take it) batch, columns, rows, this is a matter of strides; otherwise x
 * is copied into order.
 */
function asMatrices(
  x: Tensor,
  rank: number,
  batch: readonly number[],
  rows: readonly number[],
  columns: readonly number[],
  mayTranspose: boolean,
): MatrixView {
  const core = coreOf(x.shape, rank);
  const length = (axes: readonly number[]): number =>
    sizeOf(axes.map((axis) => core[axis] as number));
  const ascending = (order: readonly number[]): boolean => order.every((axis, i) => axis === i);
  if (mayTranspose && ascending([...batch, ...columns, ...rows])) {
    return { data: x.data, start: 0, rowStride: 1, columnStride: length(rows) };
  }
  const { data } = arrange(x, rank, [...batch, ...rows, ...columns]);
  return { data, start: 0, rowStride: length(columns), columnStride: 1 };
}

/** Copy x so that its core axes come in the given order; copies nothing when they already do. */
function arrange(x: Tensor, rank: number, order: readonly number[]): Tensor {
  if (order.every((axis, i) => axis === i)) return x;
  const lead = x.shape.length - rank;
  const axes = [...range(lead), ...order.map((axis) => axis + lead)];
  const strides = stridesOf(x.shape);
  return readView(x, {
    shape: axes.map((axis) => x.shape[axis] as number),
    strides: axes.map((axis) => strides[axis] as number),
    offset: 0,
  });
}

export const dotGeneralOp: BilinearOp<DotParams> = {
  kind: "bilinear",
  name: "dotGeneral",
  tier: 0,
  flops: 2,
  coreRanks: ({ rankA, rankB }) => [rankA, rankB],
  kernel(a, b, params) {
    const { rankA, rankB, batchA, batchB, contractA, contractB } = params;
    const freeA = freeAxes(rankA, batchA, contractA);
    const freeB = freeAxes(rankB, batchB, contractB);
    const coreA = coreOf(a.shape, rankA);
    const coreB = coreOf(b.shape, rankB);
    const pick = (core: Shape, axes: readonly number[]): number[] =>
      axes.map((axis) => core[axis] as number);
    const batch = pick(coreA, batchA);
    const [outA, outB] = [pick(coreA, freeA), pick(coreB, freeB)];
    const leadA = leadOf(a.shape, rankA);
    const leadB = leadOf(b.shape, rankB);
    const lead = leadA.length >= leadB.length ? leadA : leadB;
    const sizes = [sizeOf(outA), sizeOf(pick(coreA, contractA)), sizeOf(outB)] as const;
    const [m, k, n] = sizes;
    const left = asMatrices(a, rankA, batchA, freeA, contractA, true);
    const right = asMatrices(b, rankB, batchB, contractB, freeB, m < copyPays || n === 1);
    const batches = sizeOf(batch);
    const count = sizeOf(lead) * batches;
    const [timesA, timesB] = [sizeOf(leadA) * batches, sizeOf(leadB) * batches];
    const out = allocate(a.dtype, count * m * n);
    for (let i = 0; i < count; i++) {
      left.start = (i % timesA) * m * k;
      right.start = (i % timesB) * k * n;
      multiplyInto(out, i * m * n, left, right, sizes);
    }
    return makeTensor(out, [...lead, ...batch, ...outA, ...outB], a.dtype);
  },
  /** Ā = Ȳ Bᵀ: contract the free axes of b, then put the axes back where a has them. */
  transposeLeft(cotangent, _a, b, params) {
    const { rankA, rankB, batchA, batchB, contractA, contractB } = params;
    const freeA = freeAxes(rankA, batchA, contractA);
    const freeB = freeAxes(rankB, batchB, contractB);
    const nb = batchA.length;
    const product = applyBilinear(dotGeneralOp, cotangent, b, {
      rankA: nb + freeA.length + freeB.length,
      rankB,
      batchA: range(nb),
      batchB,
      contractA: freeB.map((_, i) => nb + freeA.length + i),
      contractB: freeB,
    });
    return permute(
      product,
      inverseLayout([...batchA, ...freeA, ...sortedPairs(contractB, contractA)]),
    );
  },
  /** B̄ = Aᵀ Ȳ. */
  transposeRight(cotangent, a, _b, params) {
    const { rankA, rankB, batchA, batchB, contractA, contractB } = params;
    const freeA = freeAxes(rankA, batchA, contractA);
    const freeB = freeAxes(rankB, batchB, contractB);
    const nb = batchA.length;
    const product = applyBilinear(dotGeneralOp, a, cotangent, {
      rankA,
      rankB: nb + freeA.length + freeB.length,
      batchA,
      batchB: range(nb),
      contractA: freeA,
      contractB: freeA.map((_, i) => nb + i),
    });
    return permute(
      product,
      inverseLayout([...batchB, ...sortedPairs(contractA, contractB), ...freeB]),
    );
  },
};

/** The partners of the axes in `keys`, in ascending order of the keys. */
function sortedPairs(keys: readonly number[], partners: readonly number[]): number[] {
  return range(keys.length)
    .sort((i, j) => (keys[i] as number) - (keys[j] as number))
    .map((i) => partners[i] as number);
}

/** The permutation that takes axes laid out as `layout` to ascending order. */
function inverseLayout(layout: readonly number[]): number[] {
  const perm = new Array<number>(layout.length);
  layout.forEach((axis, position) => {
    perm[axis] = position;
  });
  return perm;
}

export interface DotDimensions {
  readonly batch?: readonly [readonly number[], readonly number[]];
  readonly contract: readonly [readonly number[], readonly number[]];
}

/**
 * The general contraction of two tensors: batch axes are matched, contracted axes summed over; the
 * result has the batch axes, then the free axes of a, then those of b.
 *
 * Cost: 2 · batch · free(a) · contracted · free(b) flops. A pullback costs two such products.
 *
 * @example
 * dotGeneral(a, b, { contract: [[1], [0]] }) // the matrix product
 */
export function dotGeneral(a: Tensor, b: Tensor, dimensions: DotDimensions): Tensor;
export function dotGeneral(a: Value, b: Value, dimensions: DotDimensions): Value;
export function dotGeneral(a: Value, b: Value, dimensions: DotDimensions): Value {
  const [batchA, batchB] = dimensions.batch ?? [[], []];
  const [contractA, contractB] = dimensions.contract;
  const [sa, sb] = [shapeOf(a), shapeOf(b)];
  const matched = (x: readonly number[], y: readonly number[]): boolean =>
    x.length === y.length &&
    x.every((axis, i) => sa[axis] !== undefined && sa[axis] === sb[y[i] as number]);
  if (!matched(batchA, batchB) || !matched(contractA, contractB)) {
    throw new ShapeError(
      "dotGeneral",
      "batch and contracted axes of equal lengths",
      `${formatShape(sa)} and ${formatShape(sb)} with contract ${JSON.stringify(dimensions.contract)}${dimensions.batch ? ` and batch ${JSON.stringify(dimensions.batch)}` : ""}`,
      "transpose an operand, or name other axes",
    );
  }
  const params = { rankA: rankOf(a), rankB: rankOf(b), batchA, batchB, contractA, contractB };
  return applyBilinear(dotGeneralOp, a, b, params);
}
