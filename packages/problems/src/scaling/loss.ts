import { expandDims, square, sub, sum, Tensor, type Value } from "@wengert/ad-core";

export interface ScalingOptions {
  /** What D holds. Plain distances are squared first. Default "squared". */
  readonly distances?: "squared" | "plain";
}

/**
 * The loss of multidimensional scaling, L(W) = Σᵢⱼ (‖Wᵢ − Wⱼ‖² − Dᵢⱼ)² over ordered pairs.
 *
 * W is [N, d], the points; D is [N, N], the *squared* distances, or plain ones with
 * `{ distances: "plain" }`. Also called: s-stress (Takane, Young and de Leeuw, 1977). Cost: O(N²d).
 * Where D comes from points in ℝᵈ the minimum is 0 and the answer is their principal components up
 * to rotation, reflection and shift.
 */
export function scalingLoss(w: Value, distances: Value, options: ScalingOptions = {}): Value {
  const target = options.distances === "plain" ? square(distances) : distances;
  const difference = sub(expandDims(w, 1), expandDims(w, 0));
  return sum(square(sub(sum(square(difference), -1), target)));
}

/** The loss in plain loops; the diagonal counts too, as in the formula. */
export function scalingValue(w: Tensor, squared: Tensor): number {
  const [n = 0, d = 0] = w.shape;
  let total = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let r = -(squared.data[i * n + j] as number);
      for (let k = 0; k < d; k++) {
        const delta = (w.data[i * d + k] as number) - (w.data[j * d + k] as number);
        r += delta * delta;
      }
      total += r * r;
    }
  }
  return total;
}

/** ∂L/∂Wᵢ = 4 Σⱼ (rᵢⱼ + rⱼᵢ)(Wᵢ − Wⱼ), with r the residual; 8 Σⱼ rᵢⱼ (Wᵢ − Wⱼ) for symmetric D. */
export function scalingGradient(w: Tensor, squared: Tensor): Tensor {
  const [n = 0, d = 0] = w.shape;
  const x = w.data;
  const out = new Float64Array(n * d);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      let distance = 0;
      for (let k = 0; k < d; k++) {
        const delta = (x[i * d + k] as number) - (x[j * d + k] as number);
        distance += delta * delta;
      }
      const both = (squared.data[i * n + j] as number) + (squared.data[j * n + i] as number);
      const scale = 4 * (2 * distance - both);
      for (let k = 0; k < d; k++) {
        const pull = scale * ((x[i * d + k] as number) - (x[j * d + k] as number));
        out[i * d + k] = (out[i * d + k] as number) + pull;
        out[j * d + k] = (out[j * d + k] as number) - pull;
      }
    }
  }
  return new Tensor(out, w.shape, "f64");
}
