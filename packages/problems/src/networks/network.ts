import { add, logistic, matmul, type Tensor, tanh, type Value } from "@wengert/ad-core";
import { softmaxCrossEntropy } from "./cross-entropy.ts";

export type Activation = "tanh" | "logistic";

/** The parameters of one layer: weights [in, out] and biases [out]. */
export interface Layer<T = Tensor> {
  readonly w: T;
  readonly b: T;
}

const activations = { tanh, logistic };

/**
 * The logits of a feedforward network: v₀ = x, vₖ = σ(vₖ₋₁ wₖ + bₖ), the last layer without σ.
 *
 * x is a batch [b, d], one object a row.
 */
export function feedforwardLogits(
  layers: readonly Layer<Value>[],
  x: Value,
  activation: Activation = "tanh",
): Value {
  return layers.reduce((v, { w, b }, k) => {
    const z = add(matmul(v, w), b);
    return k === layers.length - 1 ? z : activations[activation](z);
  }, x);
}

/** Mean softmax cross-entropy of the network on a batch with one-hot targets. */
export function feedforwardLoss(
  layers: readonly Layer<Value>[],
  x: Value,
  targets: Value,
  activation: Activation = "tanh",
): Value {
  return softmaxCrossEntropy(feedforwardLogits(layers, x, activation), targets);
}

/** One step of the forward pass and the shape that it makes. */
export interface ShapeStep {
  readonly step: string;
  readonly shape: readonly number[];
}

/**
 * The steps of the forward and backward pass with their shapes, without running anything.
 *
 * @example
 * feedforwardShapes([784, 64, 10], 32);
 */
export function feedforwardShapes(
  widths: readonly number[],
  batch: number,
  activation: Activation = "tanh",
): ShapeStep[] {
  const last = widths.length - 1;
  const at = (k: number): number => widths[k] as number;
  const forward = widths.map((width, k): ShapeStep => {
    const product = `v${k - 1}·w${k} + b${k}`;
    if (k === 0) return { step: "v0 = x", shape: [batch, width] };
    return {
      step: `v${k} = ${k < last ? `${activation}(${product})` : product}`,
      shape: [batch, width],
    };
  });
  const backward = Array.from({ length: last }, (_, i): ShapeStep[] => {
    const k = last - i;
    const pulled = { step: `∂L/∂v${k}`, shape: [batch, at(k)] };
    return [
      pulled,
      { step: `∂L/∂w${k}`, shape: [at(k - 1), at(k)] },
      { step: `∂L/∂b${k}`, shape: [at(k)] },
    ];
  });
  return [
    ...forward,
    { step: "L = cross-entropy(softmax(v" + last + "), y)", shape: [] },
    ...backward.flat(),
  ];
}
