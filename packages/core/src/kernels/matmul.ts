import type { Data } from "../tensor/dtype.ts";

/**
 * C += A B for one m×k by k×n product, row-major. Four rows of B are folded into each pass over a
 * row of C, which quarters the loads and stores of C.
 */
export function multiplyInto(
  c: Data,
  a: Data,
  b: Data,
  [c0, a0, b0]: readonly [number, number, number],
  [m, k, n]: readonly [number, number, number],
): void {
  for (let i = 0; i < m; i++) {
    const row = c0 + i * n;
    let p = 0;
    for (; p + 3 < k; p += 4) {
      const at = a0 + i * k + p;
      const x0 = a[at] as number;
      const x1 = a[at + 1] as number;
      const x2 = a[at + 2] as number;
      const x3 = a[at + 3] as number;
      const r0 = b0 + p * n;
      const r1 = r0 + n;
      const r2 = r1 + n;
      const r3 = r2 + n;
      for (let j = 0; j < n; j++) {
        c[row + j] =
          (c[row + j] as number) +
          (x0 * (b[r0 + j] as number) +
            x1 * (b[r1 + j] as number) +
            (x2 * (b[r2 + j] as number) + x3 * (b[r3 + j] as number)));
      }
    }
    for (; p < k; p++) {
      const x = a[a0 + i * k + p] as number;
      const r = b0 + p * n;
      for (let j = 0; j < n; j++) c[row + j] = (c[row + j] as number) + x * (b[r + j] as number);
    }
  }
}
