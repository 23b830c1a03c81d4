import { ShapeError } from "../errors/classes.ts";
import { formatShape } from "../tensor/shape.ts";
import { BoolTensor, type Tensor } from "../tensor/tensor.ts";
import { rankOf, shapeOf, type Value } from "../value.ts";
import { select } from "./select.ts";

function keep(
  operation: string,
  x: Value,
  inside: (row: number, column: number) => boolean,
): Value {
  if (rankOf(x) < 2) {
    throw new ShapeError(
      operation,
      "at least two axes",
      formatShape(shapeOf(x)),
      "reshape to a matrix",
    );
  }
  const [m, n] = shapeOf(x).slice(-2) as [number, number];
  const mask = new Uint8Array(m * n);
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) if (inside(i, j)) mask[i * n + j] = 1;
  }
  return select(new BoolTensor(mask, [m, n]), x, 0);
}

/**
 * The last two axes on and below diagonal k, zeros above.
 *
 * @example
 * tril(tensor([[1, 2], [3, 4]])).toArray(); // [[1, 0], [3, 4]]
 */
export function tril(x: Tensor, k?: number): Tensor;
export function tril(x: Value, k?: number): Value;
export function tril(x: Value, k = 0): Value {
  return keep("tril", x, (row, column) => column - row <= k);
}

/**
 * The last two axes on and above diagonal k, zeros below.
 *
 * @example
 * triu(tensor([[1, 2], [3, 4]])).toArray(); // [[1, 2], [0, 4]]
 */
export function triu(x: Tensor, k?: number): Tensor;
export function triu(x: Value, k?: number): Value;
export function triu(x: Value, k = 0): Value {
  return keep("triu", x, (row, column) => column - row >= k);
}
