// ln|Γ| and ψ beside their zeros on the negative axis, where f64 would lose every digit: double-double.

import { type DoubleDouble, ddAdd, ddDivide, ddExp, ddMultiply, twoSum } from "./double-double.ts";

/** ζ(k) − 1 for k = 2, 3, …, as double-doubles (60-digit values of mpmath). */
const ZETA_HIGH: readonly number[] = [
  0.6449340668482264, 0.2020569031595943, 0.08232323371113819, 0.03692775514336993,
  0.01734306198444914, 0.008349277381922827, 0.00407735619794434, 0.0020083928260822143,
  0.0009945751278180853, 0.0004941886041194645, 0.0002460865533080483, 0.00012271334757848915,
  6.124813505870483e-5, 3.058823630702049e-5, 1.528225940865187e-5, 7.637197637899763e-6,
  3.81729326499984e-6, 1.908212716553939e-6, 9.539620338727962e-7, 4.769329867878064e-7,
  2.38450502727733e-7, 1.1921992596531106e-7, 5.960818905125948e-8, 2.980350351465228e-8,
  1.4901554828365043e-8, 7.45071178983543e-9, 3.725334024788457e-9, 1.862659723513049e-9,
  9.313274324196682e-10, 4.656629065033784e-10, 2.3283118336765053e-10, 1.164155017270052e-10,
  5.820772087902701e-11, 2.9103850444971e-11, 1.4551921891041985e-11, 7.275959835057482e-12,
  3.637979547378651e-12, 1.818989650307066e-12, 9.094947840263888e-13, 4.547473783042154e-13,
  2.2737368458246524e-13, 1.136868407680228e-13, 5.684341987627585e-14, 2.842170976889302e-14,
  1.4210854828031608e-14, 7.105427395210853e-15, 3.552713691337114e-15, 1.7763568435791204e-15,
  8.881784210930816e-16, 4.440892103143813e-16, 2.220446050798042e-16, 1.1102230251410661e-16,
  5.551115124845481e-17, 2.775557562136124e-17, 1.3877787809725232e-17, 6.938893904544153e-18,
  3.4694469521659225e-18, 1.7347234760475765e-18,
];
const ZETA_LOW: readonly number[] = [
  3.040672350398476e-17, -6.752241127462512e-18, 5.851757005110278e-18, -3.178450686126237e-19,
  -4.414770097141147e-19, -2.92234966467598e-19, -2.2242833400456106e-19, 1.6255172980294325e-19,
  8.155271993117836e-20, 3.007775458283559e-20, -2.126804481899407e-20, 1.312879617594989e-21,
  1.5932044187197156e-21, 2.828205815153663e-22, 7.677620188142347e-22, -2.946683490299432e-22,
  -3.619576661891535e-22, -4.589595461742015e-23, -9.885419869008806e-23, 1.6292492268188835e-23,
  -1.4348855177581243e-23, 9.349486696402915e-24, -4.84489270891793e-25, 9.038750484718945e-25,
  -1.4462631435868446e-24, -5.689596284297908e-25, -2.2838109257068324e-25, -1.357608175618366e-25,
  1.7251523768776834e-26, 4.154615304849929e-26, 1.5614446225186379e-26, 4.647009828608305e-27,
  -5.609266140509216e-27, -3.1836341409162154e-27, -6.5815767720265535e-28, -7.817491596192177e-28,
];

/** 1 − γ */
const ONE_MINUS_EULER: DoubleDouble = [0.42278433509846713, 4.942915152430645e-18];

/** Σₖ≥₂ (−1)ᵏ (ζ(k) − 1)/wₖ·dᵏ⁻² with wₖ = k or 1, for |d| ≤ ½. */
function zetaSeries(d: number, divideByIndex: boolean): DoubleDouble {
  let sum: DoubleDouble = [0, 0];
  for (let i = ZETA_HIGH.length - 1; i >= 0; i--) {
    const k = i + 2;
    let term: DoubleDouble = [ZETA_HIGH[i] as number, ZETA_LOW[i] ?? 0];
    if (divideByIndex) term = ddDivide(term, [k, 0]);
    sum = ddAdd(term, ddMultiply(sum, [-d, 0]));
  }
  return sum;
}

/** lnΓ(2 + d) = (1 − γ)d + Σ (−1)ᵏ (ζ(k) − 1) dᵏ/k (Abramowitz and Stegun 6.1.33). */
const logGammaTwoPlus = (d: number): DoubleDouble =>
  ddMultiply([d, 0], ddAdd(ONE_MINUS_EULER, ddMultiply([d, 0], zetaSeries(d, true))));

/** ψ(2 + d), the derivative of the same series. */
const digammaTwoPlus = (d: number): DoubleDouble =>
  ddAdd(ONE_MINUS_EULER, ddMultiply([d, 0], zetaSeries(d, false)));

/**
 * ln|Γ(x)| for −25 < x < 0, to the last digits even where it vanishes.
 *
 * With x = −k + d, |d| ≤ ½: |Γ(x)| = Γ(2+d) / ((1+d)·|d|·Πⱼ₌₁ᵏ (j − d)).
 */
export function logGammaNearNegativeZero(x: number): number {
  const k = Math.round(-x);
  const d = x + k;
  let product = ddMultiply([Math.abs(d), 0], twoSum(1, d));
  for (let j = 1; j <= k; j++) product = ddMultiply(product, twoSum(j, -d));
  const [high, low] = ddDivide(ddExp(logGammaTwoPlus(d)), product);
  return Math.abs(high - 1) < 0.5 ? Math.log1p(high - 1 + low) : Math.log(high);
}

/**
 * ψ(x) for x < 0, to the last digits even where it vanishes; k = −x rounded terms.
 *
 * ψ(−k + d) = ψ(2+d) − 1/(1+d) − 1/d + Σⱼ₌₁ᵏ 1/(j − d).
 */
export function digammaNearNegativeZero(x: number): number {
  const k = Math.round(-x);
  const d = x + k;
  let sum = digammaTwoPlus(d);
  for (let j = -1; j <= k; j++) sum = ddAdd(sum, ddDivide([1, 0], twoSum(j, -d)));
  return sum[0];
}
