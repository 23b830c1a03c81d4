import { readFileSync } from "node:fs";
import {
  grad,
  hvp,
  key,
  normal,
  square,
  sum,
  Tensor,
  tensor,
  type Value,
  valueAndGrad,
} from "@wengert/ad-core";
import { forward } from "@wengert/ad-forward";
import { tape } from "@wengert/ad-tape";
import { describe, expect, test } from "vitest";
import {
  capitals,
  descend,
  distanceMatrix,
  earthRadius,
  greatCircle,
  mulberry32,
  multidimensionalScaling,
  type Problem,
  plantedPoints,
  plantedScaling,
  procrustes,
  project,
  recoverMap,
  scalingLoss,
  squaredDistances,
  uniform,
} from "../src/index.ts";
import { numbersOf, relativeError } from "./support.ts";

const { gradient_oracle: oracle, convergence } = JSON.parse(
  readFileSync(new URL("data/multidimensional-scaling.json", import.meta.url), "utf8"),
);

const random = (shape: readonly number[], seed: number): Tensor =>
  tensor(
    new Float64Array(
      uniform(
        shape.reduce((a, b) => a * b),
        -1,
        1,
        seed,
      ),
    ),
    { shape },
  );

describe("the loss of multidimensional scaling", () => {
  const [w, d, v] = [tensor(oracle.W), tensor(oracle.D), tensor(oracle.v)];

  test.each([tape(), forward()])("has the oracle's value and gradient by $name", (backend) => {
    const [loss, gradient] = valueAndGrad(scalingLoss, { backend })(w, d) as [Tensor, Tensor];
    expect(relativeError(loss, tensor(oracle.loss))).toBeLessThanOrEqual(1e-14);
    expect(relativeError(gradient, tensor(oracle.grad))).toBeLessThanOrEqual(1e-13);
    const along = numbersOf(gradient).reduce((s, g, i) => s + g * (v.data[i] as number), 0);
    expect(along).toBeCloseTo(oracle.directional, 11);
  });

  test("has the oracle's Hessian-vector product, forward over reverse", () => {
    const product = hvp(scalingLoss, { backend: tape(), outer: forward() })(w, d, v);
    expect(relativeError(product, tensor(oracle.Hv_fd))).toBeLessThanOrEqual(1e-7);
  });

  test("takes plain distances by an option", () => {
    const plain = tensor(Float64Array.from(d.data, Math.sqrt), { shape: d.shape });
    const loss = scalingLoss(w, plain, { distances: "plain" }) as Tensor;
    expect(loss.item()).toBeCloseTo(oracle.loss, 11);
  });

  test("has the reference value and gradient for N = 100 (benchmarks of other libraries)", () => {
    const points = tensor(new Float64Array(uniform(200, -1, 1, 11)), { shape: [100, 2] });
    const data = new Float64Array(uniform(10_000, 0, 4, 13));
    for (let i = 0; i < 100; i++) {
      data[101 * i] = 0;
      for (let j = 0; j < i; j++) data[100 * i + j] = data[100 * j + i] as number;
    }
    expect([points.data[0], data[1]]).toEqual([0.023174097295850515, 1.4404686465859413]);
    const args = [points, tensor(data, { shape: [100, 100] })] as const;
    const gradient = plantedScaling.handWritten?.derivative(...args) as Tensor;
    expect(plantedScaling.handWritten?.value(...args)).toBeCloseTo(30231.701759114345, 8);
    expect(Math.hypot(...numbersOf(gradient))).toBeCloseTo(2698.6867912064936, 9);
    expect(
      relativeError(grad(scalingLoss, { backend: tape() })(...args), gradient),
    ).toBeLessThanOrEqual(1e-13);
  });

  test.each([2, 3])(
    "is differentiated right for a matrix that is not symmetric, in %i dimensions",
    (dimension) => {
      const args = [random([5, dimension], 1), random([5, 5], 2)] as const;
      const expected = plantedScaling.oracle?.(...args);
      expect(
        relativeError(grad(scalingLoss, { backend: tape() })(...args), expected),
      ).toBeLessThanOrEqual(1e-14);
    },
  );

  test("is written by hand for a matrix that is not symmetric, too", () => {
    const args = [random([5, 2], 1), random([5, 5], 2)] as const;
    const { value, derivative } = plantedScaling.handWritten as NonNullable<Problem["handWritten"]>;
    expect(value(...args)).toBeCloseTo((scalingLoss(...args) as Tensor).item(), 13);
    expect(
      relativeError(derivative(...args), plantedScaling.oracle?.(...args)),
    ).toBeLessThanOrEqual(1e-14);
  });
});

