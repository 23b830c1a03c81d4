/** The lengths of the axes, outermost first; `[]` is a scalar. */
export type Shape = readonly number[];

export const scalarShape: Shape = [];

/** Number of elements. */
export function sizeOf(shape: Shape): number {
  let size = 1;
  for (const length of shape) size *= length;
  return size;
}

export function sameShape(a: Shape, b: Shape): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Is `a` equal to the trailing axes of `b`? */
export function isSuffix(a: Shape, b: Shape): boolean {
  const offset = b.length - a.length;
  if (offset < 0) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i + offset]) return false;
  return true;
}

/** Row-major strides, in elements. */
export function stridesOf(shape: Shape): number[] {
  const strides = new Array<number>(shape.length);
  let stride = 1;
  for (let i = shape.length - 1; i >= 0; i--) {
    strides[i] = stride;
    stride *= shape[i] as number;
  }
  return strides;
}

/** The common shape of two operands by NumPy's rule, or undefined when there is none. */
export function broadcastShapes(a: Shape, b: Shape): Shape | undefined {
  const rank = Math.max(a.length, b.length);
  const out = new Array<number>(rank);
  for (let i = 1; i <= rank; i++) {
    const m = a[a.length - i] ?? 1;
    const n = b[b.length - i] ?? 1;
    if (m !== n && m !== 1 && n !== 1) return undefined;
    out[rank - i] = m === 1 ? n : m;
  }
  return out;
}

export function formatShape(shape: Shape): string {
  return `[${shape.join(",")}]`;
}
