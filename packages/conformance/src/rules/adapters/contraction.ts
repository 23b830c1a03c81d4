import {
  add,
  broadcastTo,
  concatenate,
  dotGeneral,
  eye,
  kron,
  matmul,
  mul,
  outer,
  rankOf,
  reshape,
  shapeOf,
  sliceAxis,
  split,
  sub,
  sum,
  swapAxes,
  tensordot,
  transpose,
  type Value,
} from "@wengert/ad-core";
import { type Bound, type Rule, rule } from "../bound.ts";
import { inverse } from "./elimination.ts";
import { convolve, convolveTransposed } from "./windows.ts";

const mm: Rule = rule("a b", (p) => matmul(p.value("a"), p.value("b")));

/** β·x + α·(product). */
const plus = (product: (p: Bound) => Value): Rule =>
  rule("x a b", (p) =>
    add(mul(p.number("beta", 1), p.value("x")), mul(p.number("alpha", 1), product(p))),
  );

const product = (p: Bound): Value => matmul(p.value("a"), p.value("b"));

function cross(a: Value, b: Value, dim: number): Value {
  const [a1, a2, a3] = split(a, [1, 1, 1], dim) as [Value, Value, Value];
  const [b1, b2, b3] = split(b, [1, 1, 1], dim) as [Value, Value, Value];
  const minor = (p: Value, q: Value, r: Value, s: Value): Value => sub(mul(p, q), mul(r, s));
  return concatenate([minor(a2, b3, a3, b2), minor(a3, b1, a1, b3), minor(a1, b2, a2, b1)], dim);
}

function matrixPower(a: Value, n: number): Value {
  if (n === 0) return broadcastTo(eye(shapeOf(a).at(-1) as number), shapeOf(a));
  if (n < 0) return matrixPower(inverse(a), -n);
  const half = n > 1 ? matrixPower(a, Math.floor(n / 2)) : a;
  const even = n > 1 ? matmul(half, half) : a;
  return n > 1 && n % 2 === 1 ? matmul(even, a) : even;
}

function convolution(d: number): Rule {
  return rule("x weight bias", (p) => {
    const weight = p.value("weight");
    const kernel = shapeOf(weight).slice(2);
    const dilation = p.integers("dilation", d, 1);
    const same = p.text("padding") === "same";
    const x = same ? samePadded(p.value("x"), kernel, dilation) : p.value("x");
    return convolve(x, weight, p.maybe("bias"), {
      kernel,
      dilation,
      stride: p.integers("stride", d, 1),
      padding: same ? kernel.map(() => 0) : p.integers("padding", d, 0),
      groups: p.number("groups", 1),
    });
  });
}

/** Zeros around each axis so that the output is as long as the input; the odd one goes behind. */
function samePadded(x: Value, kernel: readonly number[], dilation: readonly number[]): Value {
  return kernel.reduce((y, k, i) => {
    const axis = i - kernel.length;
    const total = (dilation[i] as number) * (k - 1);
    const zeros = (n: number): Value =>
      mul(0, broadcastTo(sliceAxis(y, axis, 0, 1), shapeOf(y).with(axis, n)));
    const lo = Math.floor(total / 2);
    return concatenate([zeros(lo), y, zeros(total - lo)], axis);
  }, x);
}

function transposedConvolution(d: number): Rule {
  return rule("x weight bias", (p) => {
    const weight = p.value("weight");
    return convolveTransposed(p.value("x"), weight, p.maybe("bias"), {
      kernel: shapeOf(weight).slice(2),
      dilation: p.integers("dilation", d, 1),
      stride: p.integers("stride", d, 1),
      padding: p.integers("padding", d, 0),
      outputPadding: p.integers("output_padding", d, 0),
      groups: p.number("groups", 1),
    });
  });
}

/** y_k = aᵀ W_k b. */
function bilinear(a: Value, b: Value, weight: Value): Value {
  const [k, m, n] = shapeOf(weight) as [number, number, number];
  const left = matmul(a, reshape(transpose(weight, [1, 0, 2]), [m, k * n]));
  const rows = reshape(left, [...shapeOf(left).slice(0, -1), k, n]);
  return sum(mul(rows, reshape(b, [...shapeOf(b).slice(0, -1), 1, n])), -1);
}

/** Sums of products. */
export const contraction: Readonly<Record<string, Rule>> = {
  __rmatmul__: rule("a b", (p) => matmul(p.value("b"), p.value("a"))),
  addbmm: plus((p) => sum(product(p), 0)),
  addmm: plus(product),
  addmv: plus(product),
  addr: plus((p) => outer(p.value("a"), p.value("b"))),
  baddbmm: plus(product),
  cross: rule("a b dim", (p) => {
    const [a, b] = [p.value("a"), p.value("b")];
    return cross(a, b, p.number("dim", -1));
  }),
  dot: mm,
  inner: rule("a b", (p) => {
    const [a, b] = [p.value("a"), p.value("b")];
    if (rankOf(a) === 0 || rankOf(b) === 0) return mul(a, b);
    return dotGeneral(a, b, { contract: [[rankOf(a) - 1], [rankOf(b) - 1]] });
  }),
  kron: rule("a b", (p) => kron(p.value("a"), p.value("b"))),
  "linalg.matrix_power": rule("a n", (p) => matrixPower(p.value("a"), p.number("n"))),
  "linalg.multi_dot": rule("xs", (p) => p.values("xs").reduce((a, b) => matmul(a, b))),
  matmul: mm,
  mm,
  mv: mm,
  "nn.functional.bilinear": rule("a b weight bias", (p) => {
    const y = bilinear(p.value("a"), p.value("b"), p.value("weight"));
    return p.has("bias") ? add(y, p.value("bias")) : y;
  }),
  "nn.functional.conv1d": convolution(1),
  "nn.functional.conv2d": convolution(2),
  "nn.functional.conv_transpose1d": transposedConvolution(1),
  "nn.functional.conv_transpose2d": transposedConvolution(2),
  "nn.functional.linear": rule("x weight bias", (p) => {
    const y = matmul(p.value("x"), swapAxes(p.value("weight"), 0, 1));
    return p.has("bias") ? add(y, p.value("bias")) : y;
  }),
  outer: rule("a b", (p) => outer(p.value("a"), p.value("b"))),
  tensordot: rule("a b dims", (p) => {
    return tensordot(p.value("a"), p.value("b"), p.number("dims"));
  }),
  vdot: mm,
};
