import { ArgumentError } from "@wengert/ad-core";
import type { StepRule } from "./rule.ts";

/**
 * The same absolute step everywhere: h = length / max|ẋₖ|, so that the coordinate that moves most
 * moves by `length`, however long the tangent is.
 *
 * Use it when the scale of x is known, or to reproduce a difference quotient to the last bit: with
 * `fixed(2 ** -k)` and a unit direction the quotient is the one that the textbook writes.
 *
 * @param length the step; positive and finite.
 * @throws ArgumentError for any other.
 * @example
 * finiteDifference({ scheme: "central", step: fixed(2 ** -17) });
 */
export function fixed(length: number): StepRule {
  if (!(length > 0 && Number.isFinite(length))) {
    throw new ArgumentError(
      "[ad-zero-order] fixed",
      "length",
      "a positive finite number",
      length,
      'pass the distance between points, such as fixed(2 ** -17); scheme: "backward" looks the other way',
    );
  }
  return {
    name: `fixed(${length})`,
    step(line) {
      let largest = 0;
      line.visit((_x, t) => {
        largest = Math.max(largest, Math.abs(t));
      });
      return largest === 0 ? length : length / largest;
    },
  };
}
