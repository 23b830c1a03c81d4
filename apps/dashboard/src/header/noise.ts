import { halfWidth } from "../results/cells.ts";
import type { ResultsDocument } from "../results/document.ts";

/** How far the times of a run can be trusted. */
export interface Noise {
  readonly timed: number;
  readonly noisy: number;
  /** The median over the rows of half of the 95 % interval, as a part of the time. */
  readonly typical: number;
}

export function noiseOf({ rows }: ResultsDocument): Noise {
  const timed = rows.filter((row) => row.time !== null);
  const widths = timed
    .map((row) => (row.time === null ? 0 : halfWidth(row.time)))
    .sort((a, b) => a - b);
  return {
    timed: timed.length,
    noisy: timed.filter((row) => row.noisy).length,
    typical: widths[widths.length >> 1] ?? 0,
  };
}
