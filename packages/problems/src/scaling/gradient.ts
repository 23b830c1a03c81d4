import { Tensor } from "@wengert/ad-core";

/**
 * The gradient of {@link scalingLoss} by its formula, for points of any dimension:
 * ∂L/∂Wᵢ = 4 Σⱼ (rᵢⱼ + rⱼᵢ)(Wᵢ − Wⱼ) with rᵢⱼ = ‖Wᵢ − Wⱼ‖² − Dᵢⱼ; 8 Σⱼ rᵢⱼ (Wᵢ − Wⱼ) for symmetric D.
 */
export function scalingOracle(w: Tensor, squared: Tensor): Tensor {
  const [n = 0, d = 0] = w.shape;
  const at = (i: number, k: number): number => w.data[i * d + k] as number;
  const out = new Float64Array(n * d);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let distance = 0;
      for (let k = 0; k < d; k++) distance += (at(i, k) - at(j, k)) ** 2;
      const both = (squared.data[i * n + j] as number) + (squared.data[j * n + i] as number);
      for (let k = 0; k < d; k++) {
        const pull = 4 * (2 * distance - both) * (at(i, k) - at(j, k));
        out[i * d + k] = (out[i * d + k] as number) + pull;
      }
    }
  }
  return new Tensor(out, w.shape, "f64");
}

/** The loss for points of the plane, each pair visited once. */
export function planarValue({ data: w }: Tensor, { data: squared }: Tensor): number {
  const n = w.length / 2;
  let total = 0;
  for (let i = 0; i < n; i++) {
    const x = w[2 * i] as number;
    const y = w[2 * i + 1] as number;
    total += (squared[i * n + i] as number) ** 2;
    for (let j = 0; j < i; j++) {
      const dx = x - (w[2 * j] as number);
      const dy = y - (w[2 * j + 1] as number);
      const distance = dx * dx + dy * dy;
      const r = distance - (squared[i * n + j] as number);
      const s = distance - (squared[j * n + i] as number);
      total += r * r + s * s;
    }
  }
  return total;
}

/** The gradient for points of the plane, each pair visited once. */
export function planarGradient({ data: w, shape }: Tensor, { data: squared }: Tensor): Tensor {
  const n = w.length / 2;
  const out = new Float64Array(2 * n);
  for (let i = 0; i < n; i++) {
    const x = w[2 * i] as number;
    const y = w[2 * i + 1] as number;
    let gx = 0;
    let gy = 0;
    for (let j = 0; j < i; j++) {
      const dx = x - (w[2 * j] as number);
      const dy = y - (w[2 * j + 1] as number);
      const both = (squared[i * n + j] as number) + (squared[j * n + i] as number);
      const scale = 4 * (2 * (dx * dx + dy * dy) - both);
      gx += scale * dx;
      gy += scale * dy;
      out[2 * j] = (out[2 * j] as number) - scale * dx;
      out[2 * j + 1] = (out[2 * j + 1] as number) - scale * dy;
    }
    out[2 * i] = (out[2 * i] as number) + gx;
    out[2 * i + 1] = (out[2 * i + 1] as number) + gy;
  }
  return new Tensor(out, shape, "f64");
}
