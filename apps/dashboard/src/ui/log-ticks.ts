/**
 * Ticks of a logarithmic axis: the powers of ten within the range, with 2 and 5 between them where
 * the range is short.
 */
export function decades(low: number, high: number): number[] {
  const steps = Math.log10(high / low) > 2.5 ? [1] : [1, 2, 5];
  const ticks: number[] = [];
  for (let k = Math.floor(Math.log10(low)); k <= Math.ceil(Math.log10(high)); k++) {
    // 10 ** -7 is not the number that 1e-7 is
    ticks.push(...steps.map((step) => Number(`${step}e${k}`)));
  }
  return ticks.filter((tick) => tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9));
}

/** The same for bytes: powers of two, as many as fit. */
export function powersOfTwo(low: number, high: number): number[] {
  const [first, last] = [Math.ceil(Math.log2(low)), Math.floor(Math.log2(high))];
  const step = [1, 2, 5, 10].find((size) => (last - first) / size < 8) ?? 10;
  const start = Math.ceil(first / step) * step;
  const count = Math.max(0, Math.floor((last - start) / step) + 1);
  return Array.from({ length: count }, (_, i) => 2 ** (start + i * step));
}
