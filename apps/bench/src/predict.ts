import type { Backend } from "@wengert/ad-core";
import type { ProblemOperator } from "@wengert/ad-problems";
import { formatDuration, formatSeconds } from "./format.ts";

export interface Dimensions {
  readonly inputs: number;
  readonly outputs: number;
}

export interface Prediction {
  readonly seconds: number;
  readonly reason: string;
}

/**
 * A lower bound of the time of a derivative: every sweep and every query costs at least one value.
 * Reverse mode takes one sweep for each output, forward mode one for each `batch` inputs, and
 * differences query f at least once for each input.
 */
export function predict(
  { capabilities: { mode, batch } }: Backend,
  operator: ProblemOperator,
  { inputs, outputs }: Dimensions,
  valueSeconds: number,
): Prediction {
  const rows = operator === "grad" ? 1 : outputs;
  const columns = Math.ceil(inputs / batch);
  const evaluations = {
    reverse: rows,
    forward: columns,
    both: Math.min(rows, columns),
    "zero-order": inputs,
  }[mode];
  const what = mode === "zero-order" ? "queries" : "sweeps";
  const seconds = evaluations * valueSeconds;
  const reason = `at least ${evaluations} ${what} of ${formatSeconds(valueSeconds)}`;
  return { seconds, reason: `${reason}, ${formatDuration(seconds)}` };
}
