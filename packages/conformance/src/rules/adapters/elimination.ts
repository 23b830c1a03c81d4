import {
  broadcastTo,
  concatenate,
  div,
  eye,
  matmul,
  mul,
  reshape,
  shapeOf,
  sizeOf,
  sliceAxis,
  stack,
  sub,
  type Tensor,
  take,
  unstack,
  type Value,
  value,
} from "@wengert/ad-core";

/** The inverses of a stack of matrices, by Gauss and Jordan with row exchange. */
export function inverse(a: Value): Value {
  const n = shapeOf(a).at(-1) as number;
  return solve(a, broadcastTo(eye(n), shapeOf(a)));
}

/** The solutions X of A X = B, matrix by matrix. Cost: O(n³) flops in O(n) ops. */
export function solve(a: Value, b: Value): Value {
  const [n, m] = [shapeOf(a).at(-1) as number, shapeOf(b).at(-1) as number];
  const lead = shapeOf(b).slice(0, -2);
  const count = sizeOf(lead);
  if (count * n * m === 0) return matmul(a, b);
  const as = unstack(reshape(a, [count, n, n]));
  const bs = unstack(reshape(b, [count, n, m]));
  return reshape(stack(as.map((matrix, k) => eliminate(matrix, bs[k] as Value))), shapeOf(b));
}

function eliminate(a: Value, b: Value): Value {
  const n = shapeOf(a)[0] as number;
  let rows = concatenate([a, b], 1);
  for (let k = 0; k < n; k++) {
    rows = take(rows, exchanged(rows, k));
    const pivotRow = sliceAxis(rows, 0, k, k + 1);
    const normal = div(pivotRow, sliceAxis(pivotRow, 1, k, k + 1));
    const others = sub(rows, mul(sliceAxis(rows, 1, k, k + 1), normal));
    rows = concatenate([sliceAxis(others, 0, 0, k), normal, sliceAxis(others, 0, k + 1)], 0);
  }
  return sliceAxis(rows, 1, n);
}

/** The order of rows that puts the largest element of column k, below the diagonal, at row k. */
function exchanged(rows: Value, k: number): number[] {
  const { data, shape } = value(rows) as Tensor;
  const [n, width] = shape as [number, number];
  const size = (i: number): number => Math.abs(data[i * width + k] as number);
  let best = k;
  for (let i = k + 1; i < n; i++) if (size(i) > size(best)) best = i;
  const order = Array.from({ length: n }, (_, i) => i);
  order[k] = best;
  order[best] = k;
  return order;
}
