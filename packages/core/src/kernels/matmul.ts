import type { Data } from "../tensor/dtype.ts";

/** Where a matrix begins in its buffer, and the distance of its rows and of its columns. */
export interface MatrixView {
  readonly data: Data;
  readonly start: number;
  readonly rowStride: number;
  readonly columnStride: number;
}

export type ProductSizes = readonly [m: number, k: number, n: number];

/**
 * C += A B for one m×k by k×n product; C is row-major, A and B may be transposed. Nothing is copied.
 *
 * Where the rows of B are contiguous, four of them are folded into each pass over a row of C, which
 * quarters the loads and stores of C. A transposed matrix times a vector is the vector times the
 * matrix. What remains, a transposed B, makes every entry a dot product.
 */
export function multiplyInto(
  c: Data,
  start: number,
  a: MatrixView,
  b: MatrixView,
  sizes: ProductSizes,
): void {
  const [m, k, n] = sizes;
  if (n === 1 && a.rowStride === 1) addRows(c, start, transposed(b), transposed(a), [1, k, m]);
  else if (b.columnStride === 1) addRows(c, start, a, b, sizes);
  else dotColumns(c, start, a, b, sizes);
}

/** From this many rows of A on, it pays to copy a transposed B into order first. */
export const copyPays = 4;

function transposed({ rowStride, columnStride, ...view }: MatrixView): MatrixView {
  return { ...view, rowStride: columnStride, columnStride: rowStride };
}

function addRows(
  c: Data,
  start: number,
  a: MatrixView,
  b: MatrixView,
  [m, k, n]: ProductSizes,
): void {
  const [x, y] = [a.data, b.data];
  for (let i = 0; i < m; i++) {
    const row = start + i * n;
    let at = a.start + i * a.rowStride;
    let r0 = b.start;
    let p = 0;
    for (; p + 3 < k; p += 4) {
      const x0 = x[at] as number;
      const x1 = x[at + a.columnStride] as number;
      const x2 = x[at + 2 * a.columnStride] as number;
      const x3 = x[at + 3 * a.columnStride] as number;
      const r1 = r0 + b.rowStride;
      const r2 = r1 + b.rowStride;
      const r3 = r2 + b.rowStride;
      for (let j = 0; j < n; j++) {
        c[row + j] =
          (c[row + j] as number) +
          (x0 * (y[r0 + j] as number) +
            x1 * (y[r1 + j] as number) +
            (x2 * (y[r2 + j] as number) + x3 * (y[r3 + j] as number)));
      }
      at += 4 * a.columnStride;
      r0 = r3 + b.rowStride;
    }
    for (; p < k; p++) {
      const xp = x[at] as number;
      for (let j = 0; j < n; j++) c[row + j] = (c[row + j] as number) + xp * (y[r0 + j] as number);
      at += a.columnStride;
      r0 += b.rowStride;
    }
  }
}

function dotColumns(
  c: Data,
  start: number,
  a: MatrixView,
  b: MatrixView,
  [m, k, n]: ProductSizes,
): void {
  const [x, y] = [a.data, b.data];
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      let xAt = a.start + i * a.rowStride;
      let yAt = b.start + j * b.columnStride;
      let sum = 0;
      for (let p = 0; p < k; p++) {
        sum += (x[xAt] as number) * (y[yAt] as number);
        xAt += a.columnStride;
        yAt += b.rowStride;
      }
      c[start + i * n + j] = (c[start + i * n + j] as number) + sum;
    }
  }
}
