import {
  abs,
  acosh,
  add,
  asin,
  atan2,
  atanh,
  clamp,
  cumprod,
  digamma,
  erfinv,
  floor,
  floorMod,
  gt,
  hypot,
  integerPow,
  lgamma,
  log,
  log1p,
  logaddexp,
  logistic,
  logSumExp,
  max,
  maximum,
  minimum,
  mul,
  norm,
  pow,
  prod,
  relu,
  rem,
  round,
  rsqrt,
  select,
  sign,
  sinc,
  softplus,
  sqrt,
  square,
  std,
  sum,
  type Tensor,
  take,
  tan,
  tanh,
  tensor,
  type Value,
  variance,
  xlogy,
} from "@wengert/ad-core";
import { gatherOrder, order } from "../rules/adapters/ranking.ts";

/** A function and a point, with what the principles fix about its derivatives there. */
export interface EdgeProgram {
  readonly f: (...args: Value[]) => Value;
  readonly at: readonly (number | Tensor)[];
  /**
   * The Hessian, row by row over all scalars of all arguments, where the conventions fix it. NaN
   * means that it is not fixed.
   */
  readonly hessian?: readonly (readonly number[])[];
  /** What we give where a hand-written formula leaves the table's NaN behind, and why. */
  readonly instead?: { readonly gradient: readonly unknown[]; readonly reason: string };
}

const one = (f: (x: Value) => Value, x: number, second?: number): EdgeProgram => ({
  f: f,
  at: [x],
  ...(second === undefined ? {} : { hessian: [[second]] }),
});

const two = (
  f: (a: Value, b: Value) => Value,
  a: number,
  b: number,
  hessian?: readonly (readonly number[])[],
): EdgeProgram => ({
  f: f,
  at: [a, b],
  ...(hessian === undefined ? {} : { hessian }),
});

const vector = (
  f: (x: Value) => Value,
  x: readonly number[],
  hessian?: readonly (readonly number[])[],
): EdgeProgram => ({
  f: f,
  at: [tensor(x)],
  ...(hessian === undefined ? {} : { hessian }),
});

const zero2 = [
  [0, 0],
  [0, 0],
];

const { PI } = Math;
const strongZero = "the factor that is exactly 0 wins over the infinite partial (strong zero)";

