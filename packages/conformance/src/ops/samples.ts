import * as ad from "@wengert/ad-core";
import { type OpName, ops, type Tensor, tensor, type Value } from "@wengert/ad-core";

/** A call of one op at a point where it is smooth. */
export interface OpSample {
  readonly f: (...x: readonly Value[]) => Value;
  readonly x: readonly Tensor[];
}

const vector = tensor([0.3, -0.7, 0.45]);
const positive = tensor([0.3, 1.7, 2.4]);
const above1 = tensor([1.2, 2.5, 3.7]);
const other = tensor([1.3, -0.4, 2.2]);
const matrix = tensor([
  [0.3, -1.2, 0.8],
  [1.5, 0.4, -0.6],
]);
const index = tensor([2, 0, 2], { dtype: "i32" });

const on = (f: unknown, ...x: Tensor[]): OpSample => ({ f: f as OpSample["f"], x });

/** An op that has no free function of its own, or one that hides it. */
function raw(name: OpName, ...x: Tensor[]): OpSample {
  const op = ops[name];
  if (typeof op === "function" || op.kind !== "elementwise") throw new TypeError(name);
  return op.arity === 1
    ? on((a: Value) => ad.applyUnary(op, a), ...x)
    : on((a: Value, b: Value) => ad.applyBinary(op, a, b), ...x);
}

/** Add a term with a derivative, so that an inert op is seen to contribute none. */
const beside = (f: (x: Value) => unknown): OpSample =>
  on((x: Value) => {
    const y = f(x);
    const number =
      y instanceof ad.Tensor && y.dtype === "bool" ? ad.convert(y, "f64") : (y as Value);
    return ad.add(number, ad.square(x));
  }, vector);

/**
 * A sample for every op. The record is total: an op without a sample does not compile, so no op can
 * be added without being tested.
 */
