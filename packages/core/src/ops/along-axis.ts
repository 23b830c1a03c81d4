import { ArgumentError } from "../errors/classes.ts";
import { type Shape, sizeOf } from "../tensor/shape.ts";
import { makeTensor, type Tensor } from "../tensor/tensor.ts";
import { shapeOf, type Value } from "../value.ts";
import { trailingAxis } from "./axes.ts";
import { checkedIndex } from "./checked-index.ts";
import { reshape } from "./reshape.ts";
import { scatterAdd } from "./scatter.ts";
import { take } from "./take.ts";

/** Element (…, index[…, k, …], …) of x: NumPy's `take_along_axis`. */
export function takeAlongAxis(x: Tensor, index: Tensor, axis: number): Tensor;
export function takeAlongAxis(x: Value, index: Tensor, axis: number): Value;
export function takeAlongAxis(x: Value, index: Tensor, axis: number): Value {
  return reshape(
    take(reshape(x, [sizeOf(shapeOf(x))]), flatIndex("takeAlongAxis", shapeOf(x), index, axis)),
    index.shape,
  );
}

/** Add `u` at (…, index[…, k, …], …): the transpose of {@link takeAlongAxis}. */
export function scatterAddAlongAxis(
  x: Tensor,
  index: Tensor,
  u: Tensor | number,
  axis: number,
): Tensor;
export function scatterAddAlongAxis(x: Value, index: Tensor, u: Value, axis: number): Value;
export function scatterAddAlongAxis(x: Value, index: Tensor, u: Value, axis: number): Value {
  const flat = reshape(x, [sizeOf(shapeOf(x))]);
  const rows = flatIndex("scatterAddAlongAxis", shapeOf(x), index, axis);
  return reshape(scatterAdd(flat, rows, reshape(u, [sizeOf(shapeOf(u))])), shapeOf(x));
}

/** Positions in the flattened x of the elements that `index` names along `axis`. */
function flatIndex(operation: string, shape: Shape, index: Tensor, axis: number): Tensor {
  const at = trailingAxis(operation, axis, shape.length) + shape.length;
  const checked = checkedIndex(operation, index, shape[at] as number);
  const fits =
    index.shape.length === shape.length &&
    index.shape.every((n, i) => i === at || n <= (shape[i] as number));
  if (!fits) {
    throw new ArgumentError(
      operation,
      "index",
      `of rank ${shape.length} and inside x off the axis`,
      index,
      "broadcastTo the index first",
    );
  }
  const out = new Int32Array(checked.size);
  const position = new Array<number>(shape.length).fill(0);
  for (let k = 0; k < out.length; k++) {
    let flat = 0;
    for (let i = 0; i < shape.length; i++) {
      flat =
        flat * (shape[i] as number) +
        (i === at ? (checked.data[k] as number) : (position[i] as number));
    }
    out[k] = flat;
    for (let i = shape.length - 1; i >= 0; i--) {
      if (++(position[i] as number) < (index.shape[i] as number)) break;
      position[i] = 0;
    }
  }
  return makeTensor(out, [out.length], "i32");
}
