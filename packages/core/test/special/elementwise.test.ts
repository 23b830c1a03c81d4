import { describe, expect, test } from "vitest";
import { digamma } from "../../src/special/digamma.ts";
import { erf, erfc } from "../../src/special/error-function.ts";
import { lgamma } from "../../src/special/gamma.ts";
import { timesGaussian } from "../../src/special/gaussian.ts";
import { erfinv } from "../../src/special/inverse-error-function.ts";
import {
  inverseMills,
  inverseMillsCurvature,
  inverseMillsSlope,
} from "../../src/special/mills-ratio.ts";
import { logNdtr } from "../../src/special/normal.ts";
import { polygamma } from "../../src/special/polygamma.ts";
import { sincDerivative } from "../../src/special/sinc.ts";
import { logistic, sech2, softplus } from "../../src/special/stable.ts";
import { readData, toNumber, ulps } from "./support.ts";

type Entry = number | string;

interface Row {
  readonly id: string;
  readonly fn: string;
  readonly x: number;
  readonly value: Entry;
  readonly d1: Entry;
  readonly d2: Entry;
  readonly d3: Entry;
}

type Jet = readonly [value: number, d1: number, d2: number, d3: number];
const TWO_OVER_SQRT_PI = 1.1283791670955126;

/** erf and its derivatives, ±: Hermite polynomials times the Gaussian. */
const gaussianJet = (value: number, sign: number, x: number): Jet => [
  value,
  timesGaussian(sign * TWO_OVER_SQRT_PI, x, -1),
  timesGaussian(-2 * x * sign * TWO_OVER_SQRT_PI, x, -1),
  timesGaussian((4 * x * x - 2) * sign * TWO_OVER_SQRT_PI, x, -1),
];

const logisticJet = (x: number): Jet => {
  const d1 = logistic(x) * logistic(-x);
  const skew = -Math.tanh(x / 2); // 1 − 2σ
  return [logistic(x), d1, d1 * skew, d1 * (skew * skew - 2 * d1)];
};

const jets: Record<string, (x: number) => Jet> = {
  erf: (x) => gaussianJet(erf(x), 1, x),
  erfc: (x) => gaussianJet(erfc(x), -1, x),
  lgamma: (x) => [lgamma(x), digamma(x), polygamma(1, x), polygamma(2, x)],
  digamma: (x) => [digamma(x), polygamma(1, x), polygamma(2, x), polygamma(3, x)],
  log1p: (x) => [Math.log1p(x), 1 / (1 + x), -1 / (1 + x) ** 2, 2 / (1 + x) ** 3],
  expm1: (x) => [Math.expm1(x), Math.exp(x), Math.exp(x), Math.exp(x)],
  tanh: (x) => {
    const [y, d1] = [Math.tanh(x), sech2(x)];
    return [y, d1, -2 * y * d1, d1 * (4 * y * y - 2 * d1)];
  },
  sigmoid: logisticJet,
  softplus: (x) => {
    const [d1, d2, d3] = logisticJet(x);
    return [softplus(x), d1, d2, d3];
  },
  sinc: (x) => [0, 1, 2, 3].map((n) => sincDerivative(n, x)) as unknown as Jet,
  atanh: (x) => {
    const w = 1 / ((1 - x) * (1 + x));
    return [Math.atanh(x), w, 2 * x * w * w, (2 + 6 * x * x) * w * w * w];
  },
  log_ndtr: (x) => [logNdtr(x), inverseMills(x), inverseMillsSlope(x), inverseMillsCurvature(x)],
  erfinv: (x) => {
    const y = erfinv(x);
    const d1 = timesGaussian(1 / TWO_OVER_SQRT_PI, y, 1);
    return [y, d1, 2 * y * d1 * d1, (2 + 8 * y * y) * d1 ** 3];
  },
};

describe("the oracle of elementwise functions", () => {
  const { rows } = readData("elementwise") as { rows: Row[] };

  test("covers every function it names", () => {
    expect(new Set(rows.map((row) => row.fn))).toEqual(new Set(Object.keys(jets)));
  });

  test.each(rows)(
    "$id agrees: value and slope to 4 ulp, second and third derivative to 1e-13",
    (row) => {
      const got = (jets[row.fn] as (x: number) => Jet)(row.x);
      const want = [row.value, row.d1, row.d2, row.d3].map(toNumber);
      const error = got.map((g, i) => ulps(g, want[i] as number));
      expect(error[0], `value ${got[0]} of ${want[0]}`).toBeLessThanOrEqual(4);
      expect(error[1], `d1 ${got[1]} of ${want[1]}`).toBeLessThanOrEqual(4);
      expect(error[2], `d2 ${got[2]} of ${want[2]}`).toBeLessThanOrEqual(1e-13 / 2 ** -52);
      expect(error[3], `d3 ${got[3]} of ${want[3]}`).toBeLessThanOrEqual(1e-13 / 2 ** -52);
    },
  );
});
