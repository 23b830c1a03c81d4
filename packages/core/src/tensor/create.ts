import { ArgumentError, OperandError, ShapeError } from "../errors/classes.ts";
import { allocate, type DataOf, type DType, dtypeOfArray } from "./dtype.ts";
import { type Shape, sameShape, sizeOf } from "./shape.ts";
import { type BoolTensor, makeTensor, type NestedArray, type Tensor } from "./tensor.ts";

export interface TensorOptions<D extends DType = DType> {
  readonly dtype?: D;
  readonly shape?: Shape;
}

export type TensorSource = NestedArray | readonly boolean[] | boolean | DataOf[DType];

/**
 * A tensor from nested arrays, a typed array or a number.
 *
 * The data are copied. The dtype is that of the typed array (`Uint8Array` means `bool`), `bool` for
 * booleans, and `f64` otherwise.
 *
 * @throws ShapeError when nested arrays are ragged or do not fill `shape`.
 * @example
 * tensor([[1, 2], [3, 4]]).shape; // [2, 2]
 * tensor(new Float32Array(6), { shape: [2, 3] }).dtype; // "f32"
 */
export function tensor(source: readonly boolean[] | boolean): BoolTensor;
export function tensor(source: Float32Array): Tensor<"f32">;
export function tensor(source: Int32Array): Tensor<"i32">;
export function tensor<D extends DType = "f64">(
  source: TensorSource,
  options?: TensorOptions<D>,
): Tensor<D>;
export function tensor<D extends DType = "f64">(
  source: TensorSource,
  options: TensorOptions<D> = {},
): Tensor<D> {
  const array = dtypeOfArray(source);
  if (array !== undefined) {
    const data = source as DataOf[DType];
    return fill(options.dtype ?? (array as D), options.shape ?? [data.length], data, "tensor");
  }
  const flat: number[] = [];
  const shape = measure(source as NestedArray, flat);
  const inferred = containsBoolean(source) ? "bool" : "f64";
  return fill(options.dtype ?? (inferred as D), options.shape ?? shape, flat, "tensor");
}

function containsBoolean(source: unknown): boolean {
  return typeof source === "boolean" || (Array.isArray(source) && containsBoolean(source[0]));
}

function fill<D extends DType>(
  dtype: D,
  shape: Shape,
  values: ArrayLike<number>,
  operation: string,
): Tensor<D> {
  if (values.length !== sizeOf(shape)) {
    throw new ShapeError(
      operation,
      `${sizeOf(shape)} elements for shape [${shape.join(",")}]`,
      `${values.length}`,
      "make the product of shape equal the number of elements",
    );
  }
  const data = allocate(dtype, values.length);
  if (dtype === "bool") for (let i = 0; i < values.length; i++) data[i] = values[i] ? 1 : 0;
  else data.set(values);
  return makeTensor(data, shape, dtype);
}

/** Append the elements of nested arrays to `flat` and return their shape. */
function measure(source: NestedArray | boolean, flat: number[]): number[] {
  if (typeof source === "number" || typeof source === "boolean") {
    flat.push(+source);
    return [];
  }
  if (!Array.isArray(source)) {
    throw new OperandError(
      "tensor",
      "every element",
      "a number or an array of numbers",
      source,
      "stack([...]) joins variables and tensors; tensor() takes plain numbers",
    );
  }
  if (source.every((item) => typeof item === "number")) {
    for (const item of source) flat.push(item);
    return [source.length];
  }
  const shapes = source.map((item: NestedArray) => measure(item, flat));
  const first = shapes[0] ?? [];
  const odd = shapes.find((shape) => !sameShape(shape, first));
  if (odd !== undefined) {
    throw new ShapeError(
      "tensor",
      `rows of one shape [${first.join(",")}]`,
      `[${odd.join(",")}]`,
      "make all rows equally long",
    );
  }
  return [source.length, ...first];
}

/** All elements zero. `zeros([2, 3])` */
export function zeros<D extends DType = "f64">(shape: Shape, dtype?: D): Tensor<D> {
  const type = dtype ?? ("f64" as D);
  return makeTensor(allocate(type, sizeOf(shape)), shape, type);
}

/** All elements `value`. `full([2], 3.5)` */
export function full<D extends DType = "f64">(shape: Shape, value: number, dtype?: D): Tensor<D> {
  const out = zeros(shape, dtype);
  out.data.fill(value);
  return out;
}

/** All elements one. `ones([2, 3])` */
export function ones<D extends DType = "f64">(shape: Shape, dtype?: D): Tensor<D> {
  return full(shape, 1, dtype);
}

/** The identity matrix of order n. `eye(3)` */
export function eye<D extends DType = "f64">(n: number, dtype?: D): Tensor<D> {
  const out = zeros([n, n], dtype);
  for (let i = 0; i < n; i++) out.data[i * (n + 1)] = 1;
  return out;
}

/** 0, 1, …, n − 1. `iota(4, "i32")` */
export function iota<D extends DType = "f64">(n: number, dtype?: D): Tensor<D> {
  if (!Number.isInteger(n) || n < 0) {
    throw new ArgumentError(
      "iota",
      "n",
      "a non-negative integer",
      n,
      "pass the number of elements",
    );
  }
  const out = zeros([n], dtype);
  for (let i = 0; i < n; i++) out.data[i] = i;
  return out;
}

/** n equally spaced values from `start` to `stop`, both included. `linspace(0, 1, 5)` */
export function linspace(start: number, stop: number, n: number): Tensor<"f64"> {
  const out = zeros([n]);
  for (let i = 0; i < n; i++) {
    out.data[i] = n === 1 ? start : start + ((stop - start) * i) / (n - 1);
  }
  return out;
}
