import type { Op } from "../op.ts";
import { argmax, argmin } from "./argmax.ts";
import * as arithmetic from "./arithmetic.ts";
import * as bessel from "./bessel.ts";
import { broadcastInDimOp } from "./broadcast.ts";
import * as compare from "./compare.ts";
import { concatenateOp } from "./concatenate.ts";
import { convertOp } from "./convert.ts";
import { cumLogSumExpOp } from "./cum-log-sum-exp.ts";
import { cumsumOp } from "./cumsum.ts";
import { cummax, cummin } from "./cumulative-extremum.ts";
import { dotGeneralOp } from "./dot-general.ts";
import { dynamicSliceOp, dynamicUpdateSliceOp } from "./dynamic-slice.ts";
import * as entropic from "./entropic.ts";
import * as error from "./error-functions.ts";
import * as exponential from "./exponential.ts";
import * as extremum from "./extremum.ts";
import { digamma, lgamma, polygammaOp, zetaOp } from "./gamma-functions.ts";
import * as hyperbolic from "./hyperbolic.ts";
import { linearRecurrenceOp } from "./linear-recurrence.ts";
import { logSumExp } from "./log-sum-exp.ts";
import * as logistic from "./logistic.ts";
import { euclideanNormOp, powerNormOp } from "./norm.ts";
import * as normal from "./normal-law.ts";
import { padOp } from "./pad.ts";
import * as powers from "./powers.ts";
import { max, min } from "./reduce-extremum.ts";
import { all, any } from "./reduce-logical.ts";
import { prod } from "./reduce-prod.ts";
import { reshapeOp } from "./reshape.ts";
import { revOp } from "./rev.ts";
import * as rounding from "./rounding.ts";
import { numberOp, scalarTensorOp } from "./scalar.ts";
import { selectOp } from "./select.ts";
import { sincOp } from "./sinc.ts";
import { sliceOp } from "./slice.ts";
import { logSoftmaxOp, softmaxOp } from "./softmax.ts";
import { stdOp } from "./statistics.ts";
import { stopGradientOp } from "./stop-gradient.ts";
import { reduceSumOp } from "./sum.ts";
import { scatterOp, takeOp } from "./take.ts";
import { transposeOp } from "./transpose.ts";
import * as trigonometric from "./trigonometric.ts";

/** Unary elementwise ops. */
type UnaryName =
  | "abs"
  | "acos"
  | "acosh"
  | "asin"
  | "asinh"
  | "atan"
  | "atanh"
  | "cbrt"
  | "cos"
  | "cosh"
  | "digamma"
  | "erf"
  | "erfDensity"
  | "erfc"
  | "erfcx"
  | "erfinv"
  | "exp"
  | "exp2"
  | "expm1"
  | "i0"
  | "i0e"
  | "i1"
  | "i1e"
  | "integerPow"
  | "inverseMills"
  | "inverseMillsCurvature"
  | "inverseMillsSlope"
  | "lgamma"
  | "log"
  | "log10"
  | "log1p"
  | "log2"
  | "logNdtr"
  | "logSigmoid"
  | "logistic"
  | "ndtr"
  | "ndtri"
  | "neg"
  | "normalDensity"
  | "polygamma"
  | "reciprocal"
  | "rsqrt"
  | "sech2"
  | "sin"
  | "sinc"
  | "sinh"
  | "softplus"
  | "sqrt"
  | "square"
  | "tan"
  | "tanh"
  | "zeta";

/** Binary elementwise ops. */
type BinaryName =
  | "add"
  | "atan2"
  | "div"
  | "floorMod"
  | "hypot"
  | "logaddexp"
  | "maximum"
  | "minimum"
  | "mul"
  | "mulStrong"
  | "pow"
  | "rem"
  | "share"
  | "sub"
  | "xlog1py"
  | "xlogy";

type LinearName =
  | "broadcastInDim"
  | "concatenate"
  | "convert"
  | "cumsum"
  | "dynamicSlice"
  | "dynamicUpdateSlice"
  | "number"
  | "pad"
  | "reduceSum"
  | "reshape"
  | "rev"
  | "scalarTensor"
  | "scatter"
  | "select"
  | "slice"
  | "take"
  | "transpose";

type BilinearName = "dotGeneral";

type StructuredName =
  | "cumLogSumExp"
  | "euclideanNorm"
  | "linearRecurrence"
  | "logSoftmax"
  | "logSumExp"
  | "powerNorm"
  | "reduceMax"
  | "reduceMin"
  | "reduceProd"
  | "softmax"
  | "std";

type InertName =
  | "and"
  | "argmax"
  | "argmin"
  | "ceil"
  | "cummaxIndex"
  | "cumminIndex"
  | "eq"
  | "floor"
  | "ge"
  | "gt"
  | "isFinite"
  | "isNaN"
  | "le"
  | "lt"
  | "ne"
  | "not"
  | "or"
  | "reduceAnd"
  | "reduceOr"
  | "round"
  | "sign"
  | "stopGradient"
  | "trunc"
  | "xor";

/** The name of every op: a graph, an engine and a rule table know ops by these. */
export type OpName =
  | UnaryName
  | BinaryName
  | LinearName
  | BilinearName
  | StructuredName
  | InertName;

/**
 * An op, or a family of ops with one static parameter (the exponent, the order).
 */
