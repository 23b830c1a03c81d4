import {
  ArgumentError,
  cos,
  derivative,
  div,
  exp,
  grad,
  hessian,
  hvp,
  jacobian,
  jvp,
  linearize,
  matmul,
  mul,
  sin,
  sum,
  tanh,
  tensor,
  type Value,
  valueAndGrad,
  vjp,
} from "@wengert/ad-core";
import { describe, expect, test } from "vitest";
import { forward } from "../../forward/src/index.ts";
import { tape } from "../../tape/src/index.ts";
import { finiteDifference, fixed, relative, zeroOrder } from "../src/index.ts";
import {
  distance,
  rosenbrock,
  rosenbrockGradient,
  rosenbrockHessian,
  speelpenning,
} from "./support.ts";

const schemes = [
  { name: "forward", estimator: finiteDifference({ scheme: "forward" }), error: 1e-6 },
  { name: "backward", estimator: finiteDifference({ scheme: "backward" }), error: 1e-6 },
  {
    name: "forward, order 2",
    estimator: finiteDifference({ scheme: "forward", order: 2 }),
    error: 1e-8,
  },
  { name: "central", estimator: finiteDifference(), error: 1e-9 },
  { name: "central, order 4", estimator: finiteDifference({ order: 4 }), error: 1e-11 },
  { name: "central, order 6", estimator: finiteDifference({ order: 6 }), error: 1e-11 },
] as const;

describe.each(schemes)("$name differences", ({ estimator, error }) => {
  const backend = zeroOrder({ estimator });

  test("give the gradient of Speelpenning's product", () => {
    const x = [1.1, 0.9, 1.3, 0.8, 1.2];
    const product = speelpenning(x) as number;
    const [value, gradient] = valueAndGrad(speelpenning, { backend })(x);
    expect(value).toBe(product);
    expect(
      distance(
        gradient,
        x.map((xi) => product / xi),
      ),
    ).toBeLessThan(error);
  });

  test("give the gradient of Rosenbrock's function to the size of its derivatives", () => {
    const x = [-1.2, 1, 0.7, -0.3];
    const gradient = grad(rosenbrock, { backend })(x);
    // values and derivatives up to 1e3 times the unit that the errors are stated for
    expect(distance(gradient, rosenbrockGradient(x))).toBeLessThan(1e3 * error);
  });

  test("agree with the tape on a layer of tensors", () => {
    const w = tensor([
      [0.3, -0.2],
      [0.5, 0.1],
    ]);
    const loss = (v: Value): Value => sum(tanh(matmul(v, tensor([[0.7], [-0.4]]))));
    const approximate = grad(loss, { backend })(w).data;
    const exact = grad(loss, { backend: tape() })(w).data;
    expect(distance([...approximate], [...exact])).toBeLessThan(error);
  });
});

