/** Element types. `f64` is the default; `bool` is stored as bytes 0 and 1. */
export type DType = "f64" | "f32" | "i32" | "bool";

/** The typed array behind each element type. */
export interface DataOf {
  readonly f64: Float64Array;
  readonly f32: Float32Array;
  readonly i32: Int32Array;
  readonly bool: Uint8Array;
}

export type Data = DataOf[DType];

const constructors = {
  f64: Float64Array,
  f32: Float32Array,
  i32: Int32Array,
  bool: Uint8Array,
} as const;

/** A zeroed buffer of `length` elements. */
export function allocate<D extends DType>(dtype: D, length: number): DataOf[D] {
  return new constructors[dtype](length) as DataOf[D];
}

/** Floating types carry derivatives; the tangent type of `i32` and `bool` is "none". */
export function isFloating(dtype: DType): boolean {
  return dtype === "f64" || dtype === "f32";
}

/** The element type that a typed array maps to, or undefined for arrays that no dtype uses. */
export function dtypeOfArray(array: unknown): DType | undefined {
  if (array instanceof Float64Array) return "f64";
  if (array instanceof Float32Array) return "f32";
  if (array instanceof Int32Array) return "i32";
  if (array instanceof Uint8Array) return "bool";
  return undefined;
}

export const bytesPerElement: Readonly<Record<DType, number>> = { f64: 8, f32: 4, i32: 4, bool: 1 };
