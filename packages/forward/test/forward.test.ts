import {
  add,
  derivative,
  grad,
  jacobian,
  jvp,
  matmul,
  mul,
  sin,
  tanh,
  tensor,
  type Value,
} from "@wengert/ad-core";
import { expect, test } from "vitest";
import { forward } from "../src/index.ts";

const backend = forward();

test("a dual number carries value and tangent together", () => {
  expect(jvp((x: Value) => mul(x, sin(x)), { backend })(2, 1)).toEqual([
    2 * Math.sin(2),
    Math.sin(2) + 2 * Math.cos(2),
  ]);
});

test("every chunk gives the Jacobian of tanh(Ax)", () => {
  const A = tensor([
    [0.2, -0.5, 0.1],
    [0.7, 0.3, -0.4],
  ]);
  const x = [0.3, -0.2, 0.9];
  const closed = A.toArray() as number[][];
  const expected = closed.map((row) => {
    const t = Math.tanh(row.reduce((total, a, j) => total + a * (x[j] as number), 0));
    return row.map((a) => a * (1 - t * t));
  });
  for (const chunk of [1, 2, 3, 8]) {
    const J = jacobian((v: Value) => tanh(matmul(A, v)), { backend: forward({ chunk }) })(
      tensor(x),
    );
    (J.toArray() as number[][]).forEach((row, i) =>
      row.forEach((d, j) => expect(d).toBeCloseTo(expected[i]?.[j] as number, 15)),
    );
  }
});

test("the number of sweeps is ⌈n / chunk⌉", () => {
  const sweeps = (chunk: number): number => {
    let calls = 0;
    const f = (xs: Value[]): Value => {
      calls += 1;
      return xs.reduce((a, b) => add(a, b));
    };
    grad(f, { backend: forward({ chunk }) })(Array.from({ length: 10 }, (_, i) => i));
    return calls;
  };
  expect([sweeps(1), sweeps(3), sweeps(8), sweeps(16)]).toEqual([10, 4, 2, 1]);
});

test("derivatives nest to any order: the fourth derivative of sin is sin", () => {
  const D = (f: (x: Value) => Value): ((x: Value) => Value) => derivative(f, { backend });
  expect(D(D(D(D(sin))))(0.7)).toBeCloseTo(Math.sin(0.7), 14);
});

test("nothing of a long computation is kept: a million steps push one tangent", () => {
  const f = (x: Value): Value => {
    let y = x;
    for (let i = 0; i < 1_000_000; i++) y = sin(y);
    return y;
  };
  expect(derivative(f, { backend })(0)).toBe(1);
});

test("a chunk that is no positive integer is refused", () => {
  expect(() => forward({ chunk: 0 })).toThrow(
    /AD1104 ArgumentError: \[ad-forward\] forward: expected chunk/,
  );
});
