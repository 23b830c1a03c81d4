import {
  abs,
  add,
  clamp,
  div,
  exp,
  expm1,
  ge,
  gt,
  le,
  log1p,
  logistic,
  logSigmoid,
  mul,
  ndtr,
  neg,
  rankOf,
  relu,
  reshape,
  select,
  shapeOf,
  sign,
  sliceAxis,
  softplus,
  sub,
  tanh,
  type Value,
} from "@wengert/ad-core";
import { type Rule, rule } from "../bound.ts";

const one = (f: (x: Value) => Value): Rule => rule("x", (p) => f(p.value("x")));

const elu = (x: Value, alpha: number): Value =>
  select(gt(x, 0), x, mul(alpha, expm1(div(x, alpha))));

const relu6 = (x: Value): Value => clamp(x, 0, 6);

/** SELU's constants (Klambauer et al. 2017). */
const selu = { alpha: 1.6732632423543772, scale: 1.0507009873554805 };

/** One slope for all, or one per channel (axis 1). */
function prelu(x: Value, weight: Value): Value {
  const channels = shapeOf(weight)[0] ?? 1;
  const rank = rankOf(x);
  const shape = rank < 2 ? [] : [channels, ...new Array<number>(rank - 2).fill(1)];
  const slope = channels === 1 && rank < 2 ? reshape(weight, []) : reshape(weight, shape);
  return select(gt(x, 0), x, mul(slope, x));
}

/** Activation functions of neural networks. */
export const activation: Readonly<Record<string, Rule>> = {
  "nn.functional.celu": rule("x alpha", (p) => elu(p.value("x"), p.number("alpha", 1))),
  "nn.functional.elu": rule("x alpha", (p) => {
    const x = p.value("x");
    return select(gt(x, 0), x, mul(p.number("alpha", 1), expm1(x)));
  }),
  "nn.functional.gelu": one((x) => mul(x, ndtr(x))),
  "nn.functional.glu": rule("x dim", (p) => {
    const [x, dim] = [p.value("x"), p.number("dim", -1)];
    const n = (shapeOf(x).at(dim) as number) / 2;
    return mul(sliceAxis(x, dim, 0, n), logistic(sliceAxis(x, dim, n)));
  }),
  "nn.functional.hardshrink": rule("x lambd", (p) => {
    const [x, lambd] = [p.value("x"), p.number("lambd", 0.5)];
    return select(gt(x, lambd), x, select(gt(neg(x), lambd), x, 0));
  }),
  "nn.functional.hardsigmoid": one((x) => div(relu6(add(x, 3)), 6)),
  "nn.functional.hardswish": one((x) => div(mul(x, relu6(add(x, 3))), 6)),
  "nn.functional.hardtanh": rule("x min_val max_val", (p) => {
    const [x, lo, hi] = [p.value("x"), p.number("min_val", -1), p.number("max_val", 1)];
    return select(le(x, lo), lo, select(ge(x, hi), hi, x));
  }),
  "nn.functional.leaky_relu": one((x) => select(gt(x, 0), x, mul(0.01, x))),
  "nn.functional.logsigmoid": one(logSigmoid),
  "nn.functional.mish": one((x) => mul(x, tanh(softplus(x)))),
  "nn.functional.prelu": rule("x weight", (p) => prelu(p.value("x"), p.value("weight"))),
  "nn.functional.relu": one(relu),
  "nn.functional.relu6": one(relu6),
  "nn.functional.selu": one((x) => mul(selu.scale, select(gt(x, 0), x, mul(selu.alpha, expm1(x))))),
  "nn.functional.silu": one((x) => mul(x, logistic(x))),
  "nn.functional.softplus": rule("x beta threshold", (p) => {
    const [x, beta] = [p.value("x"), p.number("beta", 1)];
    const scaled = mul(beta, x);
    return select(gt(scaled, p.number("threshold", 20)), x, div(log1p(exp(scaled)), beta));
  }),
  "nn.functional.softshrink": rule("x lambd", (p) => {
    const [x, lambd] = [p.value("x"), p.number("lambd", 0.5)];
    return select(gt(abs(x), lambd), sub(x, mul(lambd, sign(x))), 0);
  }),
  "nn.functional.softsign": one((x) => div(x, add(1, abs(x)))),
  "nn.functional.tanhshrink": one((x) => sub(x, tanh(x))),
  "nn.functional.threshold": rule("x threshold value", (p) => {
    const x = p.value("x");
    return select(gt(x, p.number("threshold")), x, p.number("value"));
  }),
};
