import {
  type Backend,
  grad,
  hvp,
  jacobian,
  jvp,
  key,
  mul,
  normal,
  type OpName,
  sum,
  Tensor,
  type Value,
  vjp,
} from "@wengert/ad-core";
import { forward } from "@wengert/ad-forward";
import { tape } from "@wengert/ad-tape";
import { describe, expect, test } from "vitest";
import { opSamples } from "../src/ops/samples.ts";

const names = Object.keys(opSamples) as OpName[];
const numbers = (x: unknown): number[] =>
  x instanceof Tensor ? Array.from(x.data) : Array.isArray(x) ? x.flatMap(numbers) : [x as number];
const close = (a: unknown, b: unknown, tolerance: number): void => {
  const [p, q] = [numbers(a), numbers(b)];
  const scale = Math.max(1, ...q.map(Math.abs));
  expect(p.length).toBe(q.length);
  p.forEach((x, i) => expect(Math.abs(x - (q[i] as number)) / scale).toBeLessThan(tolerance));
};
const dot = (a: unknown, b: unknown): number => {
  const q = numbers(b);
  return numbers(a).reduce((total, x, i) => total + x * (q[i] as number), 0);
};

/** All operands in one array, so that each operator differentiates them together. */
const joint = (name: OpName) => {
  const { f, x } = opSamples[name];
  const together = (xs: readonly Value[]): Value => f(...xs);
  const directions = x.map((leaf, i) => normal(key(1, i), leaf.shape));
  const shifted = (h: number): Tensor[] =>
    x.map(
      (leaf, i) =>
        new Tensor(
          Float64Array.from(
            leaf.data,
            (v, k) => v + h * ((directions[i] as Tensor).data[k] as number),
          ),
          leaf.shape,
          "f64",
        ),
    );
  return { together, x: x as Tensor[], directions, shifted };
};

const h = 1e-5;
const rough = new Set<OpName>(["convert"]); // rounds to f32 on the way

describe.each(names.filter((name) => !rough.has(name)))("%s", (name) => {
  const { together, x, directions, shifted } = joint(name);
  const loss = (xs: readonly Value[]): Value => {
    const y = together(xs);
    return sum(mul(y, y));
  };

  test.each([forward({ chunk: 1 }), forward({ chunk: 3 })] as Backend[])(
    "J ẋ of $name agrees with the central difference",
    (backend) => {
      const [, tangent] = jvp(together, { backend })(x, directions);
      const [up, down] = [numbers(together(shifted(h))), numbers(together(shifted(-h)))];
      close(
        tangent,
        up.map((u, i) => (u - (down[i] as number)) / (2 * h)),
        2e-8,
      );
    },
  );

  test("⟨w, J ẋ⟩ = ⟨Jᵀ w, ẋ⟩ between forward mode and the tape", () => {
    const [y, tangent] = jvp(together, { backend: forward() })(x, directions) as [Tensor, Tensor];
    const w = normal(key(2), y.shape);
    const [, pull] = vjp(together, { backend: tape() })(x);
    const left = dot(w, tangent);
    expect(Math.abs(left - dot(pull(w), directions))).toBeLessThan(
      1e-12 * Math.max(1, Math.abs(left)),
    );
  });

  test("a bundle of tangents is as good as one at a time, and as the tape", () => {
    const reference = jacobian(together, { backend: tape() })(x);
    for (const chunk of [1, 2, 4, 64])
      close(jacobian(together, { backend: forward({ chunk }) })(x), reference, 1e-12);
  });

  test("the four nestings of a Hessian–vector product agree with each other and with differences", () => {
    const gradient = grad(loss, { backend: tape() });
    const [up, down] = [numbers(gradient(shifted(h))), numbers(gradient(shifted(-h)))];
    const reference = up.map((u, i) => (u - (down[i] as number)) / (2 * h));
    for (const [outer, backend] of [
      [forward(), tape()],
      [tape(), tape()],
      [tape(), forward({ chunk: 2 })],
      [forward({ chunk: 3 }), forward({ chunk: 2 })],
    ] as [Backend, Backend][]) {
      close(hvp(loss, { backend, outer })(x, directions), reference, 2e-7);
    }
  });
});

test("convert passes the derivative through both roundings", () => {
  const { together, x } = joint("convert");
  expect(
    numbers(grad((xs: readonly Value[]) => sum(together(xs)), { backend: tape() })(x)),
  ).toEqual([1, 1, 1]);
});