export const opSamples: { readonly [Name in OpName]: OpSample } = {
  abs: on(ad.abs, vector),
  acos: on(ad.acos, vector),
  acosh: on(ad.acosh, above1),
  asin: on(ad.asin, vector),
  asinh: on(ad.asinh, vector),
  atan: on(ad.atan, vector),
  atanh: on(ad.atanh, vector),
  cbrt: on(ad.cbrt, vector),
  cos: on(ad.cos, vector),
  cosh: on(ad.cosh, vector),
  digamma: on(ad.digamma, positive),
  erf: on(ad.erf, vector),
  erfDensity: raw("erfDensity", vector),
  erfc: on(ad.erfc, vector),
  erfcx: on(ad.erfcx, vector),
  erfinv: on(ad.erfinv, vector),
  exp: on(ad.exp, vector),
  exp2: on(ad.exp2, vector),
  expm1: on(ad.expm1, vector),
  i0: on(ad.i0, vector),
  i0e: on(ad.i0e, vector),
  i1: on(ad.i1, vector),
  i1e: on(ad.i1e, vector),
  integerPow: on((x: Value) => ad.integerPow(x, 3), vector),
  inverseMills: raw("inverseMills", vector),
  inverseMillsCurvature: raw("inverseMillsCurvature", vector),
  inverseMillsSlope: raw("inverseMillsSlope", vector),
  lgamma: on(ad.lgamma, positive),
  log: on(ad.log, positive),
  log10: on(ad.log10, positive),
  log1p: on(ad.log1p, positive),
  log2: on(ad.log2, positive),
  logNdtr: on(ad.logNdtr, vector),
  logSigmoid: on(ad.logSigmoid, vector),
  logistic: on(ad.logistic, vector),
  ndtr: on(ad.ndtr, vector),
  ndtri: on(ad.ndtri, tensor([0.2, 0.5, 0.9])),
  neg: on(ad.neg, vector),
  normalDensity: on(ad.normalDensity, vector),
  polygamma: on((x: Value) => ad.polygamma(2, x), positive),
  reciprocal: on(ad.reciprocal, vector),
  rsqrt: on(ad.rsqrt, positive),
  sech2: on(ad.sech2, vector),
  sin: on(ad.sin, vector),
  sinc: on(ad.sinc, vector),
  sinh: on(ad.sinh, vector),
  softplus: on(ad.softplus, vector),
  sqrt: on(ad.sqrt, positive),
  square: on(ad.square, vector),
  tan: on(ad.tan, vector),
  tanh: on(ad.tanh, vector),
  zeta: on((x: Value) => ad.zeta(2.5, x), positive),

  add: on(ad.add, matrix, other),
  atan2: on(ad.atan2, matrix, other),
  div: on(ad.div, matrix, other),
  floorMod: on(ad.floorMod, tensor([5.3, -5.3, 7.1]), tensor([2.2, 3.1, -3.3])),
  hypot: on(ad.hypot, matrix, other),
  logaddexp: on(ad.logaddexp, matrix, other),
  maximum: on(ad.maximum, matrix, other),
  minimum: on(ad.minimum, matrix, other),
  mul: on(ad.mul, matrix, other),
  mulStrong: on(ad.mulStrong, matrix, other),
  pow: on(ad.pow, positive, other),
  rem: on(ad.rem, tensor([5.3, -5.3, 7.1]), tensor([2.2, 3.1, -3.3])),
  share: on((a: Value, b: Value) => ad.add(ad.share(a, b), ad.mul(a, b)), matrix, other),
  sub: on(ad.sub, other, matrix),
  xlog1py: on(ad.xlog1py, other, positive),
  xlogy: on(ad.xlogy, other, positive),

  broadcastInDim: on((x: Value) => ad.broadcastInDim(x, [3, 2, 4], [0]), vector),
  concatenate: on((a: Value, b: Value) => ad.concatenate([a, b, a]), vector, other),
  convert: on((x: Value) => ad.convert(ad.convert(x, "f32"), "f64"), tensor([0.5, -0.75, 2])),
  cumsum: on((x: Value) => ad.cumsum(x, 0, { reverse: true }), matrix),
  dynamicSlice: on((x: Value) => ad.dynamicSlice(x, [1, 1], [1, 2]), matrix),
  dynamicUpdateSlice: on(
    (x: Value, u: Value) => ad.dynamicUpdateSlice(x, ad.reshape(u, [1, 3]), [1, 0]),
    matrix,
    vector,
  ),
  number: on((x: Value) => ad.mul(ad.toNumber(ad.sum(x)), x), vector),
  pad: on((x: Value) => ad.pad(x, [1, -1], [0, 2], { interior: [1, 2] }), matrix),
  reduceSum: on((x: Value) => ad.sum(x, 0), matrix),
  reshape: on((x: Value) => ad.reshape(x, [3, 2]), matrix),
  rev: on((x: Value) => ad.rev(x, 1), matrix),
  scalarTensor: on((x: Value) => ad.mul(ad.toScalarTensor(ad.toNumber(ad.sum(x))), x), vector),
  scatter: on((x: Value, u: Value) => ad.scatterAdd(x, index, u), other, vector),
  select: on((a: Value, b: Value) => ad.select(tensor([true, false, true]), a, b), vector, other),
  slice: on((x: Value) => ad.slice(x, [0, 0], [2, 3], [1, 2]), matrix),
  take: on((x: Value) => ad.take(x, index, 1), matrix),
  transpose: on((x: Value) => ad.transpose(x), matrix),

  dotGeneral: on(
    (a: Value, b: Value) => ad.dotGeneral(a, b, { contract: [[1], [0]] }),
    matrix,
    tensor([
      [0.2, -1.1],
      [0.7, 0.5],
      [-0.3, 1.9],
    ]),
  ),

  cumLogSumExp: on((x: Value) => ad.cumLogSumExp(x, 1), matrix),
  euclideanNorm: on((x: Value) => ad.norm(x, 0), matrix),
  linearRecurrence: on((a: Value, b: Value) => ad.linearRecurrence(a, b, 1), matrix, other),
  logSoftmax: on((x: Value) => ad.logSoftmax(x, 0), matrix),
  logSumExp: on((x: Value) => ad.logSumExp(x, 1), matrix),
  powerNorm: on((x: Value) => ad.norm(x, 1, { ord: 3.5 }), matrix),
  reduceMax: on((x: Value) => ad.max(x, 0), matrix),
  reduceMin: on((x: Value) => ad.min(x, 1), matrix),
  reduceProd: on((x: Value) => ad.prod(x, 0), matrix),
  softmax: on((x: Value) => ad.softmax(x), matrix),
  std: on((x: Value) => ad.std(x, 1), matrix),

  and: beside((x) => ad.and(ad.gt(x, 0), ad.lt(x, 0.4))),
  argmax: beside((x) => ad.convert(ad.argmax(x), "f64")),
  argmin: beside((x) => ad.convert(ad.argmin(x), "f64")),
  ceil: beside(ad.ceil),
  cummaxIndex: on((x: Value) => ad.square(ad.cummax(x, 1)), matrix),
  cumminIndex: on((x: Value) => ad.square(ad.cummin(x, 0)), matrix),
  eq: beside((x) => ad.eq(x, 0.35)),
  floor: beside(ad.floor),
  ge: beside((x) => ad.ge(x, 0)),
  gt: beside((x) => ad.gt(x, 0)),
  isFinite: beside(ad.isFinite),
  isNaN: beside(ad.isNaN),
  le: beside((x) => ad.le(x, 0)),
  lt: beside((x) => ad.lt(x, 0)),
  ne: beside((x) => ad.ne(x, 0.35)),
  not: beside((x) => ad.not(ad.gt(x, 0))),
  or: beside((x) => ad.or(ad.gt(x, 0.4), ad.lt(x, 0))),
  reduceAnd: beside((x) => Number(ad.all(ad.gt(x, 0)))),
  reduceOr: beside((x) => Number(ad.any(ad.gt(x, 0)))),
  round: beside(ad.round),
  sign: beside(ad.sign),
  stopGradient: beside((x) => ad.stopGradient(ad.floor(x))),
  trunc: beside(ad.trunc),
  xor: beside((x) => ad.xor(ad.gt(x, 0), ad.lt(x, 0.4))),
};
