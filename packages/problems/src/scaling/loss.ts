import { expandDims, square, sub, sum, type Value } from "@wengert/ad-core";

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
