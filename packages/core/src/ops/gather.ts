import { ArgumentError } from "../errors/classes.ts";
import { sizeOf } from "../tensor/shape.ts";
import { makeTensor, type Tensor } from "../tensor/tensor.ts";
import { shapeOf, type Value } from "../value.ts";
import { reshape } from "./reshape.ts";
import { take } from "./take.ts";

/**
 * Elements or blocks of x at coordinates: the last axis of `index` holds the first coordinates.
 *
 * @example
 * gather(tensor([[1, 2], [3, 4]]), tensor([[0, 1], [1, 0]])).toArray(); // [2, 3]
 */
export function gather(x: Tensor, index: Tensor): Tensor;
export function gather(x: Value, index: Tensor): Value;
export function gather(x: Value, index: Tensor): Value {
  const shape = shapeOf(x);
  const depth = index.shape[index.shape.length - 1] ?? 0;
  const block = shape.slice(depth);
  const rows = new Int32Array(index.size / Math.max(1, depth));
  for (let k = 0; k < rows.length; k++) {
    for (let i = 0; i < depth; i++) {
      const n = shape[i] as number;
      const at = index.data[k * depth + i] as number;
      if (!Number.isInteger(at) || at >= n || at < -n) {
        throw new ArgumentError(
          "gather",
          "every coordinate",
          `an integer from ${-n} to ${n - 1}`,
          at,
          "check the coordinates against the shape of x",
        );
      }
      rows[k] = (rows[k] as number) * n + (at < 0 ? at + n : at);
    }
  }
  const flat = reshape(x, [sizeOf(shape.slice(0, depth)), ...block]);
  const outShape = index.shape.slice(0, -1);
  return reshape(take(flat, makeTensor(rows, [rows.length], "i32")), [...outShape, ...block]);
}