describe("zeroOrder", () => {
  const backend = zeroOrder();
  const g = (x: readonly Value[]): Value[] => {
    const [a, b] = x as [Value, Value];
    return [mul(a, sin(b)), exp(div(a, b)), cos(a)];
  };

  test("describes itself honestly", () => {
    expect(backend.name).toBe("zeroOrder(central)");
    expect(zeroOrder({ estimator: finiteDifference({ order: 4 }) }).name).toBe(
      "zeroOrder(central4)",
    );
    expect(backend.capabilities).toMatchObject({
      mode: "zero-order",
      exact: false,
      memory: "O(1)",
    });
    expect(backend.estimator.bias).toEqual({ power: 2, exactOnDegree: 2 });
  });

  test("calls f 2n + 1 times for a gradient or Jacobian, n + 1 times with forward differences", () => {
    for (const n of [1, 5, 256]) {
      let calls = 0;
      const f = (x: readonly number[]): number => {
        calls++;
        return x.reduce((s, xi) => s + xi * xi, 0);
      };
      const x = new Array<number>(n).fill(1);
      grad(f, { backend })(x);
      expect(calls).toBe(backend.estimator.queries(n));
      expect(calls).toBe(2 * n + 1);
      calls = 0;
      grad(f, { backend: zeroOrder({ estimator: finiteDifference({ scheme: "forward" }) }) })(x);
      expect(calls).toBe(n + 1);
    }
  });

  test("evaluates f once more for each 256 inputs beyond", () => {
    let calls = 0;
    const f = (x: readonly number[]): number => {
      calls++;
      return x[0] as number;
    };
    grad(f, { backend })(new Array<number>(600).fill(1));
    expect(calls).toBe(2 * 600 + 3);
  });

  test("is exact on polynomials of the degree that it declares, with exact steps", () => {
    const exactly = zeroOrder({ estimator: finiteDifference({ step: fixed(0.25) }) });
    expect(derivative((x: Value) => mul(x, x), { backend: exactly })(3)).toBe(6);
    const fourth = zeroOrder({ estimator: finiteDifference({ order: 4, step: fixed(0.25) }) });
    expect(derivative((x: number) => x ** 4, { backend: fourth })(2)).toBeCloseTo(32, 12);
  });

  test("gives the Jacobian, pushforward and pullback of the tape", () => {
    const x = [0.7, 1.3];
    const exact = jacobian(g, { backend: tape() })(x);
    expect(distance(jacobian(g, { backend })(x).flat(), exact.flat())).toBeLessThan(1e-9);
    const [, pushed] = jvp(g, { backend })(x, [0.3, -2]) as [number[], number[]];
    const [, reference] = jvp(g, { backend: forward() })(x, [0.3, -2]) as [number[], number[]];
    expect(distance(pushed, reference)).toBeLessThan(1e-9);
    const [, pull] = vjp(g, { backend })(x);
    const [, pullExact] = vjp(g, { backend: tape() })(x);
    const [a, b] = [pull([1, -1, 2]), pullExact([1, -1, 2])] as unknown as [number[], number[]];
    expect(distance(a, b)).toBeLessThan(1e-9);
    const [, push] = linearize(g, { backend })(x);
    expect(distance(push([0.3, -2]) as number[], reference)).toBeLessThan(1e-9);
  });

  test("⟨J v, w⟩ = ⟨v, Jᵀ w⟩", () => {
    const x = [0.7, 1.3];
    const [v, w] = [
      [0.4, -1.1],
      [0.5, 0.25, -2],
    ] as const;
    const [, pushed] = jvp(g, { backend })(x, v) as [number[], number[]];
    const [, pull] = vjp(g, { backend })(x);
    const pulled = pull(w);
    const dot = (a: readonly number[], b: readonly number[]): number =>
      a.reduce((s, ai, i) => s + ai * (b[i] as number), 0);
    expect(Math.abs(dot(pushed, w) - dot(v, pulled))).toBeLessThan(1e-9);
  });

  test("is indifferent to the length of the tangent", () => {
    for (const length of [1e-150, 1e-8, 1, 1e8, 1e150]) {
      const [, y] = jvp(sin as (x: number) => number, { backend })(1, length);
      expect(Math.abs(y / length - Math.cos(1))).toBeLessThan(1e-10);
    }
  });

  test("a zero tangent gives zero", () => {
    expect(jvp((x: number) => Math.exp(x), { backend })(1, 0)).toEqual([Math.exp(1), 0]);
  });

  test("finds the step for f32", () => {
    const x = tensor([0.5, 1, 2], { dtype: "f32" });
    const gradient = grad((v: Value) => sum(sin(v)), { backend })(x);
    expect(gradient.dtype).toBe("f32");
    expect(distance([...gradient.data], [...x.data].map(Math.cos))).toBeLessThan(3e-4);
  });

  test("hands through the by-product of f(x), not of a shifted point", () => {
    const f = (x: number): [number, { at: number }] => [x * x, { at: x }];
    const [value, aux] = grad(f, { backend, hasAux: true })(3);
    expect(value).toBeCloseTo(6, 8);
    expect(aux).toEqual({ at: 3 });
  });

  test("refuses what is not an estimator, a scheme, an order or a rule", () => {
    expect(() => zeroOrder({ estimator: "central" as never })).toThrow(ArgumentError);
    expect(() => finiteDifference({ scheme: "sideways" as never })).toThrow(
      /expected scheme to be "forward"/,
    );
    expect(() => finiteDifference({ scheme: "central", order: 3 })).toThrow(/one of 2, 4, 6, 8/);
    expect(() => finiteDifference({ scheme: "forward", order: 5 })).toThrow(ArgumentError);
    expect(() => finiteDifference({ step: 1e-6 as never })).toThrow(/write step: fixed\(1e-6\)/);
  });
});

