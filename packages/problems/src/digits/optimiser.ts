import { Tensor } from "@wengert/ad-core";
import type { Layer } from "../networks/network.ts";

/** Turns a gradient into the next parameters. */
export type Optimiser = (layers: readonly Layer[], gradient: readonly Layer[]) => Layer[];

/** Stochastic gradient descent: w ← w − η g. */
export function sgd(rate: number): Optimiser {
  return (layers, gradient) =>
    zip(layers, gradient, (w, g) => {
      const out = new Float64Array(w.size);
      for (let i = 0; i < out.length; i++)
        out[i] = (w.data[i] as number) - rate * (g.data[i] as number);
      return out;
    });
}

/**
 * Adam: m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², w ← w − η m̂/(√v̂ + ε), with
 * m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ).
 *
 * **Reference.** Kingma and Ba (2015), ICLR; β₁ = 0.9, β₂ = 0.999, ε = 1e-8.
 */
export function adam(rate: number): Optimiser {
  const [beta1, beta2, epsilon] = [0.9, 0.999, 1e-8];
  const moments: [Float64Array, Float64Array][] = [];
  let t = 0;
  return (layers, gradient) => {
    t++;
    const [c1, c2] = [1 - beta1 ** t, 1 - beta2 ** t];
    return zip(layers, gradient, (w, g, index) => {
      moments[index] ??= [new Float64Array(w.size), new Float64Array(w.size)];
      const [m, v] = moments[index];
      const out = new Float64Array(w.size);
      for (let i = 0; i < out.length; i++) {
        const gi = g.data[i] as number;
        const mi = beta1 * (m[i] as number) + (1 - beta1) * gi;
        const vi = beta2 * (v[i] as number) + (1 - beta2) * gi * gi;
        m[i] = mi;
        v[i] = vi;
        out[i] = (w.data[i] as number) - (rate * mi) / c1 / (Math.sqrt(vi / c2) + epsilon);
      }
      return out;
    });
  };
}

function zip(
  layers: readonly Layer[],
  gradient: readonly Layer[],
  update: (w: Tensor, g: Tensor, index: number) => Float64Array<ArrayBuffer>,
): Layer[] {
  return layers.map((layer, k) => {
    const slope = gradient[k] as Layer;
    return {
      w: new Tensor(update(layer.w, slope.w, 2 * k), layer.w.shape, "f64"),
      b: new Tensor(update(layer.b, slope.b, 2 * k + 1), layer.b.shape, "f64"),
    };
  });
}
