import type { Tensor } from "../tensor/tensor.ts";
import { rankOf, shapeOf, type Value } from "../value.ts";
import { mul } from "./arithmetic.ts";
import { reshape } from "./reshape.ts";

/**
 * The Kronecker product: every element of a times a copy of b. Axes of length one are put before the
 * operand of lower rank.
 *
 * @example
 * kron(tensor([1, 2]), tensor([1, 10])).toArray(); // [1, 10, 2, 20]
 */
export function kron(a: Tensor, b: Tensor): Tensor;
export function kron(a: Value, b: Value): Value;
export function kron(a: Value, b: Value): Value {
  const rank = Math.max(rankOf(a), rankOf(b));
  const padded = (x: Value): number[] => [
    ...new Array<number>(rank - rankOf(x)).fill(1),
    ...shapeOf(x),
  ];
  const [m, n] = [padded(a), padded(b)];
  const blocks = reshape(
    a,
    m.flatMap((length) => [length, 1]),
  );
  const copies = reshape(
    b,
    n.flatMap((length) => [1, length]),
  );
  return reshape(
    mul(blocks, copies),
    m.map((length, i) => length * (n[i] as number)),
  );
}