describe("gradient descent", () => {
  test("takes steps of minus eta times the gradient, and counts them", () => {
    const f = (x: { a: Value; b: Value }): Value => sum(square(x.b));
    const run = descend(
      valueAndGrad(f, { backend: tape() }),
      { a: 7, b: tensor([1, 2]) },
      { step: 0.25, iterations: 2 },
    );
    expect([run.iterations, run.x.a, numbersOf(run.x.b), run.loss]).toEqual([
      2,
      7,
      [0.25, 0.5],
      0.3125,
    ]);
  });

  test("stops at the target, and where the observer says so", () => {
    const gradient = valueAndGrad((x: Value) => square(x), { backend: tape() });
    expect(descend(gradient, 1, { step: 0.25, iterations: 100, target: 0.1 }).iterations).toBe(2);
    const stop = ({ iteration }: { iteration: number }): boolean => iteration === 3;
    expect(descend(gradient, 1, { step: 0.25, iterations: 100, onStep: stop }).iterations).toBe(3);
  });

  test("says so when the step is too long", () => {
    const gradient = valueAndGrad((x: Value) => square(x), { backend: tape() });
    expect(() => descend(gradient, 1, { step: 1e3, iterations: 1e4 })).toThrow(
      /descend.*finite.*shorter/s,
    );
  });
});

describe("planted points", () => {
  test.each([0, 1, 2])("are recovered exactly, up to rotation (seed %i)", (seed) => {
    const [start, d] = plantedScaling.inputs(20, seed) as [Tensor, Tensor];
    const loss = (w: Tensor): unknown => scalingLoss(w, d);
    const end = descend(valueAndGrad(loss, { backend: tape() }), start, {
      step: 0.002,
      iterations: 1000,
      target: 1e-24,
    });
    expect(end.loss).toBeLessThanOrEqual(1e-24);
    expect(procrustes(end.x, plantedPoints(20, seed)).residual).toBeLessThan(1e-12);
  });

  test.each(convergence as { N: number; gd: { eta: number; iters: number } }[])(
    "take the oracle's number of steps to 1e-4 of the first loss ($N points)",
    ({ N, gd }) => {
      const d = squaredDistances(normal(key(7, 0), [N, 2]));
      const start = normal(key(7, 1), [N, 2]);
      const target = 1e-4 * (scalingLoss(start, d) as Tensor).item();
      const gradient = valueAndGrad((w: Tensor) => scalingLoss(w, d), { backend: tape() });
      expect(descend(gradient, start, { step: gd.eta, iterations: 100, target }).iterations).toBe(
        gd.iters,
      );
    },
  );

  test("of a plane in five dimensions are found as their principal components", () => {
    const [n, ambient] = [15, 5];
    const points = multiply(random([n, 2], 3), random([2, ambient], 4));
    const d = squaredDistances(points);
    const loss = (w: Tensor): unknown => scalingLoss(w, d);
    const end = descend(valueAndGrad(loss, { backend: tape() }), random([n, 2], 5), {
      step: 5e-4,
      iterations: 20_000,
      target: 1e-20,
    });
    expect(end.loss).toBeLessThanOrEqual(1e-20);
    expect(procrustes(end.x, principalComponents(points)).residual).toBeLessThan(1e-8);
  });
});

