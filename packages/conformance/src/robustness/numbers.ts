import {
  add,
  derivative,
  div,
  exp,
  grad,
  gt,
  jacobian,
  log,
  maximum,
  minimum,
  mul,
  reciprocal,
  select,
  sin,
  sqrt,
  square,
  sum,
  tensor,
  type Value,
} from "@wengert/ad-core";
import { check, close } from "../kit/compare.ts";
import type { Case } from "../kit/suite.ts";

interface Point {
  readonly name: string;
  readonly f: (x: Value) => Value;
  readonly x: number;
  readonly slope: number;
}

/** Derivatives where IEEE numbers are not tame. */
const points: readonly Point[] = [
  { name: "x² at NaN is NaN", f: (x) => square(x), x: NaN, slope: NaN },
  { name: "x² at ∞ is ∞", f: (x) => square(x), x: Infinity, slope: Infinity },
  { name: "exp x at −∞ is 0", f: (x) => exp(x), x: -Infinity, slope: 0 },
  { name: "1/x at −0 is −∞", f: (x) => reciprocal(x), x: -0, slope: -Infinity },
  { name: "√x at 0 is ∞", f: (x) => sqrt(x), x: 0, slope: Infinity },
  { name: "3x at −0 is 3", f: (x) => mul(3, x), x: -0, slope: 3 },
  { name: "x² at the smallest subnormal", f: (x) => square(x), x: 5e-324, slope: 1e-323 },
  { name: "x · 1e-310 keeps a subnormal slope", f: (x) => mul(x, 1e-310), x: 1, slope: 1e-310 },
  { name: "a slope of 1e308", f: (x) => mul(x, 1e308), x: 1e-300, slope: 1e308 },
  {
    name: "max(x, 2x) at the tie 0 is averaged",
    f: (x) => maximum(x, mul(2, x)),
    x: 0,
    slope: 1.5,
  },
  {
    name: "min(x, 2x) at the tie 0 is averaged",
    f: (x) => minimum(x, mul(2, x)),
    x: 0,
    slope: 1.5,
  },
  {
    name: "log x behind a false test at 0 adds nothing",
    f: (x) => select(gt(x, 0) as unknown as boolean, log(x), 0),
    x: 0,
    slope: 0,
  },
  {
    name: "√x behind a false test at −1 adds nothing",
    f: (x) => select(gt(x, 0) as unknown as boolean, sqrt(x), x),
    x: -1,
    slope: 1,
  },
];

const length = 500_000;

export const numberCases: readonly Case[] = [
  ...points.map(
    ({ name, f, x, slope }): Case => ({
      name: `the derivative of ${name}`,
      needs: ["exact"],
      run(backend) {
        close([derivative(f, { backend })(x), grad(f, { backend })(x)], [slope, slope], 0);
      },
    }),
  ),
  {
    name: "a NaN in one entry does not reach the gradient of the others",
    needs: ["exact"],
    run(backend, { first }) {
      const g = grad((x: Value) => sum(select(gt(x, 0), square(x), mul(3, x))), {
        backend,
      });
      close(g(tensor([2, -1])), tensor([4, 3]), first);
      const j = jacobian((x: readonly Value[]) => x.map((v): Value => square(v)), { backend });
      close(
        j([1, NaN]),
        [
          [2, 0],
          [0, NaN],
        ],
        first,
      );
    },
  },
  {
    name: "the derivative of a value that overflows stays what calculus says",
    needs: ["exact"],
    run(backend) {
      const slope = derivative((x: Value) => div(x, add(x, 1)), { backend })(1e200) as number;
      check(slope === 0 || Math.abs(slope) < 1e-300, `expected nearly 0, got ${slope}`);
    },
  },
  {
    name: "a million operations on numbers: no stack overflow",
    run(backend, { first }) {
      const f = (x: Value): Value => {
        let y: Value = x;
        for (let i = 0; i < length; i++) y = add(mul(y, 0.999999), 1e-6);
        return y;
      };
      const slope = 0.999999 ** length;
      close(derivative(f, { backend })(0.5), slope, Math.max(first, 1e-9));
      close(grad(f, { backend })(0.5), slope, Math.max(first, 1e-9));
    },
  },
  {
    name: "twenty thousand operations on tensors: no stack overflow",
    run(backend, { first }) {
      const f = (x: Value): Value => {
        let y: Value = x;
        for (let i = 0; i < 10_000; i++) y = add(mul(y, 0.9999), 1e-4);
        return sum(sin(y));
      };
      const last = 1 + (0.5 - 1) * 0.9999 ** 10_000;
      const slope = Math.cos(last) * 0.9999 ** 10_000;
      close(grad(f, { backend })(tensor([0.5])), tensor([slope]), Math.max(first, 1e-9));
    },
  },
];