/** The programs behind the rows of `data/edge-conventions.json.gz`, by the name of the row. */
export const edgePrograms: Readonly<Record<string, EdgeProgram>> = {
  "sqrt(0)": one(sqrt, 0, -Infinity),
  "rsqrt(0)": one(rsqrt, 0, Infinity),
  "abs(0)": one(abs, 0, 0),
  "sign(0)": one(sign, 0, 0),
  "x**2 @0 (int exp)": one((x) => integerPow(x as Tensor, 2), 0, 2),
  "x**1 @0": one((x) => integerPow(x as Tensor, 1), 0, 0),
  "x**0 @0": one((x) => integerPow(x as Tensor, 0), 0, 0),
  "x**0.5 @0": one((x) => pow(x, 0.5), 0, -Infinity),
  "pow(0,0) both active": two(pow, 0, 0),
  "pow(0,1)": two(pow, 0, 1),
  "pow(0,2)": two(pow, 0, 2, [
    [2, 0],
    [0, 0],
  ]),
  "pow(0,0.5)": two(pow, 0, 0.5),
  "pow(-1,2) both active": two(pow, -1, 2),
  "pow(0,-1)": two(pow, 0, -1),
  "x*log(x) @0": one((x) => mul(x, log(x)), 0),
  "xlogy(x,x) @0": one((x) => xlogy(x, x), 0),
  "xlogy(0,0)": two(xlogy, 0, 0),
  "maximum tie": two(maximum, 1, 1, zero2),
  "minimum tie": two(minimum, 1, 1, zero2),
  "fmax tie": two(maximum, 1, 1, zero2),
  "max(dim) of [1,1,0]": vector((x) => sum(max(x, 0)), [1, 1, 0]),
  "max() global of [1,1,0]": vector((x) => max(x), [1, 1, 0]),
  "amax of [1,1,0]": vector((x) => max(x, -1), [1, 1, 0]),
  "sort ties [1,1,0] weighted": vector(
    (x) => sum(mul(gatherOrder(x, order(x, 0), 0), tensor([1, 2, 3]))),
    [1, 1, 0],
  ),
  "relu(0)": one(relu, 0, 0),
  "clamp(x,0,1) @0": one((x) => clamp(x, 0, 1), 0, 0),
  "clamp(x,0,1) @1": one((x) => clamp(x, 0, 1), 1, 0),
  "clamp tensor bounds @ x=lo=0,hi=1": { f: clamp, at: [0, 0, 1] },
  "norm2([0,0])": vector((x) => norm(x), [0, 0], zero2),
  "sqrt(sum x^2) [0,0]": {
    ...vector((x) => sqrt(sum(square(x))), [0, 0]),
    instead: { gradient: [[0, 0]], reason: strongZero },
  },
  "norm1([0,1])": vector((x) => norm(x, undefined, { ord: 1 }), [0, 1], zero2),
  "norminf([1,1])": vector((x) => norm(x, undefined, { ord: Infinity }), [1, 1], zero2),
  "hypot(0,0)": two(hypot, 0, 0),
  "atan2(0,0)": two(atan2, 0, 0),
  "cbrt-like sign*|x|^(1/3) @0": {
    ...one((x) => mul(sign(x), pow(abs(x), 1 / 3)), 0),
    instead: { gradient: [0], reason: `${strongZero}; cbrt gives ∞` },
  },
  "where(x>0,log x,0) @0": one((x) => select(gt(x, 0), log(x), 0), 0, 0),
  "where(x>0,sqrt x,0) @0": one((x) => select(gt(x, 0), sqrt(x), 0), 0, 0),
  "where(x>0,sqrt x,x) @-1": one((x) => select(gt(x, 0), sqrt(x), x), -1, 0),
  "floor(1.5)": one(floor, 1.5, 0),
  "round(.5)": one(round, 0.5, 0),
  "fmod(5,3)": two(rem, 5, 3, zero2),
  "remainder(-5,3)": two(floorMod, -5, 3, zero2),
  "fmod(6,3) boundary": two(rem, 6, 3, zero2),
  "log(0)": one(log, 0, -Infinity),
  "log1p(-1)": one(log1p, -1, -Infinity),
  "asin(1)": one(asin, 1, Infinity),
  "acosh(1)": one(acosh, 1, -Infinity),
  "atanh(1)": one(atanh, 1, Infinity),
  "tan(0)": one(tan, 0, 0),
  "sinc(0)": one(sinc, 0, -(PI ** 2) / 3),
  "lgamma(0)": one(lgamma, 0),
  "lgamma(-1)": one(lgamma, -1),
  "lgamma(1)": one(lgamma, 1, PI ** 2 / 6),
  "digamma(0)": one(digamma, 0),
  "erfinv(1)": one(erfinv, 1),
  "logsumexp([-inf,-inf])": vector((x) => logSumExp(x), [-Infinity, -Infinity]),
  "logaddexp(-inf,-inf)": two(logaddexp, -Infinity, -Infinity),
  "logaddexp(0,0)": two(logaddexp, 0, 0, [
    [0.25, -0.25],
    [-0.25, 0.25],
  ]),
  "softplus(0)": one(softplus, 0, 0.25),
  "sigmoid(-800)": one(logistic, -800, 0),
  "tanh(800)": one(tanh, 800, 0),
  "prod([0,2,3])": vector(
    (x) => prod(x),
    [0, 2, 3],
    [
      [0, 3, 2],
      [3, 0, 0],
      [2, 0, 0],
    ],
  ),
  "prod([0,0,3])": vector(
    (x) => prod(x),
    [0, 0, 3],
    [
      [0, 3, 0],
      [3, 0, 0],
      [0, 0, 0],
    ],
  ),
  "cumprod([0,2,3])": vector(
    (x) => sum(cumprod(x)),
    [0, 2, 3],
    [
      [0, 4, 2],
      [4, 0, 0],
      [2, 0, 0],
    ],
  ),
  "cumprod([0,0,3])": vector(
    (x) => sum(cumprod(x)),
    [0, 0, 3],
    [
      [0, 4, 0],
      [4, 0, 0],
      [0, 0, 0],
    ],
  ),
  "std([1,1,1])": vector(
    (x) => std(x),
    [1, 1, 1],
    [
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ],
  ),
  "var([1,1,1])": vector(
    (x) => variance(x),
    [1, 1, 1],
    [
      [2 / 3, -1 / 3, -1 / 3],
      [-1 / 3, 2 / 3, -1 / 3],
      [-1 / 3, -1 / 3, 2 / 3],
    ],
  ),
  "x[idx] duplicated index gather": vector((x) => sum(take(x, [0, 0, 1])), [1, 2]),
  "unused arg f(x,y)=x": two((x) => add(x, 0), 1, 1, zero2),
};

/** Rows that the op set does not reach, with the reason. */
export const edgesOutOfScope: Readonly<Record<string, string>> = {
  "median even ties [1,1,2]": "the op set has no median",
  "det singular [[1,2],[2,4]]": "belongs to the linear algebra package",
  "eigvalsh degenerate I2 sum(w*[1,2])": "belongs to the linear algebra package",
  "eigh vecs degenerate I2": "belongs to the linear algebra package",
  "svdvals degenerate I2": "belongs to the linear algebra package",
  "svd U degenerate I2": "belongs to the linear algebra package",
  "cholesky: grad of sum on nonsym pert": "belongs to the linear algebra package",
};

/** Points of the data's second list, each with the row that decides it. */
export const edgePoints: Readonly<Record<string, string>> = {
  "clamp at bound": "clamp(x,0,1) @0",
  "abs at 0": "abs(0)",
  "binary max tie": "maximum tie",
  "reduce max with ties [1,1,0]": "max() global of [1,1,0]",
  "pow(0,0)": "pow(0,0) both active",
  "pow(0,2) partial in y": "pow(0,2)",
  "prod with zeros": "prod([0,2,3])",
  "where(x>0, log x, 0) at 0": "where(x>0,log x,0) @0",
  "unused argument": "unused arg f(x,y)=x",
};

/** Programs of our own that the principles decide, with their gradient. */
export const ownEdges: Readonly<
  Record<string, EdgeProgram & { readonly gradient: readonly unknown[] }>
> = {
  "max(0,x) at 0 written as max": { ...one((x) => maximum(x, 0), 0, 0), gradient: [0.5] },
  // the zero of z is active: dropping the adjoint on its value would lose these second derivatives
  "(x*y)*z at z=0": {
    f: (x: Value, y: Value, z: Value) => mul(mul(x, y), z),
    at: [2, 5, 0],
    gradient: [0, 0, 10],
    hessian: [
      [0, 0, 5],
      [0, 0, 2],
      [5, 2, 0],
    ],
  },
};