describe("Procrustes", () => {
  test.each([1, -1])("undoes a shift, a rotation and a reflection (determinant %i)", (sign) => {
    const points = random([7, 2], 8);
    const [c, s] = [Math.cos(2), Math.sin(2)];
    const moved = multiply(
      points,
      tensor([
        [c, s],
        [-sign * s, sign * c],
      ]),
    );
    for (let i = 0; i < 7; i++) moved.data[2 * i] = (moved.data[2 * i] as number) + 5;
    const { aligned, residual } = procrustes(moved, points);
    expect(residual).toBeLessThan(1e-14);
    expect(relativeError(aligned, points)).toBeLessThanOrEqual(1e-14);
  });

  test("finds no better fit by turning further", () => {
    const [points, target] = [random([6, 2], 9), random([6, 2], 10)];
    const { aligned, residual } = procrustes(points, target);
    const centre = [0, 1].map((k) =>
      numbersOf(aligned).reduce((s, x, i) => s + (i % 2 === k ? x / 6 : 0), 0),
    );
    for (const angle of [-0.1, -0.01, 0.01, 0.1]) {
      let squares = 0;
      for (let i = 0; i < 6; i++) {
        const [x, y] = [0, 1].map(
          (k) => (aligned.data[2 * i + k] as number) - (centre[k] as number),
        ) as [number, number];
        const turned = [
          Math.cos(angle) * x - Math.sin(angle) * y,
          Math.sin(angle) * x + Math.cos(angle) * y,
        ];
        turned.forEach(
          (z, k) =>
            (squares += (z + (centre[k] as number) - (target.data[2 * i + k] as number)) ** 2),
        );
      }
      expect(Math.sqrt(squares / 6)).toBeGreaterThan(residual);
    }
  });
});

describe("the capitals of the United States", () => {
  const find = (name: string) =>
    capitals.find((c) => c.name.startsWith(name)) as (typeof capitals)[number];
  const km = (a: string, b: string): number => 1000 * greatCircle(find(a), find(b));

  test("are fifty, one for each state, inside the United States", () => {
    expect(capitals).toHaveLength(50);
    expect(new Set(capitals.map((c) => c.name.slice(-2))).size).toBe(50);
    for (const { latitude, longitude } of capitals) {
      expect(latitude > 18 && latitude < 72).toBe(true);
      expect(longitude > -180 && longitude < -66).toBe(true);
    }
  });

  // Statute miles, as almanacs print them for city centres; Juneau to Honolulu is 4530 km.
  test.each([
    ["Juneau", "Honolulu", 4530 / 1.609344],
    ["Boston", "Atlanta", 937],
    ["Boston", "Denver", 1769],
    ["Atlanta", "Denver", 1212],
    ["Boston", "Indianapolis", 807],
    ["Denver", "Salt Lake City", 371],
    ["Denver", "Phoenix", 586],
  ])("%s and %s are as far apart as is known: %f miles, to one per cent", (a, b, miles) => {
    expect(Math.abs(km(a, b) / (1.609344 * miles) - 1)).toBeLessThan(0.01);
  });

  test("have a distance matrix that is a metric", () => {
    const d = distanceMatrix(capitals);
    const at = (i: number, j: number): number => d.data[50 * i + j] as number;
    for (let i = 0; i < 50; i++) {
      expect(at(i, i)).toBe(0);
      expect(capitals.filter((_, j) => at(i, j) < 0.05)).toEqual([capitals[i]]);
      for (let j = 0; j < 50; j++) {
        expect(at(i, j)).toBe(at(j, i));

        for (let k = 0; k < 50; k += 7)
          expect(at(i, j)).toBeLessThanOrEqual(at(i, k) + at(k, j) + 1e-12);
      }
    }
  });

  test("great circles: a quarter, and half, of the equator", () => {
    const at = (longitude: number) => ({ name: "", latitude: 0, longitude });
    expect(greatCircle(at(0), at(90))).toBeCloseTo(10.0075572, 6);
    expect(greatCircle(at(-90), at(90))).toBeCloseTo(20.0151144, 6);
  });

  test("are projected with true distances and directions from the centre", () => {
    const at = (latitude: number, longitude: number) => ({ name: "", latitude, longitude });
    const cross = project([at(10, 0), at(0, 10), at(-10, 0), at(0, -10)]);
    const r = (earthRadius * Math.PI) / 18;
    expect(
      relativeError(
        cross,
        tensor([
          [0, r],
          [r, 0],
          [0, -r],
          [-r, 0],
        ]),
      ),
    ).toBeLessThanOrEqual(1e-14);
    const map = project(capitals);
    const place = (name: string): [number, number] => {
      const i = capitals.indexOf(find(name));
      return [map.data[2 * i] as number, map.data[2 * i + 1] as number];
    };
    const [denver, cheyenne, boston] = [place("Denver"), place("Cheyenne"), place("Boston")];
    expect(boston[0]).toBeGreaterThan(denver[0]);
    expect(cheyenne[1]).toBeGreaterThan(denver[1]);
  });

  test("are put back on the map by gradient descent from the distances alone", () => {
    let first = 0;
    const { points, stress, residual } = recoverMap({
      backend: tape(),
      onStep: ({ iteration, loss }) => (first = iteration === 0 ? loss : first),
    });
    expect(points.shape).toEqual([50, 2]);
    expect(first).toBeGreaterThan(3e5);
    const flat = scalingLoss(project(capitals), square(distanceMatrix(capitals))) as Tensor;
    expect(stress).toBeLessThan(flat.item());
    expect(stress).toBeCloseTo(7.3928, 4);
    expect(residual).toBeLessThan(0.016);
  });

  test("are fifty and no more", () => {
    expect(() => multidimensionalScaling.inputs(51, 0)).toThrow(/at most 50/);
  });
});

