import { OperandError, ShapeError } from "../errors/classes.ts";
import { type Data, type DataOf, type DType } from "./dtype.ts";
import { formatTensor } from "./print.ts";
import { type Shape, sizeOf } from "./shape.ts";

/** Numbers nested to the depth of a shape. */
export type NestedArray = number | readonly NestedArray[];

/**
 * A flat typed array with a shape: row-major, contiguous, immutable by convention.
 *
 * Tensors may share their buffer (a reshape copies nothing), so write to `data` only in a tensor
 * that you made yourself.
 */
export class Tensor<D extends DType = DType> {
  readonly data: DataOf[D];
  readonly shape: Shape;
  readonly dtype: D;
  /** A tensor is passive: no transform made it. */
  declare readonly tracer?: undefined;

  constructor(data: DataOf[D], shape: Shape, dtype: D) {
    if (data.length !== sizeOf(shape)) {
      throw new ShapeError(
        "Tensor",
        `${sizeOf(shape)} elements for shape [${shape.join(",")}]`,
        `${data.length}`,
        "make the product of the shape equal the length of the data",
      );
    }
    this.data = data;
    this.shape = shape;
    this.dtype = dtype;
  }

  get size(): number {
    return this.data.length;
  }

  get rank(): number {
    return this.shape.length;
  }

  /** The only element of a tensor of size one. */
  item(): number {
    if (this.data.length !== 1) {
      throw new ShapeError(
        "item",
        "a tensor of one element",
        `shape [${this.shape.join(",")}]`,
        "read .data or .toArray(), or reduce with sum or mean first",
      );
    }
    return this.data[0] as number;
  }

  /** Nested arrays of numbers; a scalar gives a number, `bool` gives 0 and 1. */
  toArray(): NestedArray {
    return nest(this.data, this.shape, 0, 0)[0];
  }

  toString(): string {
    return formatTensor(this);
  }

  toJSON(): { dtype: D; shape: Shape; data: number[] } {
    return { dtype: this.dtype, shape: this.shape, data: Array.from(this.data) };
  }

  /** A scalar tensor is passive, so it may be compared and printed as the number it holds. */
  [Symbol.toPrimitive](hint: string): number | string {
    if (hint === "string") return this.toString();
    if (this.data.length === 1) return this.data[0] as number;
    throw new OperandError(
      "arithmetic",
      "the operand",
      "a scalar",
      this,
      "JavaScript's operators work on numbers: write add(a, b), mul(a, b), lt(a, b)",
    );
  }
}

function nest(data: Data, shape: Shape, axis: number, start: number): [NestedArray, number] {
  if (axis === shape.length) return [data[start] as number, start + 1];
  const out: NestedArray[] = [];
  let next = start;
  for (let i = 0; i < (shape[axis] as number); i++) {
    const [item, end] = nest(data, shape, axis + 1, next);
    out.push(item);
    next = end;
  }
  return [out, next];
}

/**
 * A tensor of truth values. It is thenable so that the compiler reports `if (mask)`, which would
 * always be taken (TS2801); awaiting it reads it.
 */
export class BoolTensor extends Tensor<"bool"> {
  constructor(data: Uint8Array, shape: Shape) {
    super(data, shape, "bool");
  }

  then(resolve: (nested: NestedArray) => void): void {
    resolve(this.toArray());
  }
}

/** The one place where tensors are made, so that `bool` always gets its class. */
export function makeTensor<D extends DType>(data: DataOf[D], shape: Shape, dtype: D): Tensor<D> {
  if (dtype === "bool") return new BoolTensor(data as Uint8Array, shape) as unknown as Tensor<D>;
  return new Tensor(data, shape, dtype);
}