export type OpEntry = Op | ((parameter: number) => Op);

/**
 * Every op by name, the single source of truth: the record is total, so an op without an entry is a
 * compile error, and so is an entry without its kernel and its local Jacobian.
 */
export const ops: OpTable = /*#__PURE__*/ table();

type OpTable = { readonly [Name in OpName]: OpEntry };

/** A function, so that a bundler may drop the table where nobody asks for it. */
function table(): OpTable {
  return {
    // elementwise, one operand
    abs: rounding.abs.op,
    acos: trigonometric.acos.op,
    acosh: hyperbolic.acosh.op,
    asin: trigonometric.asin.op,
    asinh: hyperbolic.asinh.op,
    atan: trigonometric.atan.op,
    atanh: hyperbolic.atanh.op,
    cbrt: powers.cbrt.op,
    cos: trigonometric.cos.op,
    cosh: hyperbolic.cosh.op,
    digamma: digamma.op,
    erf: error.erf.op,
    erfDensity: error.erfDensity.op,
    erfc: error.erfc.op,
    erfcx: error.erfcx.op,
    erfinv: error.erfinv.op,
    exp: exponential.exp.op,
    exp2: exponential.exp2.op,
    expm1: exponential.expm1.op,
    i0: bessel.i0.op,
    i0e: bessel.i0e.op,
    i1: bessel.i1.op,
    i1e: bessel.i1e.op,
    integerPow: powers.integerPowerOp,
    inverseMills: normal.mills.op,
    inverseMillsCurvature: normal.millsCurvature.op,
    inverseMillsSlope: normal.millsSlope.op,
    lgamma: lgamma.op,
    log: exponential.log.op,
    log10: exponential.log10.op,
    log1p: exponential.log1p.op,
    log2: exponential.log2.op,
    logNdtr: normal.logNdtr.op,
    logSigmoid: logistic.logSigmoid.op,
    logistic: logistic.logistic.op,
    ndtr: normal.ndtr.op,
    ndtri: normal.ndtri.op,
    neg: arithmetic.neg.op,
    normalDensity: normal.normalDensity.op,
    polygamma: polygammaOp,
    reciprocal: arithmetic.reciprocal.op,
    rsqrt: powers.rsqrt.op,
    sech2: hyperbolic.sech2.op,
    sin: trigonometric.sin.op,
    sinc: sincOp,
    sinh: hyperbolic.sinh.op,
    softplus: logistic.softplus.op,
    sqrt: powers.sqrt.op,
    square: arithmetic.square.op,
    tan: trigonometric.tan.op,
    tanh: hyperbolic.tanh.op,
    zeta: zetaOp,
    // elementwise, two operands
    add: arithmetic.add.op,
    atan2: trigonometric.atan2.op,
    div: arithmetic.div.op,
    floorMod: extremum.floorMod.op,
    hypot: powers.hypot.op,
    logaddexp: logistic.logaddexp.op,
    maximum: extremum.maximum.op,
    minimum: extremum.minimum.op,
    mul: arithmetic.mul.op,
    mulStrong: arithmetic.mulStrong.op,
    pow: powers.pow.op,
    rem: extremum.rem.op,
    share: extremum.share.op,
    sub: arithmetic.sub.op,
    xlog1py: entropic.xlog1py.op,
    xlogy: entropic.xlogy.op,
    // linear
    broadcastInDim: broadcastInDimOp,
    concatenate: concatenateOp,
    convert: convertOp,
    cumsum: cumsumOp,
    dynamicSlice: dynamicSliceOp,
    dynamicUpdateSlice: dynamicUpdateSliceOp,
    number: numberOp,
    pad: padOp,
    reduceSum: reduceSumOp,
    reshape: reshapeOp,
    rev: revOp,
    scalarTensor: scalarTensorOp,
    scatter: scatterOp,
    select: selectOp,
    slice: sliceOp,
    take: takeOp,
    transpose: transposeOp,
    // bilinear
    dotGeneral: dotGeneralOp,
    // structured
    cumLogSumExp: cumLogSumExpOp,
    euclideanNorm: euclideanNormOp,
    linearRecurrence: linearRecurrenceOp,
    logSoftmax: logSoftmaxOp,
    logSumExp: logSumExp.op,
    powerNorm: powerNormOp,
    reduceMax: max.op,
    reduceMin: min.op,
    reduceProd: prod.op,
    softmax: softmaxOp,
    std: stdOp,
    // inert
    and: compare.and.op,
    argmax: argmax.op,
    argmin: argmin.op,
    ceil: rounding.ceil.op,
    cummaxIndex: cummax.op,
    cumminIndex: cummin.op,
    eq: compare.eq.op,
    floor: rounding.floor.op,
    ge: compare.ge.op,
    gt: compare.gt.op,
    isFinite: compare.isFinite.op,
    isNaN: compare.isNaN.op,
    le: compare.le.op,
    lt: compare.lt.op,
    ne: compare.ne.op,
    not: compare.not.op,
    or: compare.or.op,
    reduceAnd: all.op,
    reduceOr: any.op,
    round: rounding.round.op,
    sign: rounding.sign.op,
    stopGradient: stopGradientOp,
    trunc: rounding.trunc.op,
    xor: compare.xor.op,
  };
}
