import { ArgumentError, jvp } from "@wengert/ad-core";
import { describe, expect, test } from "vitest";
import { type Estimator, finiteDifference, fixed, zeroOrder } from "../src/index.ts";
import { type Curve, oracle } from "./support.ts";

type Scalar = (x: number) => number;

const curves: Readonly<Record<string, Scalar>> = {
  "sin@1": Math.sin,
  "exp@1": Math.exp,
  "exp@10": Math.exp,
  "badly_scaled exp(-x/1e6)@1": (x) => Math.exp(-x / 1e6),
  "offset 1e6+sin@1": (x) => 1e6 + Math.sin(x),
  "1/(1+25x^2)@0.25": (x) => 1 / (1 + 25 * x * x),
};

const polynomials: Readonly<Record<string, Scalar>> = {
  "x*x*x": (x) => x * x * x,
  "1/(1+x*x)": (x) => 1 / (1 + x * x),
  "sqrt(1+x*x)": (x) => Math.sqrt(1 + x * x),
};

const schemes: Readonly<Record<keyof Curve["schemes"], (h: number) => Estimator>> = {
  forward: (h) => finiteDifference({ scheme: "forward", step: fixed(h) }),
  central: (h) => finiteDifference({ scheme: "central", step: fixed(h) }),
  central4: (h) => finiteDifference({ scheme: "central", order: 4, step: fixed(h) }),
};

/** Does the step 2⁻ᵏ change x at all? */
function moves({ x }: Curve, k: number): boolean {
  return x + 2 ** -k !== x;
}

/** Least squares through points (x, y). */
function fittedSlope(points: readonly (readonly [number, number])[]): number {
  const mean = (pick: 0 | 1): number => points.reduce((s, p) => s + p[pick], 0) / points.length;
  const [mx, my] = [mean(0), mean(1)];
  const xy = points.reduce((s, [x, y]) => s + (x - mx) * (y - my), 0);
  return xy / points.reduce((s, [x]) => s + (x - mx) ** 2, 0);
}

function slope(f: Scalar, x: number, estimator: Estimator): number {
  return jvp(f, { backend: zeroOrder({ estimator }) })(x, 1)[1];
}

describe("differences with a power of two as step match the quotient to the last bit", () => {
  test.each(oracle.bit_exact)("$f at $x with h = 2^-$k", (row) => {
    const f = polynomials[row.f] as Scalar;
    expect(slope(f, row.x, schemes.forward(2 ** -row.k))).toBe(row.forward);
    expect(slope(f, row.x, schemes.central(2 ** -row.k))).toBe(row.central);
  });
});

describe("the error as a function of the step has the predicted U shape", () => {
  const names = ["forward", "central", "central4"] as const;
  const cases = oracle.u_curves.flatMap((curve) => names.map((name) => ({ curve, name })));
  const errors = ({ curve, name }: (typeof cases)[number]) =>
    curve.schemes[name].rows
      .filter(({ k }) => moves(curve, k))
      .map(({ k, trunc, round_unit }) => ({
        k,
        trunc,
        round_unit,
        got:
          slope(curves[curve.fn] as Scalar, curve.x, schemes[name](2 ** -k)) -
          (curve.derivs[1] as number),
      }));

  test("every row counts but one, where x + h is x and the step is refused", () => {
    const stuck = cases.flatMap(({ curve, name }) =>
      curve.schemes[name].rows
        .filter(({ k }) => !moves(curve, k))
        .map(({ k }) => ({ curve, name, k })),
    );
    expect(stuck.map(({ curve, k }) => [curve.fn, k])).toEqual(names.map(() => ["exp@10", 50]));
    for (const { curve, name, k } of stuck) {
      expect(() => slope(Math.exp, curve.x, schemes[name](2 ** -k))).toThrow(ArgumentError);
    }
  });

  test.each(cases)("$curve.fn, $name: |error| ≤ |truncation| + 8 rounding units", (scenario) => {
    for (const { k, got, trunc, round_unit } of errors(scenario)) {
      expect(Math.abs(got), `k = ${k}`).toBeLessThanOrEqual(Math.abs(trunc) + 8 * round_unit);
    }
  });

  const clear = (row: { k: number; trunc: number; round_unit: number }): boolean =>
    row.k >= 3 && row.k <= 8 && Math.abs(row.trunc) > 1000 * row.round_unit;
  // where truncation stands clear of rounding
  const sloped = cases.filter(
    ({ curve, name }) => curve.schemes[name].rows.filter(clear).length >= 2,
  );

  test("rounding hides the slope for exp(-x/1e6), and for 1e6 + sin in order 4, only", () => {
    const flat = cases.filter((scenario) => !sloped.includes(scenario));
    expect(flat.map(({ curve, name }) => `${curve.fn} ${name}`)).toEqual([
      "badly_scaled exp(-x/1e6)@1 forward",
      "badly_scaled exp(-x/1e6)@1 central",
      "badly_scaled exp(-x/1e6)@1 central4",
      "offset 1e6+sin@1 central4",
    ]);
  });

  test.each(sloped)("$curve.fn, $name: the slope there is the order", (scenario) => {
    const { order } = scenario.curve.schemes[scenario.name];
    const points = errors(scenario).filter(clear);
    const measured = fittedSlope(points.map(({ k, got }) => [-k, Math.log2(Math.abs(got))]));
    expect(Math.abs(measured - order)).toBeLessThan(0.1);
  });

  test.each(cases)(
    "$curve.fn, $name: the best step is within 4 octaves of the model's",
    (scenario) => {
      const rows = errors(scenario);
      const best = Math.min(...rows.map(({ got }) => Math.abs(got)));
      const at = rows.filter(({ got }) => Math.abs(got) === best).map(({ k }) => k);
      const model = scenario.curve.schemes[scenario.name].model_argmin_k;
      expect(Math.min(...at.map((k) => Math.abs(k - model)))).toBeLessThanOrEqual(4);
    },
  );
});
