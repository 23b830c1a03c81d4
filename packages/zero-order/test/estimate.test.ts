import {
  ArgumentError,
  convert,
  DTypeError,
  derivative,
  type FlatFunction,
  type Leaves,
  NotScalarOutputError,
  type Tensor,
  tensor,
  type Value,
} from "@wengert/ad-core";
import { describe, expect, test } from "vitest";
import { forward } from "../../forward/src/index.ts";
import {
  type DifferenceScheme,
  estimate,
  finiteDifference,
  fixed,
  relative,
} from "../src/index.ts";
import { distance, oracle, rosenbrock, rosenbrockGradient } from "./support.ts";

const point = (n: number): number[] => Array.from({ length: n }, (_, i) => Math.sin(i + 1));

describe("estimate", () => {
  test.each<[DifferenceScheme, number, (n: number) => number]>([
    ["forward", 1, (n) => n + 1],
    ["backward", 1, (n) => n + 1],
    ["forward", 2, (n) => 2 * n + 1],
    ["central", 2, (n) => 2 * n + 1],
    ["central", 4, (n) => 4 * n + 1],
    ["central", 6, (n) => 6 * n + 1],
  ])("%s of order %d calls f exactly as often as it says", (scheme, order, queries) => {
    for (const n of [1, 2, 7, 300]) {
      let calls = 0;
      const f = (x: readonly Value[]): Value => {
        calls++;
        return rosenbrock(x);
      };
      const estimator = finiteDifference({ scheme, order });
      const report = estimate(f, point(n), { estimator });
      expect(calls).toBe(queries(n));
      expect(report.queries).toBe(calls);
      expect(estimator.queries(n)).toBe(calls);
    }
  });

  test("returns the value, and the gradient within its own error bounds", () => {
    const x = point(20);
    const { value, grad, truncation, roundoff, status, queries } = estimate(rosenbrock, x, {
      truncation: true,
    });
    expect(value).toBe(rosenbrock(x));
    const exact = rosenbrockGradient(x);
    const error = Math.max(...grad.map((g, i) => Math.abs(g - (exact[i] as number))));
    // 8 covers functions that are good to a few units in the last place only
    expect(error).toBeLessThanOrEqual((truncation as number) + 8 * roundoff);
    expect(error).toBeLessThan(1e-6);
    expect(status).toBe("ok");
    expect(queries).toBe(2 * (2 * 20 + 1));
  });

  test("measures the truncation error", () => {
    for (const { fn, x, schemes } of oracle.u_curves.filter((curve) =>
      /^(sin|exp)@/.test(curve.fn),
    )) {
      const f = fn.startsWith("sin") ? Math.sin : Math.exp;
      const { trunc } = schemes.central.rows.find(({ k }) => k === 6) as { trunc: number };
      const estimator = finiteDifference({ step: fixed(2 ** -6) });
      const { truncation } = estimate(f, x, { estimator, truncation: true });
      expect(Math.abs((truncation as number) / trunc)).toBeCloseTo(1, 3);
    }
  });

  test("keeps the structure of the argument, numbers, tensors and records", () => {
    const f = ({ a, b }: { a: number; b: Tensor }): number =>
      a * a + 3 * (b.data[0] as number) + (b.data[1] as number) ** 2;
    const { grad, step } = estimate(f, { a: 2, b: tensor([1, 5]) });
    expect(grad.a).toBeCloseTo(4, 8);
    expect(distance([...grad.b.data], [3, 10])).toBeLessThan(1e-9);
    expect(step.a).toBe(2 ** -16);
  });

  test("works on plain JavaScript that no transform could look into", () => {
    const f = (x: number): number =>
      Number.parseFloat((Math.round(x * x * 1e12) / 1e12).toFixed(12));
    const estimator = finiteDifference({ step: relative({ noise: 1e-12 }) });
    expect(estimate(f, 1.5, { estimator }).grad).toBeCloseTo(3, 6);
  });

  test("says when the differences are nothing but rounding", () => {
    expect(estimate((x: number) => 1e6 + 1e-8 * x, 1).status).toBe("noise-limited");
    expect(estimate(() => 3, 1).status).toBe("noise-limited");
    const estimator = finiteDifference({ step: relative({ noise: 1e-2 }) });
    expect(estimate(Math.exp, 1, { estimator }).roundoff).toBeGreaterThan(1e-2);
  });

  test("says when the step is too large", () => {
    const estimator = finiteDifference({ step: fixed(1) });
    // D_1 = 1 − 1 and D_2 = 1 − 4: the estimate is 0, its truncation error 1
    const report = estimate((x: number) => x - x ** 3, 0, { estimator, truncation: true });
    expect(report).toMatchObject({ grad: 0, truncation: 1, status: "step-too-large" });
  });

  test("says when something is not finite", () => {
    expect(estimate(Math.log, 0).status).toBe("non-finite");
    expect(estimate((x: number) => x, NaN).status).toBe("non-finite");
    expect(estimate((x: number) => x, Infinity).status).toBe("non-finite");
  });

  test("sees an f32 objective of an f64 argument", () => {
    const f = (x: number): number => Math.fround(Math.sin(x));
    const blind = estimate(f, 1).grad;
    const aware = estimate((x: number) => convert(tensor(f(x)), "f32"), 1).grad;
    expect(Math.abs(blind - Math.cos(1))).toBeGreaterThan(1e-4);
    expect(Math.abs(aware - Math.cos(1))).toBeLessThan(2e-5);
  });

  test("makes directions one at a time: no n × n array ever exists", () => {
    const first = {
      ...finiteDifference(),
      pushforward: (f: FlatFunction, x: Leaves, tangents: Iterable<Leaves>) => {
        for (const t of tangents) return finiteDifference().pushforward(f, x, [t]);
        throw new Error("no direction");
      },
    };
    const x = tensor(new Float64Array(1e6)); // its unit directions together would be 8 TB
    const { grad } = estimate((v: Tensor) => 3 * (v.data[0] as number), x, { estimator: first });
    expect(grad.data[0]).toBeCloseTo(3, 9);
  });

  test("refuses a variable of another transform", () => {
    const f = (z: Value): Value => estimate((v: number) => v, z as never).value;
    expect(() => derivative(f as (z: number) => number, { backend: forward() })(1)).toThrow(
      ArgumentError,
    );
  });

  test("refuses what it cannot differentiate", () => {
    expect(() => estimate((x: Value) => [x, x] as never, 1)).toThrow(NotScalarOutputError);
    expect(() => estimate(() => tensor([1, 2]), 1)).toThrow(NotScalarOutputError);
    expect(() => estimate(() => 1, tensor([1], { dtype: "i32" }))).toThrow(DTypeError);
  });
});
