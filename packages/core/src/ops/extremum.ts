import { div, neg } from "./arithmetic.ts";
import { type BinaryFunction, binary } from "./define.ts";
import { floor, trunc } from "./rounding.ts";

/** 1 where a > b, 0 where a < b, ½ at a tie: the share of a in max(a, b). Its derivative is 0. */
export const share: BinaryFunction = /*#__PURE__*/ binary({
  name: "share",
  tier: 1,
  integers: true,
  curvature: "linear",
  kernel: (a, b) => (a > b ? 1 : a < b ? 0 : a === b ? 0.5 : NaN),
  partials: [() => 0, () => 0],
});

/** The larger; at a tie each operand gets half of the derivative. NaN propagates. */
export const maximum: BinaryFunction = /*#__PURE__*/ binary({
  name: "maximum",
  integers: true,
  curvature: "linear",
  kernel: (a, b) => Math.max(a, b),
  partials: [(a, b) => share(a, b), (a, b) => share(b, a)],
});

/** The smaller; at a tie each operand gets half of the derivative. NaN propagates. */
export const minimum: BinaryFunction = /*#__PURE__*/ binary({
  name: "minimum",
  integers: true,
  curvature: "linear",
  kernel: (a, b) => Math.min(a, b),
  partials: [(a, b) => share(b, a), (a, b) => share(a, b)],
});

/** a − trunc(a/b)·b: C's fmod, JavaScript's %. d = ȧ − trunc(a/b)ḃ. */
export const rem: BinaryFunction = /*#__PURE__*/ binary({
  name: "rem",
  integers: true,
  curvature: "linear",
  kernel: (a, b) => a % b,
  partials: [() => 1, (a, b) => neg(trunc(div(a, b)))],
});

/** a − floor(a/b)·b: the remainder with the sign of b. d = ȧ − floor(a/b)ḃ. */
export const floorMod: BinaryFunction = /*#__PURE__*/ binary({
  name: "floorMod",
  integers: true,
  curvature: "linear",
  kernel: (a, b) => a - Math.floor(a / b) * b,
  partials: [() => 1, (a, b) => neg(floor(div(a, b)))],
});
