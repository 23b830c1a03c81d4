import { add, grad, Tensor, tensor } from "@wengert/ad-core";
import { forward } from "@wengert/ad-forward";
import { tape } from "@wengert/ad-tape";
import { describe, expect, test } from "vitest";
import {
  feedforward,
  feedforwardLogits,
  feedforwardLoss,
  feedforwardProblem,
  feedforwardShapes,
  type Layer,
  softmaxCrossEntropy,
} from "../src/index.ts";
import { numbersOf, relativeError } from "./support.ts";

const norm = (x: Tensor): number => Math.hypot(...numbersOf(x));

describe("softmax cross-entropy", () => {
  test("is ln c for equal logits, and the share of the target for others", () => {
    const even = softmaxCrossEntropy(tensor([[5, 5, 5, 5]]), tensor([[0, 1, 0, 0]])) as Tensor;
    expect(even.item()).toBeCloseTo(Math.log(4), 15);
    const odd = softmaxCrossEntropy(tensor([[Math.log(3), 0]]), tensor([[1, 0]])) as Tensor;
    expect(odd.item()).toBeCloseTo(-Math.log(0.75), 15);
  });

  test("neither overflows nor loses digits for large logits", () => {
    const loss = softmaxCrossEntropy(
      tensor([
        [1e4, 0],
        [-1e4, -1e4],
      ]),
      tensor([
        [0, 1],
        [1, 0],
      ]),
    ) as Tensor;
    expect(loss.item()).toBeCloseTo((1e4 + Math.LN2) / 2, 10);
  });

  test.each([tape(), forward()])("has the gradient (softmax − y)/b by $name", (backend) => {
    const [z, y] = [
      tensor([
        [0.3, -1, 2],
        [1, 1, 1],
      ]),
      tensor([
        [1, 0, 0],
        [0, 0, 1],
      ]),
    ];
    const e = [0.3, -1, 2].map(Math.exp);
    const total = e.reduce((a, b) => a + b);
    const expected = tensor([
      e.map((x, j) => (x / total - (j === 0 ? 1 : 0)) / 2),
      [1 / 6, 1 / 6, -1 / 3],
    ]);
    expect(
      relativeError(grad(softmaxCrossEntropy, { backend })(z, y), expected),
    ).toBeLessThanOrEqual(1e-14);
  });
});

describe("feedforward", () => {
  test("has the reference loss and gradients for 784-128-10 and a batch of 64", () => {
    const args = feedforward.inputs(64, 0) as [Layer[], Tensor, Tensor];
    expect(args[2].data.indexOf(1)).toBe(5);
    expect(feedforward.handWritten?.value(...args)).toBeCloseTo(2.425432057446711, 13);
    const gradient = feedforward.handWritten?.derivative(...args);
    const [first, second] = gradient as [Layer, Layer];
    expect(norm(first.w)).toBeCloseTo(3.6955433130659787, 12);
    expect(norm(first.b)).toBeCloseTo(0.2532327776442046, 12);
    expect(norm(second.w)).toBeCloseTo(0.8545717801091673, 12);
    expect(norm(second.b)).toBeCloseTo(0.2033556295911316, 12);
    expect(
      relativeError(grad(feedforwardLoss, { backend: tape() })(...args), [first, second]),
    ).toBeLessThanOrEqual(1e-12);
  });

  test("with the logistic function is the same network in other units: σ(x) = (1 + tanh(x/2))/2", () => {
    const [layers, x] = feedforwardProblem({ widths: [4, 3, 2] }).inputs(5, 1) as [Layer[], Tensor];
    const [first, second] = layers as [Layer, Layer];
    const scaled = (t: Tensor, by: number): Tensor =>
      tensor(
        Float64Array.from(t.data, (v) => v * by),
        { shape: t.shape },
      );
    const shift = tensor(
      [0, 1].map((j) =>
        [0, 1, 2].reduce((s, i) => s + (second.w.data[2 * i + j] as number) / 2, 0),
      ),
    );
    const twin = [
      { w: scaled(first.w, 0.5), b: scaled(first.b, 0.5) },
      { w: scaled(second.w, 0.5), b: add(second.b, shift) },
    ];
    expect(
      relativeError(feedforwardLogits(layers, x, "logistic"), feedforwardLogits(twin, x, "tanh")),
    ).toBeLessThanOrEqual(1e-14);
  });

  test("states the shape of every step", () => {
    const steps = feedforwardShapes([784, 64, 10], 32);
    expect(steps.map((s) => `${s.step}: ${s.shape.join("×")}`)).toEqual([
      "v0 = x: 32×784",
      "v1 = tanh(v0·w1 + b1): 32×64",
      "v2 = v1·w2 + b2: 32×10",
      "L = cross-entropy(softmax(v2), y): ",
      "∂L/∂v2: 32×10",
      "∂L/∂w2: 64×10",
      "∂L/∂b2: 10",
      "∂L/∂v1: 32×64",
      "∂L/∂w1: 784×64",
      "∂L/∂b1: 64",
    ]);
  });
});
