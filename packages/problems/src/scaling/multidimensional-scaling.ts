import { ArgumentError, square, Tensor } from "@wengert/ad-core";
import { defineProblem } from "../define.ts";
import type { Problem } from "../problem.ts";
import { seedOf, uniformArray } from "../random.ts";
import { capitals } from "./capitals.ts";
import { distanceMatrix } from "./geography.ts";
import { planarGradient, planarValue, scalingOracle } from "./gradient.ts";
import { scalingLoss } from "./loss.ts";

type Scaling = readonly [points: Tensor, squaredDistances: Tensor];

/** N points of the plane with coordinates in ±radius. */
function cloud(n: number, radius: number, seed: number): Tensor {
  return new Tensor(uniformArray(2 * n, -radius, radius, seed), [n, 2], "f64");
}

/** ‖Pᵢ − Pⱼ‖² for all pairs of rows. */
export function squaredDistances(points: Tensor): Tensor {
  const [n = 0, d = 0] = points.shape;
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let k = 0; k < d; k++) {
        sum += ((points.data[i * d + k] as number) - (points.data[j * d + k] as number)) ** 2;
      }
      out[i * n + j] = sum;
    }
  }
  return new Tensor(out, [n, n], "f64");
}

const shared = {
  suite: "B-cost-of-a-gradient",
  formula: "L(W) = Σᵢⱼ (‖Wᵢ − Wⱼ‖² − Dᵢⱼ)², W of N × 2",
  operator: "grad",
  f: scalingLoss,
  argnums: 0,
  seeds: [0, 1, 2],
  oracle: scalingOracle,
  handWritten: { value: planarValue, derivative: planarGradient },
} as const;

/**
 * Draw the map from a table of distances: the squared great-circle distances between the first N
 * capitals of the United States, in millions of km², and a random start of about 100 km.
 *
 * The Earth is round, so no map in the plane reaches a loss of zero.
 */
export const multidimensionalScaling: Problem = defineProblem<Scaling>({
  ...shared,
  id: "multidimensional-scaling",
  title: "A map from distances: the capitals of the United States",
  inputs(n, seed) {
    if (n > capitals.length) {
      throw new ArgumentError(
        "multidimensional-scaling",
        "size",
        `at most ${capitals.length}, the number of capitals`,
        n,
        "multidimensional-scaling-planted has any size",
      );
    }
    return [cloud(n, 0.1, seedOf(61, seed)), square(distanceMatrix(capitals.slice(0, n)))];
  },
  sizeMeaning: "cities",
  sizes: [5, 10, 25, 50],
  quickSizes: [10, 50],
  tags: ["tensor", "real-data", "optimisation", "lecture"],
});

/** The planted points whose distances the problem of that size and seed gives. */
export function plantedPoints(n: number, seed: number): Tensor {
  return cloud(n, 1, seedOf(62 + n, seed));
}

/** Exact squared distances of planted points: the minimum is zero, and PCA finds it too. */
export const plantedScaling: Problem = defineProblem<Scaling>({
  ...shared,
  id: "multidimensional-scaling-planted",
  title: "A map from distances: planted points",
  inputs: (n, seed) => [
    cloud(n, 1, seedOf(63 + n, seed)),
    squaredDistances(plantedPoints(n, seed)),
  ],
  sizeMeaning: "points",
  sizes: [5, 10, 20, 50, 100, 200, 500],
  quickSizes: [10, 100],
  tags: ["tensor", "optimisation", "lecture"],
});
