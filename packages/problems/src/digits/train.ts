import { type Backend, Tensor, valueAndGrad } from "@wengert/ad-core";
import {
  type Activation,
  feedforwardLogits,
  feedforwardLoss,
  type Layer,
} from "../networks/network.ts";
import { mulberry32, uniformArray } from "../random.ts";
import { type DigitSet, type Digits, shuffle } from "./load.ts";
import { adam, type Optimiser, sgd } from "./optimiser.ts";

export interface TrainOptions {
  /** Who computes the gradient: `tape()`, or any other backend. */
  readonly backend: Backend;
  /** Hidden units, layer by layer. Default [64]. */
  readonly hidden?: readonly number[];
  readonly activation?: Activation;
  /** Objects in a minibatch. Default 50. */
  readonly batch?: number;
  readonly optimiser?: "adam" | "sgd";
  /** Learning rate: default 0.003 for Adam, 0.3 for SGD. */
  readonly rate?: number;
  /** Epochs at most. Default 20. */
  readonly epochs?: number;
  /** Stop when the held-out accuracy is above this. Default 0.9. */
  readonly target?: number;
  readonly seed?: number;
  /** Called after each epoch. */
  readonly onEpoch?: (epoch: Epoch) => void;
}

export interface Epoch {
  readonly epoch: number;
  /** Training time of this epoch, without the test. */
  readonly seconds: number;
  /** Mean training loss over the epoch. */
  readonly loss: number;
  /** Share of the held-out images that are classified right. */
  readonly accuracy: number;
}

export interface Training {
  readonly layers: readonly Layer[];
  readonly epochs: readonly Epoch[];
  /** Did the held-out accuracy pass the target? */
  readonly reached: boolean;
}

/**
 * Train a feedforward network on the digits with minibatches until the held-out accuracy passes the
 * target. The gradient of the loss is `valueAndGrad(feedforwardLoss, { backend })`; the optimiser
 * is plain array code.
 *
 * @example
 * trainDigits(await loadDigits(), { backend: tape(), onEpoch: console.log });
 */
export function trainDigits(digits: Digits, options: TrainOptions): Training {
  const {
    backend,
    hidden = [64],
    activation = "tanh",
    batch = 50,
    epochs = 20,
    target = 0.9,
    seed = 1,
  } = options;
  const { images, targets } = digits.train;
  const [count = 0, inputs = 0] = images.shape;
  const gradient = valueAndGrad(feedforwardLoss, { backend });
  const update = optimiserOf(options);
  const next = mulberry32(seed);
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  let layers: readonly Layer[] = initialLayers([inputs, ...hidden, 10], seed);
  const history: Epoch[] = [];
  let reached = false;
  while (!reached && history.length < epochs) {
    const start = Date.now();
    shuffle(order, next);
    let total = 0;
    for (let from = 0; from < count; from += batch) {
      const rows = order.subarray(from, Math.min(count, from + batch));
      const [loss, slope] = gradient(layers, pick(images, rows), pick(targets, rows), activation);
      total += Number(loss) * rows.length;
      layers = update(layers, slope);
    }
    const seconds = (Date.now() - start) / 1000;
    const epoch = {
      epoch: history.length + 1,
      seconds,
      loss: total / count,
      accuracy: accuracyOf(layers, digits.test, activation),
    };
    history.push(epoch);
    options.onEpoch?.(epoch);
    reached = epoch.accuracy > target;
  }
  return { layers, epochs: history, reached };
}

function optimiserOf({ optimiser = "adam", rate }: TrainOptions): Optimiser {
  return optimiser === "adam" ? adam(rate ?? 0.003) : sgd(rate ?? 0.3);
}

/** Weights uniform in ±√(6/(in + out)) (Glorot and Bengio, 2010), biases zero. */
export function initialLayers(widths: readonly number[], seed: number): Layer[] {
  return widths.slice(1).map((to, k): Layer => {
    const from = widths[k] as number;
    const scale = Math.sqrt(6 / (from + to));
    return {
      w: new Tensor(uniformArray(from * to, -scale, scale, 1000 * seed + k), [from, to], "f64"),
      b: new Tensor(new Float64Array(to), [to], "f64"),
    };
  });
}

/** Some rows of a matrix. */
function pick({ data, shape }: Tensor, rows: Uint32Array): Tensor {
  const width = shape[1] as number;
  const out = new Float64Array(rows.length * width);
  rows.forEach((row, i) => out.set(data.subarray(row * width, (row + 1) * width), i * width));
  return new Tensor(out, [rows.length, width], "f64");
}

/** The share of images whose largest logit is that of their label. */
export function accuracyOf(
  layers: readonly Layer[],
  set: DigitSet,
  activation: Activation = "tanh",
): number {
  const { data, shape } = feedforwardLogits(layers, set.images, activation) as Tensor;
  const [rows = 0, classes = 0] = shape;
  let right = 0;
  for (let i = 0; i < rows; i++) {
    let best = 0;
    for (let j = 1; j < classes; j++) {
      if ((data[i * classes + j] as number) > (data[i * classes + best] as number)) best = j;
    }
    if (best === set.labels[i]) right++;
  }
  return right / rows;
}
