import { expect, test } from "vitest";
import { i0, i0e, i1, i1e } from "../../src/special/bessel.ts";
import { digamma } from "../../src/special/digamma.ts";
import { erf, erfc, erfcx } from "../../src/special/error-function.ts";
import { lgamma } from "../../src/special/gamma.ts";
import { erfcinv, erfinv } from "../../src/special/inverse-error-function.ts";
import {
  inverseMills,
  inverseMillsCurvature,
  inverseMillsSlope,
} from "../../src/special/mills-ratio.ts";
import { logNdtr, ndtr, ndtri } from "../../src/special/normal.ts";
import { polygamma } from "../../src/special/polygamma.ts";
import { roundHalfEven } from "../../src/special/rounding.ts";
import { sinc, sincDerivative } from "../../src/special/sinc.ts";
import {
  hypot,
  logaddexp,
  logistic,
  logSigmoid,
  sech2,
  softplus,
  xlog1py,
  xlogy,
} from "../../src/special/stable.ts";
import { zeta } from "../../src/special/zeta.ts";

const inf = Infinity;

test.each([
  ["erf(±∞)", [erf(inf), erf(-inf)], [1, -1]],
  ["erfc(±∞)", [erfc(inf), erfc(-inf)], [0, 2]],
  ["erfcx(±∞)", [erfcx(inf), erfcx(-inf)], [0, inf]],
  [
    "erfinv at and beyond ±1",
    [erfinv(1), erfinv(-1), erfinv(1.1), erfinv(-2)],
    [inf, -inf, NaN, NaN],
  ],
  [
    "erfcinv at and beyond its ends",
    [erfcinv(0), erfcinv(2), erfcinv(-1e-9), erfcinv(2.1)],
    [inf, -inf, NaN, NaN],
  ],
  ["ndtr(±∞)", [ndtr(inf), ndtr(-inf)], [1, 0]],
  ["logNdtr(±∞)", [logNdtr(inf), logNdtr(-inf), logNdtr(50)], [-0, -inf, -0]],
  [
    "ndtri at and beyond its ends",
    [ndtri(0), ndtri(1), ndtri(-0.1), ndtri(1.1)],
    [-inf, inf, NaN, NaN],
  ],
  [
    "the Mills functions at −∞",
    [inverseMills(-inf), inverseMillsSlope(-inf), inverseMillsCurvature(-inf)],
    [inf, -1, 0],
  ],
  [
    "the Mills functions at ∞",
    [inverseMills(inf), inverseMillsSlope(inf), inverseMillsCurvature(inf)],
    [0, -0, 0],
  ],
  [
    "lgamma at its poles and ends",
    [lgamma(0), lgamma(-0), lgamma(-1), lgamma(-1e300), lgamma(inf), lgamma(-inf)],
    [inf, inf, inf, inf, inf, inf],
  ],
  ["lgamma at its zeros", [lgamma(1), lgamma(2)], [0, 0]],
  [
    "digamma at its poles and ends",
    [digamma(0), digamma(-0), digamma(-1), digamma(inf), digamma(-inf)],
    [-inf, inf, NaN, inf, NaN],
  ],
  [
    "polygamma at its poles",
    [polygamma(1, 0), polygamma(2, 0), polygamma(2, -0), polygamma(3, -4), polygamma(2, -4)],
    [inf, -inf, inf, inf, NaN],
  ],
  [
    "polygamma of ends and bad orders",
    [polygamma(1, inf), polygamma(2, inf), polygamma(-1, 2), polygamma(1.5, 2)],
    [0, -0, NaN, NaN],
  ],
  [
    "zeta outside its domain",
    [zeta(1, 2), zeta(0.5, 2), zeta(2, 0), zeta(3, -2), zeta(2.5, -0.5), zeta(2, inf)],
    [inf, NaN, inf, inf, NaN, 0],
  ],
  [
    "Bessel functions at ±∞",
    [i0(-inf), i1(-inf), i1(inf), i0e(inf), i1e(inf)],
    [inf, -inf, inf, 0, 0],
  ],
  [
    "sinc(±∞) and its derivatives",
    [sinc(inf), sincDerivative(3, -inf), sincDerivative(-1, 1)],
    [0, 0, NaN],
  ],
  [
    "logistic, softplus, logSigmoid, sech2 at ±∞",
    [
      logistic(inf),
      logistic(-inf),
      softplus(inf),
      softplus(-inf),
      logSigmoid(inf),
      logSigmoid(-inf),
      sech2(inf),
      sech2(0),
    ],
    [1, 0, inf, 0, 0, -inf, 0, 1],
  ],
  [
    "logaddexp at infinities",
    [
      logaddexp(-inf, -inf),
      logaddexp(inf, inf),
      logaddexp(inf, -inf),
      logaddexp(-inf, 3),
      logaddexp(NaN, 1),
    ],
    [-inf, inf, inf, 3, NaN],
  ],
  [
    "hypot at infinities",
    [hypot(inf, NaN), hypot(NaN, -inf), hypot(NaN, 0), hypot(0, -0)],
    [inf, inf, NaN, 0],
  ],
  [
    "xlogy and xlog1py at 0",
    [xlogy(0, 0), xlogy(0, inf), xlogy(0, NaN), xlog1py(0, -1), xlog1py(0, NaN)],
    [0, 0, NaN, 0, NaN],
  ],
  [
    "roundHalfEven keeps signs and ends",
    [roundHalfEven(-0), roundHalfEven(-0.5), roundHalfEven(inf), roundHalfEven(-1.5)],
    [-0, -0, inf, -2],
  ],
])("%s", (_name, got, want) => {
  got.forEach((value, i) => {
    const signed = want[i] !== 0 || Object.is(want[i], -0);
    expect(signed ? value : Math.abs(value)).toBe(want[i]);
  });
});
