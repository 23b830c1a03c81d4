import { ArgumentError } from "../errors/classes.ts";
import { zeros } from "../tensor/create.ts";
import { type Shape } from "../tensor/shape.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { fillNormal, fillRademacher, fillUniform, philox4x32 } from "./philox.ts";

/**
 * Where a random number comes from: a pure function of (seed, stream, position). Nothing is ever
 * drawn twice or in an order; equal keys give equal bits in any chunking and on any engine.
 */
export interface Key {
  readonly seed: number;
  readonly stream: number;
}

/**
 * A key from a seed, an integer from 0 below 2⁵³.
 *
 * @example
 * normal(key(42), [2]).toArray();
 */
export function key(seed: number, stream = 0): Key {
  for (const [name, n] of [
    ["seed", seed],
    ["stream", stream],
  ] as const) {
    if (!Number.isSafeInteger(n) || n < 0) {
      throw new ArgumentError("key", name, "an integer from 0 below 2^53", n, "use key(42)");
    }
  }
  return { seed, stream };
}

/** Seeds use the low 53 bits of Philox's key; children are derived with a bit above them. */
const derivation = 0x80000000;
const lowWord = (n: number): number => n >>> 0;
const highWord = (n: number): number => Math.floor(n / 2 ** 32);
const join = (low: number, high: number): number => low + (high & 0x1fffff) * 2 ** 32;

/** The n-th child of a key: a key of its own, independent of the parent and of its siblings. */
export function foldIn(parent: Key, n: number): Key {
  const words = new Uint32Array(4);
  philox4x32(
    words,
    lowWord(n),
    highWord(n),
    lowWord(parent.stream),
    highWord(parent.stream),
    lowWord(parent.seed),
    (highWord(parent.seed) | derivation) >>> 0,
  );
  const [w0, w1, w2, w3] = words as unknown as [number, number, number, number];
  return { seed: join(w0, w1), stream: join(w2, w3) };
}

/** Several independent keys from one. `const [a, b] = splitKey(key(0))` */
export function splitKey(parent: Key, count = 2): Key[] {
  return Array.from({ length: count }, (_, i) => foldIn(parent, i));
}

function draw(fill: typeof fillNormal, { seed, stream }: Key, shape: Shape): Tensor<"f64"> {
  const out = zeros(shape);
  fill(out.data, seed, stream);
  return out;
}

/** Standard normals (Box–Muller on Philox4x32-10). */
export function normal(from: Key, shape: Shape): Tensor<"f64"> {
  return draw(fillNormal, from, shape);
}

/** Uniform on (low, high): never an end point of (0, 1). */
export function uniform(from: Key, shape: Shape, low = 0, high = 1): Tensor<"f64"> {
  const out = draw(fillUniform, from, shape);
  if (low !== 0 || high !== 1) out.data.forEach((u, i) => (out.data[i] = low + (high - low) * u));
  return out;
}

/** Signs ±1 with equal probability. */
export function rademacher(from: Key, shape: Shape): Tensor<"f64"> {
  return draw(fillRademacher, from, shape);
}