function multiply(a: Tensor, b: Tensor): Tensor {
  const [m, k, n] = [a.shape[0] as number, a.shape[1] as number, b.shape[1] as number];
  const out = new Float64Array(m * n);
  for (let i = 0; i < m; i++)
    for (let p = 0; p < k; p++)
      for (let j = 0; j < n; j++)
        out[i * n + j] =
          (out[i * n + j] as number) +
          (a.data[i * k + p] as number) * (b.data[p * n + j] as number);
  return tensor(out, { shape: [m, n] });
}

/** The first two principal components of each row: the covariance's leading eigenvectors by power iteration. */
function principalComponents(points: Tensor): Tensor {
  const [n, d] = points.shape as [number, number];
  const mean = Array.from({ length: d }, (_, k) =>
    numbersOf(points).reduce((s, x, i) => s + (i % d === k ? x / n : 0), 0),
  );
  const x = Array.from({ length: n }, (_, i) =>
    mean.map((m, k) => (points.data[i * d + k] as number) - m),
  );
  const next = mulberry32(12);
  const found: number[][] = [];
  for (let c = 0; c < 2; c++) {
    let v = mean.map(() => next() - 0.5);
    for (let iteration = 0; iteration < 2000; iteration++) {
      for (const u of found) {
        const along = u.reduce((s, uk, k) => s + uk * (v[k] as number), 0);
        v = v.map((vk, k) => vk - along * (u[k] as number));
      }
      const scores = x.map((row) => row.reduce((s, xk, k) => s + xk * (v[k] as number), 0));
      v = mean.map((_, k) =>
        x.reduce((s, row, i) => s + (row[k] as number) * (scores[i] as number), 0),
      );
      const length = Math.hypot(...v);
      v = v.map((vk) => vk / length);
    }
    found.push(v);
  }
  const scores = x.flatMap((row) =>
    found.map((v) => row.reduce((s, xk, k) => s + xk * (v[k] as number), 0)),
  );
  return tensor(scores.flat(), { shape: [n, 2] });
}
