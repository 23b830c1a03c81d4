import { type Backend, type Tensor, valueAndGrad } from "@wengert/ad-core";
import { capitals } from "./capitals.ts";
import { descend } from "./descend.ts";
import { project } from "./geography.ts";
import { scalingLoss } from "./loss.ts";
import { multidimensionalScaling } from "./multidimensional-scaling.ts";
import { procrustes } from "./procrustes.ts";

export interface RecoverOptions {
  readonly backend: Backend;
  /** Which random start. */
  readonly seed?: number;
  /** Length of a step of gradient descent. Default 5e-5; 1e-4 diverges. */
  readonly step?: number;
  /** Default 1000. */
  readonly iterations?: number;
  /** Sees the moving points, turned like the map. */
  readonly onStep?: (state: { iteration: number; points: Tensor; loss: number }) => void;
}

export interface RecoveredMap {
  /** The capitals, x to the east and y to the north, in thousands of kilometres. */
  readonly points: Tensor;
  /** Σᵢⱼ (‖Wᵢ − Wⱼ‖² − Dᵢⱼ)² at the end. */
  readonly stress: number;
  /** Root mean square distance of a city to its place on the projected map, in thousands of kilometres. */
  readonly residual: number;
}

/**
 * Draw the map of the United States from nothing but the table of distances between its capitals:
 * gradient descent on the loss of multidimensional scaling, from a random start. A table of
 * distances cannot tell which way is north, nor left from right, so the result is turned onto the
 * projected map by {@link procrustes}.
 *
 * @example
 * recoverMap({ backend: tape() }).residual; // 0.015: fifteen kilometres
 */
export function recoverMap(options: RecoverOptions): RecoveredMap {
  const { backend, seed = 0, step = 5e-5, iterations = 1000, onStep } = options;
  const [start, distances] = multidimensionalScaling.inputs(capitals.length, seed) as [
    Tensor,
    Tensor,
  ];
  const map = project(capitals);
  const stress = (w: Tensor): unknown => scalingLoss(w, distances);
  const end = descend(valueAndGrad(stress, { backend }), start, {
    step,
    iterations,
    ...(onStep && {
      onStep: ({ iteration, x, loss }) =>
        onStep({ iteration, loss, points: procrustes(x, map).aligned }),
    }),
  });
  const { aligned, residual } = procrustes(end.x, map);
  return { points: aligned, stress: end.loss, residual };
}
