import { ArgumentError, DTypeError } from "../errors/classes.ts";
import type { Shape } from "../tensor/shape.ts";
import { makeTensor, Tensor } from "../tensor/tensor.ts";
import type { Passive } from "../value.ts";

/** Indices as whole numbers inside the axis; negative ones count from the end. */
export function checkedIndex(
  operation: string,
  index: Passive | readonly number[],
  size: number,
): Tensor {
  const source = typeof index === "number" ? [index] : index instanceof Tensor ? index.data : index;
  const shape: Shape =
    typeof index === "number" ? [] : index instanceof Tensor ? index.shape : [index.length];
  if (index instanceof Tensor && index.dtype === "bool") {
    throw new DTypeError(operation, "integer indices", "bool", "use select for masks");
  }
  const rows = new Int32Array(source.length);
  for (let k = 0; k < source.length; k++) {
    const i = source[k] as number;
    if (!Number.isInteger(i) || i >= size || i < -size) {
      throw new ArgumentError(
        operation,
        "every index",
        `an integer from ${-size} to ${size - 1}`,
        i,
        "check the index against the length of the axis",
      );
    }
    rows[k] = i < 0 ? i + size : i;
  }
  return makeTensor(rows, shape, "i32");
}
