import { Tensor } from "@wengert/ad-core";
import type { Layer } from "./network.ts";

/** out[m, n] = a[m, k] · b[k, n] + row, with the inner loop along rows of b. */
function affine(
  a: Float64Array,
  b: Float64Array,
  row: Float64Array,
  m: number,
  k: number,
  n: number,
): Float64Array {
  const out = new Float64Array(m * n);
  for (let i = 0; i < m; i++) {
    const to = i * n;
    for (let j = 0; j < n; j++) out[to + j] = row[j] as number;
    for (let p = 0; p < k; p++) {
      const aip = a[i * k + p] as number;
      const from = p * n;
      for (let j = 0; j < n; j++)
        out[to + j] = (out[to + j] as number) + aip * (b[from + j] as number);
    }
  }
  return out;
}

interface Pass {
  /** v₀ … v_t; the last are the logits. */
  readonly values: readonly Float64Array[];
  readonly widths: readonly number[];
  readonly rows: number;
}

function forwardPass(layers: readonly Layer[], x: Tensor): Pass {
  const [rows = 0, inputs = 0] = x.shape;
  const values: Float64Array[] = [x.data as Float64Array];
  const widths = [inputs];
  layers.forEach(({ w, b }, k) => {
    const [from = 0, to = 0] = w.shape;
    const z = affine(
      values[k] as Float64Array,
      w.data as Float64Array,
      b.data as Float64Array,
      rows,
      from,
      to,
    );
    if (k < layers.length - 1) for (let i = 0; i < z.length; i++) z[i] = Math.tanh(z[i] as number);
    values.push(z);
    widths.push(to);
  });
  return { values, widths, rows };
}

/** The loss; and (softmax − y)/b written into `slope` where it is given. */
function crossEntropy(
  z: Float64Array,
  y: ArrayLike<number>,
  rows: number,
  slope?: Float64Array,
): number {
  const classes = z.length / rows;
  let loss = 0;
  for (let i = 0; i < rows; i++) {
    const start = i * classes;
    let top = -Infinity;
    for (let j = 0; j < classes; j++) top = Math.max(top, z[start + j] as number);
    let total = 0;
    for (let j = 0; j < classes; j++) {
      const e = Math.exp((z[start + j] as number) - top);
      total += e;
      loss -= (y[start + j] as number) * (z[start + j] as number);
      if (slope) slope[start + j] = e;
    }
    loss += Math.log(total) + top;
    if (!slope) continue;
    for (let j = 0; j < classes; j++) {
      slope[start + j] = ((slope[start + j] as number) / total - (y[start + j] as number)) / rows;
    }
  }
  return loss / rows;
}

/** The loss of a tanh network in plain loops. */
export function networkValue(layers: readonly Layer[], x: Tensor, targets: Tensor): number {
  const { values, rows } = forwardPass(layers, x);
  return crossEntropy(values[layers.length] as Float64Array, targets.data, rows);
}

/**
 * Backpropagation in plain loops: δ_t = (softmax − y)/b, then for k = t … 1
 * ∂L/∂wₖ = vₖ₋₁ᵀ δₖ, ∂L/∂bₖ = Σ rows of δₖ, δₖ₋₁ = (δₖ wₖᵀ) ∘ (1 − vₖ₋₁²).
 */
export function networkGradient(layers: readonly Layer[], x: Tensor, targets: Tensor): Layer[] {
  const { values, widths, rows } = forwardPass(layers, x);
  const logits = values[layers.length] as Float64Array;
  let delta: Float64Array = new Float64Array(logits.length);
  crossEntropy(logits, targets.data, rows, delta);
  const gradient: Layer[] = [];
  for (let k = layers.length; k >= 1; k--) {
    const [m, n] = [widths[k - 1] as number, widths[k] as number];
    const before = values[k - 1] as Float64Array;
    const w = (layers[k - 1] as Layer).w.data;
    const dw = new Float64Array(m * n);
    const db = new Float64Array(n);
    const next = new Float64Array(k > 1 ? rows * m : 0);
    for (let i = 0; i < rows; i++) {
      const at = i * n;
      for (let j = 0; j < n; j++) db[j] = (db[j] as number) + (delta[at + j] as number);
      for (let p = 0; p < m; p++) {
        const v = before[i * m + p] as number;
        const row = p * n;
        let pulled = 0;
        for (let j = 0; j < n; j++) {
          const d = delta[at + j] as number;
          dw[row + j] = (dw[row + j] as number) + v * d;
          if (k > 1) pulled += d * (w[row + j] as number);
        }
        if (k > 1) next[i * m + p] = pulled * (1 - v * v);
      }
    }
    gradient.unshift({ w: new Tensor(dw, [m, n], "f64"), b: new Tensor(db, [n], "f64") });
    delta = next;
  }
  return gradient;
}
