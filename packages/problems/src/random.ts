/**
 * The generator mulberry32: uniforms of [0, 1) from a 32-bit seed.
 *
 * The inputs of the problems are made with it because it fits in a few lines of any language, so
 * that another library can be measured on the same numbers.
 *
 * @example
 * const next = mulberry32(7);
 * next();
 */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** n numbers lo + (hi − lo)·r, in order. */
export function uniform(n: number, lo: number, hi: number, seed: number): number[] {
  const next = mulberry32(seed);
  return Array.from({ length: n }, () => lo + (hi - lo) * next());
}

/** {@link uniform} as the data of a tensor. */
export function uniformArray(
  n: number,
  lo: number,
  hi: number,
  seed: number,
): Float64Array<ArrayBuffer> {
  const next = mulberry32(seed);
  const out = new Float64Array(n);
  for (let i = 0; i < n; i++) out[i] = lo + (hi - lo) * next();
  return out;
}

/** The generator seed of a problem's input: `base` for seed 0, far from it for the others. */
export function seedOf(base: number, seed: number): number {
  return base + 1_000_003 * seed;
}
