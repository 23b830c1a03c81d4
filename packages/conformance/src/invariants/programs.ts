import {
  add,
  cos,
  cumsum,
  div,
  exp,
  log,
  matmul,
  mul,
  sin,
  sqrt,
  square,
  sub,
  sum,
  Tensor,
  tanh,
  tensor,
  transpose,
  type Value,
} from "@wengert/ad-core";

/** A smooth function of a tensor and a point; its derivative is known by its properties only. */
export interface Program {
  readonly name: string;
  readonly f: (x: Value) => Value;
  readonly x: Tensor;
  /** The shape of f(x). */
  readonly result: readonly number[];
}

const W = tensor([
  [0.5, -0.3, 0.2],
  [0.1, 0.4, -0.6],
]);

export const programs: readonly Program[] = [
  {
    name: "a layer tanh(W x)",
    f: (x) => tanh(matmul(W, x)),
    x: tensor([0.3, -0.7, 1.1]),
    result: [2],
  },
  {
    name: "a quotient of elementary functions",
    f: (x) => div(mul(sin(x), exp(x)), add(1, square(x))),
    x: tensor([0.4, -1.2, 2.1, 0.05]),
    result: [4],
  },
  {
    name: "a normalised matrix",
    f: (x) => div(x, sqrt(add(1, sum(square(x))))),
    x: tensor([
      [0.2, 0.9],
      [-1.3, 0.6],
    ]),
    result: [2, 2],
  },
  {
    name: "the Gram matrix XᵀX",
    f: (x) => matmul(transpose(x), x),
    x: tensor([
      [1, 0.5, -0.25],
      [-2, 0.75, 0.3],
    ]),
    result: [3, 3],
  },
  {
    name: "running sums of logarithms",
    f: (x) => cumsum(log(x)),
    x: tensor([0.5, 1.5, 2.5]),
    result: [3],
  },
  {
    name: "log-sum-exp",
    f: (x) => log(sum(exp(x))),
    x: tensor([0.1, -0.4, 0.8, 1.7]),
    result: [],
  },
  {
    name: "a loop of Newton steps for √x",
    f: (x) => {
      let y: Value = x;
      for (let i = 0; i < 4; i++) y = mul(0.5, add(y, div(x, y)));
      return y;
    },
    x: tensor([2, 3, 0.5]),
    result: [3],
  },
  {
    name: "a pendulum stepped forward",
    f: (x) => {
      let [angle, speed]: [Value, Value] = [x, cos(x)];
      for (let i = 0; i < 5; i++) {
        speed = sub(speed, mul(0.1, sin(angle)));
        angle = add(angle, mul(0.1, speed));
      }
      return add(angle, speed);
    },
    x: tensor([0.6, -0.2]),
    result: [2],
  },
];

/** Fixed numbers that look random: the fractional parts of multiples of √2. */
export function scattered(shape: readonly number[], seed: number): Tensor {
  const size = shape.reduce((a, b) => a * b, 1);
  const data = Array.from({ length: size }, (_, i) => {
    const x = (i + 1 + 7.3 * seed) * Math.SQRT2;
    return 2 * (x - Math.floor(x)) - 1;
  });
  return tensor(data, { shape });
}
