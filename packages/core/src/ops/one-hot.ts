import { ArgumentError } from "../errors/classes.ts";
import { zeros } from "../tensor/create.ts";
import type { DType } from "../tensor/dtype.ts";
import { Tensor } from "../tensor/tensor.ts";

/**
 * Rows of the identity: a last axis of length n that is 1 at the index and 0 elsewhere. A constant:
 * it has no derivative.
 *
 * @throws ArgumentError when an index is not an integer from 0 to n − 1.
 * @example
 * oneHot([2, 0], 3).toArray(); // [[0, 0, 1], [1, 0, 0]]
 */
export function oneHot<D extends DType = "f64">(
  index: number | readonly number[] | Tensor,
  n: number,
  dtype?: D,
): Tensor<D> {
  const list = typeof index === "number" ? [index] : index instanceof Tensor ? index.data : index;
  const shape =
    typeof index === "number" ? [] : index instanceof Tensor ? index.shape : [index.length];
  const out = zeros([...shape, n], dtype);
  for (let k = 0; k < list.length; k++) {
    const i = list[k] as number;
    if (!Number.isInteger(i) || i < 0 || i >= n) {
      throw new ArgumentError(
        "oneHot",
        "every index",
        `an integer from 0 to ${n - 1}`,
        i,
        "make n larger, or check the indices",
      );
    }
    out.data[k * n + i] = 1;
  }
  return out;
}
