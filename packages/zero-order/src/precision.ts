import { dtypeOf, type Leaves } from "@wengert/ad-core";

/** The unit round-off u: half the distance from 1 to the next number. */
const roundoffs = { f64: 2 ** -53, f32: 2 ** -24 } as const;

/**
 * The unit round-off of the coarsest floating dtype among some leaves. A step that suits f64 is lost
 * in the rounding of an f32 value and gives a gradient of zeros.
 */
export function coarsestRoundoff(leaves: Leaves): number {
  return leaves.some((x) => dtypeOf(x) === "f32") ? roundoffs.f32 : roundoffs.f64;
}
