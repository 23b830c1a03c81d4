import { Tensor } from "@wengert/ad-core";
import type { Layer } from "./network.ts";

type Numbers = Float64Array<ArrayBuffer>;

/**
 * out[m, n] += A · b[k, n], where A(i, p) is a[i·row + p·column]: a matrix or its transpose. Four
 * rows of b at a time, so that each element of out is read and written k/4 times: twice as fast.
 */
function multiplyAdd(
  out: Numbers,
  a: Numbers,
  [row, column]: readonly [number, number],
  b: Numbers,
  [m, k, n]: readonly [number, number, number],
): void {
  for (let i = 0; i < m; i++) {
    const to = i * n;
    let p = 0;
    for (; p + 4 <= k; p += 4) {
      const at = i * row + p * column;
      const a0 = a[at] as number;
      const a1 = a[at + column] as number;
      const a2 = a[at + 2 * column] as number;
      const a3 = a[at + 3 * column] as number;
      const b0 = p * n;
      const b1 = b0 + n;
      const b2 = b1 + n;
      const b3 = b2 + n;
      for (let j = 0; j < n; j++) {
        const left = a0 * (b[b0 + j] as number) + a1 * (b[b1 + j] as number);
        const right = a2 * (b[b2 + j] as number) + a3 * (b[b3 + j] as number);
        out[to + j] = (out[to + j] as number) + (left + right);
      }
    }
    for (; p < k; p++) {
      const ap = a[i * row + p * column] as number;
      const from = p * n;
      for (let j = 0; j < n; j++) {
        out[to + j] = (out[to + j] as number) + ap * (b[from + j] as number);
      }
    }
  }
}

interface Pass {
  /** v₀ … v_t; the last are the logits. */
  readonly values: readonly Numbers[];
  readonly widths: readonly number[];
  readonly rows: number;
}

function forwardPass(layers: readonly Layer[], x: Tensor): Pass {
  const [rows = 0, inputs = 0] = x.shape;
  const values = [x.data as Numbers];
  const widths = [inputs];
  layers.forEach(({ w, b }, k) => {
    const [from = 0, to = 0] = w.shape;
    const z = new Float64Array(rows * to);
    for (let i = 0; i < rows; i++) z.set(b.data, i * to);
    multiplyAdd(z, values[k] as Numbers, [from, 1], w.data as Numbers, [rows, from, to]);
    if (k < layers.length - 1) for (let i = 0; i < z.length; i++) z[i] = Math.tanh(z[i] as number);
    values.push(z);
    widths.push(to);
  });
  return { values, widths, rows };
}

/** The loss; and (softmax − y)/b written into `slope` where it is given. */
function crossEntropy(z: Numbers, y: ArrayLike<number>, rows: number, slope?: Numbers): number {
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
  return crossEntropy(values[layers.length] as Numbers, targets.data, rows);
}

/**
 * Backpropagation in plain loops: δ_t = (softmax − y)/b, then for k = t … 1
 * ∂L/∂wₖ = vₖ₋₁ᵀ δₖ, ∂L/∂bₖ = Σ rows of δₖ, δₖ₋₁ = (δₖ wₖᵀ) ∘ (1 − vₖ₋₁²).
 */
export function networkGradient(layers: readonly Layer[], x: Tensor, targets: Tensor): Layer[] {
  const { values, widths, rows } = forwardPass(layers, x);
  const logits = values[layers.length] as Numbers;
  let delta = new Float64Array(logits.length);
  crossEntropy(logits, targets.data, rows, delta);
  const gradient: Layer[] = [];
  for (let k = layers.length; k >= 1; k--) {
    const [m, n] = [widths[k - 1] as number, widths[k] as number];
    const before = values[k - 1] as Numbers;
    const dw = new Float64Array(m * n);
    multiplyAdd(dw, before, [1, m], delta, [m, rows, n]);
    const db = new Float64Array(n);
    for (let i = 0; i < delta.length; i++) {
      db[i % n] = (db[i % n] as number) + (delta[i] as number);
    }
    gradient.unshift({ w: new Tensor(dw, [m, n], "f64"), b: new Tensor(db, [n], "f64") });
    if (k > 1)
      delta = pullBack(delta, (layers[k - 1] as Layer).w.data as Numbers, before, [rows, m, n]);
  }
  return gradient;
}

/** (δ wᵀ) ∘ (1 − v²) for δ [rows, n], w [m, n], v [rows, m]. */
function pullBack(
  delta: Numbers,
  w: Numbers,
  v: Numbers,
  [rows, m, n]: readonly [number, number, number],
): Numbers {
  const out = new Float64Array(rows * m);
  for (let i = 0; i < rows; i++) {
    for (let p = 0; p < m; p++) {
      let sum = 0;
      for (let j = 0; j < n; j++) sum += (delta[i * n + j] as number) * (w[p * n + j] as number);
      const vip = v[i * m + p] as number;
      out[i * m + p] = sum * (1 - vip * vip);
    }
  }
  return out;
}
