// Remainder and rounding with the conventions of C and IEEE 754.

/** Remainder of x/y with the sign of x, exact (C's fmod, JavaScript's %). NaN for y = 0 or infinite x. */
export function fmod(x: number, y: number): number {
  return x % y;
}

/** Nearest integer, ties to even (IEEE 754 roundToIntegralTiesToEven); keeps −0. */
export function roundHalfEven(x: number): number {
  if (!(Math.abs(x) < 2 ** 52)) return x;
  return x - Math.floor(x) === 0.5 ? 2 * Math.round(x / 2) : Math.round(x);
}
