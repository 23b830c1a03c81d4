import type { Backend } from "@wengert/ad-core";
import { tape } from "@wengert/ad-tape";
import { beforeAll, describe, expect, test } from "vitest";
import {
  accuracyOf,
  type DigitSet,
  type Digits,
  initialLayers,
  loadDigits,
  pixels,
  trainDigits,
} from "../src/digits/index.ts";

let digits: Digits;
beforeAll(async () => {
  digits = await loadDigits({ seed: 3 });
});

describe("the handwritten digits", () => {
  test("are ten thousand, eight to train on for two held out", () => {
    expect([digits.train, digits.test].map((set) => set.images.shape)).toEqual([
      [8000, pixels],
      [2000, pixels],
    ]);
  });

  test("have pixels from 0 to 1", () => {
    for (const { images } of [digits.train, digits.test]) {
      let [low, high] = [Infinity, -Infinity];
      for (const pixel of images.data) [low, high] = [Math.min(low, pixel), Math.max(high, pixel)];
      expect([low, high]).toEqual([0, 1]);
    }
  });

  test("have ten classes, all of them in both sets, and targets that say the same", () => {
    for (const { labels, targets } of [digits.train, digits.test]) {
      expect([...new Set(labels)].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
      const ones = Array.from(targets.data as ArrayLike<number>).flatMap((y, i) =>
        y === 0 ? [] : [i],
      );
      expect(ones).toEqual(Array.from(labels, (label, i) => 10 * i + label));
    }
  });

  test("are split without an image in both sets", () => {
    const all = [...digits.train.sources, ...digits.test.sources];
    expect(new Set(all).size).toBe(10_000);
  });

  test("are split by the seed: the same again, another for another", async () => {
    const [same, other] = [
      await loadDigits({ seed: 3, train: 10 }),
      await loadDigits({ seed: 4, train: 10 }),
    ];
    expect(same.test.sources).toEqual(digits.test.sources);
    expect(same.train.sources).toEqual(digits.train.sources.slice(0, 10));
    expect(other.test.sources).not.toEqual(digits.test.sources);
  });

  test("cannot be asked for twice", async () => {
    await expect(loadDigits({ train: 9000, test: 2000 })).rejects.toThrow(/sum of at most 10000/);
  });
});

describe("training", () => {
  const few = (set: DigitSet, n: number): DigitSet => ({
    labels: set.labels.slice(0, n),
    sources: set.sources.slice(0, n),
    images: cut(set.images, n),
    targets: cut(set.targets, n),
  });
  const cut = (t: DigitSet["images"], n: number): DigitSet["images"] => {
    const width = t.shape[1] as number;
    return new (t.constructor as new (...all: unknown[]) => DigitSet["images"])(
      t.data.slice(0, n * width),
      [n, width],
      "f64",
    );
  };
  const train = (
    optimiser: "adam" | "sgd",
    activation: "tanh" | "logistic",
    backend: Backend = tape(),
  ) =>
    trainDigits(
      { train: few(digits.train, 300), test: few(digits.test, 200) },
      {
        backend,
        hidden: [12],
        epochs: 4,
        target: 1,
        optimiser,
        activation,
        batch: 30,
        rate: optimiser === "adam" ? 0.01 : 0.3,
      },
    );

  test.each([
    ["adam", "tanh"],
    ["sgd", "tanh"],
    ["adam", "logistic"],
  ] as const)(
    "by %s with %s lowers the loss and learns more than chance",
    (optimiser, activation) => {
      const { epochs, reached } = train(optimiser, activation);
      expect(epochs.map((e) => e.epoch)).toEqual([1, 2, 3, 4]);
      expect(epochs[0]?.loss).toBeLessThan(3);
      expect(epochs[3]?.loss).toBeLessThan(0.8 * (epochs[0]?.loss as number));
      expect(epochs[3]?.accuracy).toBeGreaterThan(0.5);
      expect(reached).toBe(false);
    },
  );

  test("is reproducible", () => {
    const [a, b] = [train("adam", "tanh"), train("adam", "tanh")];
    expect(a.epochs.map((e) => e.loss)).toEqual(b.epochs.map((e) => e.loss));
  });

  test("stops when the held-out accuracy passes the target", () => {
    const small = { train: few(digits.train, 300), test: few(digits.test, 200) };
    const { epochs, reached } = trainDigits(small, {
      backend: tape(),
      hidden: [12],
      target: 0.15,
      epochs: 9,
    });
    expect(reached).toBe(true);
    expect(epochs.length).toBeLessThan(9);
  });

  test("starts from layers that can only guess", () => {
    const layers = initialLayers([pixels, 12, 10], 5);
    const guess = accuracyOf(layers, few(digits.test, 500));
    expect(guess).toBeLessThan(0.35);
  });
});
