// The counter-based random generator: every number is a pure function of (seed, stream, index).

const ROUNDS = 10;
const TWO_NEG_32 = 2 ** -32;

/**
 * High word of the 64-bit product of two 32-bit words. `low` is its low word, exact from Math.imul; the
 * f64 product is off by at most 2¹⁰, so (product − low)/2³² is within 2⁻²¹ of the answer.
 */
function highWord(a: number, b: number, low: number): number {
  return ((a * b - (low >>> 0)) * TWO_NEG_32 + 0.5) >>> 0;
}

/**
 * Philox4x32-10: encrypts the counter (c0, c1, c2, c3) under the key (k0, k1) into `out[0..3]`.
 *
 * **References.** Salmon, Moraes, Dror and Shaw (2011), *Parallel random numbers: as easy as 1, 2, 3*, SC11.
 */
export function philox4x32(
  out: Uint32Array,
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  k0: number,
  k1: number,
): void {
  let x0 = c0 >>> 0;
  let x1 = c1 | 0;
  let x2 = c2 >>> 0;
  let x3 = c3 | 0;
  let key0 = k0 | 0;
  let key1 = k1 | 0;
  for (let round = 0; round < ROUNDS; round++) {
    const low0 = Math.imul(0xd2511f53, x0);
    const low1 = Math.imul(0xcd9e8d57, x2);
    const high0 = highWord(0xd2511f53, x0, low0);
    const high1 = highWord(0xcd9e8d57, x2, low1);
    x0 = (high1 ^ x1 ^ key0) >>> 0;
    x1 = low1;
    x2 = (high0 ^ x3 ^ key1) >>> 0;
    x3 = low0;
    key0 = (key0 + 0x9e3779b9) | 0;
    key1 = (key1 + 0xbb67ae85) | 0;
  }
  out[0] = x0;
  out[1] = x1;
  out[2] = x2;
  out[3] = x3;
}

/** Block number `block` of a stream: counter (block, stream), key seed, each split into two words. */
function fillBlock(out: Uint32Array, seed: number, stream: number, block: number): void {
  philox4x32(out, block, high(block), stream, high(stream), seed, high(seed));
}

const high = (n: number): number => Math.floor(n * TWO_NEG_32);

function check(name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(
      `[core] random: expected ${name} to be an integer in [0, 2^53), got ${value}`,
    );
  }
}

/**
 * The one loop of all laws: `count` numbers from each block of four words, `transform` turning the words
 * into numbers. Reads the numbers offset, offset + 1, … of the stream, however they are chunked.
 */
function fill(
  out: Float64Array,
  seed: number,
  stream: number,
  offset: number,
  count: number,
  transform: (words: Uint32Array, into: Float64Array) => void,
): Float64Array {
  check("seed", seed);
  check("stream", stream);
  check("offset", offset);
  const words = new Uint32Array(4);
  const numbers = new Float64Array(count);
  let block = Math.floor(offset / count);
  let skip = offset - block * count;
  for (let i = 0; i < out.length; block++, skip = 0) {
    fillBlock(words, seed, stream, block);
    transform(words, numbers);
    for (let j = skip; j < count && i < out.length; j++) out[i++] = numbers[j] as number;
  }
  return out;
}

/** u = (w + ½)·2⁻³²: never 0, never 1. */
function toUniforms(words: Uint32Array, into: Float64Array): void {
  for (let j = 0; j < 4; j++) into[j] = ((words[j] as number) + 0.5) * TWO_NEG_32;
}

/** Box and Muller (1958): √(−2 ln u₀)·(cos 2πu₁, sin 2πu₁), from the pairs (w0, w1) and (w2, w3). */
function toNormals(words: Uint32Array, into: Float64Array): void {
  for (let j = 0; j < 4; j += 2) {
    const radius = Math.sqrt(-2 * Math.log(((words[j] as number) + 0.5) * TWO_NEG_32));
    const angle = 2 * Math.PI * (((words[j + 1] as number) + 0.5) * TWO_NEG_32);
    into[j] = radius * Math.cos(angle);
    into[j + 1] = radius * Math.sin(angle);
  }
}

/** Bit b of word w is sign 32·w + b: 1 gives +1, 0 gives −1. */
function toSigns(words: Uint32Array, into: Float64Array): void {
  for (let j = 0; j < 128; j++) into[j] = ((words[j >> 5] as number) >>> (j & 31)) & 1 ? 1 : -1;
}

/** Fills `out` with the standard normals offset, offset + 1, … of (seed, stream); returns it. Four a block. */
export function fillNormal(
  out: Float64Array,
  seed: number,
  stream: number,
  offset = 0,
): Float64Array {
  return fill(out, seed, stream, offset, 4, toNormals);
}

/** Fills `out` with uniforms of (0, 1), on the grid (w + ½)·2⁻³²; returns it. Four a block. */
export function fillUniform(
  out: Float64Array,
  seed: number,
  stream: number,
  offset = 0,
): Float64Array {
  return fill(out, seed, stream, offset, 4, toUniforms);
}

/** Fills `out` with signs ±1 (Rademacher's law); returns it. 128 a block. */
export function fillRademacher(
  out: Float64Array,
  seed: number,
  stream: number,
  offset = 0,
): Float64Array {
  return fill(out, seed, stream, offset, 128, toSigns);
}

/** n standard normals: `fillNormal` into a fresh array. */
export function normals(seed: number, stream: number, n: number, offset = 0): Float64Array {
  return fillNormal(new Float64Array(n), seed, stream, offset);
}

/** n uniforms of (0, 1): `fillUniform` into a fresh array. */
export function uniforms(seed: number, stream: number, n: number, offset = 0): Float64Array {
  return fillUniform(new Float64Array(n), seed, stream, offset);
}

/** n signs ±1: `fillRademacher` into a fresh array. */
export function rademacher(seed: number, stream: number, n: number, offset = 0): Float64Array {
  return fillRademacher(new Float64Array(n), seed, stream, offset);
}
