import {
  add,
  derivative,
  div,
  exp,
  grad,
  gt,
  lt,
  mul,
  sin,
  square,
  sub,
  type Value,
} from "@wengert/ad-core";
import { close } from "../kit/compare.ts";
import type { Case } from "../kit/suite.ts";

interface Program {
  readonly name: string;
  readonly f: (x: Value) => Value;
  readonly points: readonly (readonly [x: number, slope: number])[];
}

function power(x: Value, n: number): Value {
  if (n === 0) return 1;
  const half = power(x, Math.floor(n / 2));
  const even = mul(half, half);
  return n % 2 === 0 ? even : mul(even, x);
}

function fibonacci(x: Value, n: number): Value {
  return n < 2 ? x : add(fibonacci(x, n - 1), fibonacci(x, n - 2));
}

function* powers(x: Value): Generator<Value> {
  for (let y: Value = x; ; y = mul(y, x)) yield y;
}

/** f as people write it: JavaScript runs, and the backend sees the ops that were taken. */
const programs: readonly Program[] = [
  {
    name: "if and else",
    f: (x) => {
      if (gt(x, 0)) return square(x);
      return mul(-3, x);
    },
    points: [
      [2, 4],
      [-2, -3],
    ],
  },
  {
    name: "a conditional expression",
    f: (x) => (lt(x, 1) ? exp(x) : mul(5, x)),
    points: [
      [0, 1],
      [3, 5],
    ],
  },
  {
    name: "a for loop",
    f: (x) => {
      let y: Value = 1;
      for (let i = 1; i <= 4; i++) y = mul(y, add(x, i));
      return y;
    },
    // d/dx (x+1)(x+2)(x+3)(x+4) at 0: 24 (1 + 1/2 + 1/3 + 1/4)
    points: [[0, 50]],
  },
  {
    name: "a while loop of a length that depends on the value",
    f: (x) => {
      let y: Value = x;
      while (lt(y, 100)) y = mul(y, 2);
      return y;
    },
    points: [
      [3, 64],
      [60, 2],
      [200, 1],
    ],
  },
  {
    name: "do, break and continue",
    f: (x) => {
      let y: Value = 0;
      let i = 0;
      do {
        i++;
        if (i === 2) continue;
        if (i > 4) break;
        y = add(y, mul(i, x));
      } while (i < 10);
      return y;
    },
    points: [[1, 8]],
  },
  { name: "recursion", f: (x) => power(x, 10), points: [[1.5, 10 * 1.5 ** 9]] },
  { name: "recursion on two branches", f: (x) => fibonacci(x, 10), points: [[0.3, 89]] },
  {
    name: "an early return from a nested loop",
    f: (x) => {
      for (let i = 1; i < 10; i++) {
        for (let j = 1; j < 10; j++) {
          if (gt(mul(x, i * j), 20)) return mul(x, i * j);
        }
      }
      return x;
    },
    points: [
      [3, 7],
      [0.1, 1],
    ],
  },
  {
    name: "switch, array methods and closures",
    f: (x) => {
      const parts = ["sin", "square", "none"].map((kind): Value => {
        switch (kind) {
          case "sin":
            return sin(x);
          case "square":
            return square(x);
          default:
            return 0;
        }
      });
      return parts.reduce((a, b) => add(a, b));
    },
    points: [[0.5, Math.cos(0.5) + 1]],
  },
  {
    name: "a generator",
    f: (x) => {
      let sum: Value = 0;
      let count = 0;
      for (const y of powers(x)) {
        if (++count > 3) break;
        sum = add(sum, y);
      }
      return sum;
    },
    points: [[2, 17]],
  },
  {
    name: "try and catch around an exception of f itself",
    f: (x) => {
      try {
        if (gt(x, 0)) throw new RangeError("positive");
        return x;
      } catch {
        return mul(7, x);
      }
    },
    points: [
      [1, 7],
      [-1, 1],
    ],
  },
  {
    name: "Newton's iteration until it converges",
    f: (x) => {
      let y: Value = 1;
      for (let i = 0; i < 30; i++) y = sub(y, div(sub(square(y), x), mul(2, y)));
      return y;
    },
    points: [[4, 0.25]],
  },
];

export const controlFlowCases: readonly Case[] = programs.map(({ name, f, points }) => ({
  name: `${name} in f`,
  run(backend, { first }) {
    if (!backend.capabilities.nativeControlFlow) return;
    for (const [x, slope] of points) {
      close(derivative(f, { backend })(x), slope, first * Math.max(1, Math.abs(slope)));
      close(grad(f, { backend })(x), slope, first * Math.max(1, Math.abs(slope)));
    }
  },
}));
