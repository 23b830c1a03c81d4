import { Tensor } from "@wengert/ad-core";
import { defineProblem } from "../define.ts";
import type { Problem } from "../problem.ts";
import { mulberry32, seedOf, uniformArray } from "../random.ts";
import { networkGradient, networkValue } from "./hand-written.ts";
import { feedforwardLoss, type Layer } from "./network.ts";

type Batch = readonly [layers: readonly Layer[], x: Tensor, targets: Tensor];

export interface FeedforwardOptions {
  readonly id?: string;
  /** Numbers of inputs, of hidden units layer by layer, of classes. */
  readonly widths?: readonly number[];
  /** Weights of layer k are uniform in ±scales[k]; default 1/√(inputs of the layer). */
  readonly scales?: readonly number[];
}

const biasScale = 0.1;

/** Rows of the identity at ⌊classes · r⌋. */
function randomTargets(rows: number, classes: number, seed: number): Tensor {
  const next = mulberry32(seed);
  const out = new Float64Array(rows * classes);
  for (let i = 0; i < rows; i++) out[i * classes + Math.floor(classes * next())] = 1;
  return new Tensor(out, [rows, classes], "f64");
}

/** A synthetic batch: it has the shapes of the digits, and needs no data. */
function batch(
  widths: readonly number[],
  scales: readonly number[],
  rows: number,
  seed: number,
): Batch {
  const fill = (shape: readonly number[], lo: number, hi: number, base: number): Tensor =>
    new Tensor(
      uniformArray(
        shape.reduce((a, b) => a * b, 1),
        lo,
        hi,
        seedOf(base, seed),
      ),
      shape,
      "f64",
    );
  const layers = widths.slice(1).map((to, k): Layer => {
    const from = widths[k] as number;
    const scale = scales[k] ?? 1 / Math.sqrt(from);
    return {
      w: fill([from, to], -scale, scale, 22 + 2 * k),
      b: fill([to], -biasScale, biasScale, 23 + 2 * k),
    };
  });
  const x = fill([rows, widths[0] as number], 0, 1, 21);
  return [
    layers,
    x,
    randomTargets(rows, widths.at(-1) as number, seedOf(22 + 2 * layers.length, seed)),
  ];
}

/**
 * A feedforward network with tanh layers and softmax cross-entropy, as a problem: the gradient of
 * the loss in all weights and biases. Size is the number of objects in the batch.
 */
export function feedforwardProblem(options: FeedforwardOptions = {}): Problem {
  const { id = "feedforward", widths = [784, 128, 10], scales = [] } = options;
  return defineProblem<Batch>({
    id,
    suite: "D-networks",
    title: `A feedforward network, ${widths.join("-")}`,
    formula: "v₀ = x, vₖ = tanh(vₖ₋₁ wₖ + bₖ), L = cross-entropy(softmax(v_t), y)",
    operator: "grad",
    f: feedforwardLoss,
    argnums: 0,
    inputs: (rows, seed) => batch(widths, scales, rows, seed),
    sizeMeaning: "objects in the batch",
    sizes: [1, 8, 64, 256],
    quickSizes: [8, 64],
    seeds: [0, 1, 2],
    oracle: networkGradient,
    handWritten: { value: networkValue, derivative: networkGradient },
    tags: ["tensor", "network", "matmul", "lecture"],
  });
}

/** 784-128-10: the shapes of the handwritten digits. */
export const feedforward: Problem = feedforwardProblem({ scales: [0.05, 0.2] });
