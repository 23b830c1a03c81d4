import type { Data } from "../tensor/dtype.ts";

/** Where a matrix begins in its buffer, and the distance of its rows and of its columns. */
export interface MatrixView {
  readonly data: Data;
  start: number;
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
  if (m === 1 && n === 1) dotColumns(c, start, a, b, sizes);
  else if (n === 1 && a.rowStride === 1) addRows(c, start, transposed(b), transposed(a), [1, k, m]);
  else if (b.columnStride === 1) addRows(c, start, a, b, sizes);
  else dotColumns(c, start, a, b, sizes);
}

/** From this many rows of A on, it pays to copy a transposed B into order first. */
export const copyPays = 4;

function transposed({ data, start, rowStride, columnStride }: MatrixView): MatrixView {
  return { data, start, rowStride: columnStride, columnStride: rowStride };
}

function addRows(
  c: Data,
  start: number,
  { data: x, start: xStart, rowStride: xRow, columnStride: xStep }: MatrixView,
  { data: y, start: yStart, rowStride: yRow }: MatrixView,
  [m, k, n]: ProductSizes,
): void {
  for (let i = 0; i < m; i++) {
    const row = start + i * n;
    let at = xStart + i * xRow;
    let r0 = yStart;
    let p = 0;
    for (; p + 3 < k; p += 4) {
      const x0 = x[at] as number;
      const x1 = x[at + xStep] as number;
      const x2 = x[at + 2 * xStep] as number;
      const x3 = x[at + 3 * xStep] as number;
      const r1 = r0 + yRow;
      const r2 = r1 + yRow;
      const r3 = r2 + yRow;
      for (let j = 0; j < n; j++) {
        c[row + j] =
          (c[row + j] as number) +
          (x0 * (y[r0 + j] as number) +
            x1 * (y[r1 + j] as number) +
            (x2 * (y[r2 + j] as number) + x3 * (y[r3 + j] as number)));
      }
      at += 4 * xStep;
      r0 = r3 + yRow;
    }
    for (; p < k; p++) {
      const xp = x[at] as number;
      for (let j = 0; j < n; j++) c[row + j] = (c[row + j] as number) + xp * (y[r0 + j] as number);
      at += xStep;
      r0 += yRow;
    }
  }
}

function dotColumns(
  c: Data,
  start: number,
  { data: x, start: xStart, rowStride: xRow, columnStride: xStep }: MatrixView,
  { data: y, start: yStart, rowStride: yStep, columnStride: yColumn }: MatrixView,
  [m, k, n]: ProductSizes,
): void {
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      let xAt = xStart + i * xRow;
      let yAt = yStart + j * yColumn;
      let sum = 0;
      for (let p = 0; p < k; p++) {
        sum += (x[xAt] as number) * (y[yAt] as number);
        xAt += xStep;
        yAt += yStep;
      }
      c[start + i * n + j] = (c[start + i * n + j] as number) + sum;
    }
  }
}
