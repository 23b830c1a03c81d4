import type { Line } from "../line.ts";

/**
 * How far apart the points of a difference lie.
 *
 * A rule sees the line, not f. A finite difference reads f at x + h sᵢ ẋ for the grid points sᵢ.
 */
export interface StepRule {
  readonly name: string;
  /** The relative error of f's values that the rule reckons with; the unit round-off if absent. */
  readonly noise?: number;
  /** h, not zero; negative turns a one-sided stencil round. */
  step(line: Line): number;
}