describe("nesting", () => {
  const x = [-1.2, 1, 0.7];
  const exact = rosenbrockHessian(x).flat();
  const size = Math.max(...exact.map(Math.abs)); // about 1e3
  const error = (H: unknown): number => {
    const entries = (H as number[][]).flat();
    return Math.max(...entries.map((h, i) => Math.abs(h - (exact[i] as number)))) / size;
  };

  test.each([
    ["tape", tape()],
    ["forward", forward()],
  ])("differences of exact gradients by %s: Hessians to 1e-9", (_, backend) => {
    expect(error(hessian(rosenbrock, { backend, outer: zeroOrder() })(x))).toBeLessThan(1e-9);
    const Hv = hvp(rosenbrock, { backend, outer: zeroOrder() })(x, [1, 2, 3]);
    const want = rosenbrockHessian(x).map((row) => row[0]! + 2 * row[1]! + 3 * row[2]!);
    expect(distance(Hv, want)).toBeLessThan(1e-8);
  });

  test.each([
    ["tape", tape()],
    ["forward", forward()],
  ])("exact derivatives by %s of differences: Hessians to 1e-8", (_, outer) => {
    expect(error(hessian(rosenbrock, { backend: zeroOrder(), outer })(x))).toBeLessThan(1e-8);
  });

  test("differences of differences keep a third of the digits, and more when told of the noise", () => {
    const f = (z: readonly Value[]): Value => mul(sin(z[0] as Value), exp(z[1] as Value));
    const worst = (outer: ReturnType<typeof zeroOrder>): number =>
      Math.max(
        ...Array.from({ length: 50 }, (_, i) => {
          const [a, b] = [Math.sin(7.1 * i), Math.cos(3.3 * i)];
          const [s, c, e] = [Math.sin(a), Math.cos(a), Math.exp(b)];
          const H = hessian(f, { backend: zeroOrder(), outer })([a, b]);
          return distance(H.flat(), [-s * e, c * e, c * e, s * e]);
        }),
      );
    expect(worst(zeroOrder())).toBeLessThan(5e-6);
    const told = zeroOrder({ estimator: finiteDifference({ step: relative({ noise: 1e-11 }) }) });
    expect(worst(told)).toBeLessThan(2e-7);
  });

  test("an exact derivative inside f is differentiated through", () => {
    const inner = (z: Value): Value =>
      derivative(sin as (v: Value) => Value, { backend: tape() })(z);
    expect(derivative(inner, { backend: zeroOrder() })(1)).toBeCloseTo(-Math.sin(1), 9);
  });

  test("the perturbation inside is not confused with the one outside", () => {
    // d/dx [x · d/dy (x y)] = d/dx x² = 2x
    const f = (z: Value): Value => {
      const dy = derivative((y: Value) => mul(z, y), { backend: zeroOrder() })(1);
      return mul(z, dy);
    };
    expect(derivative(f, { backend: forward() })(3)).toBeCloseTo(6, 8);
  });
});

test("f sees a tensor in place of a Float64Array, as with every backend", () => {
  const f = (x: Value): Value => sum(mul(x, x));
  const gradient = grad(f, { backend: zeroOrder() })(new Float64Array([1, 2]) as never);
  expect(gradient).toBeInstanceOf(Float64Array);
  (gradient as unknown as Float64Array).forEach((d, i) => expect(d).toBeCloseTo(2 * (i + 1), 8));
});
