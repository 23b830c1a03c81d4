import { describeOperator } from "@wengert/ad-core";
import type { Problem } from "@wengert/ad-problems";
import { type BackendEntry, handWritten, handWrittenTolerance } from "./backends.ts";
import type { Measurement } from "./measurement.ts";
import type { Row } from "./rows.ts";
import { isNoisy, type Timing } from "./statistics.ts";

/** Which problem, at which size. */
export interface Place {
  readonly problem: Problem;
  readonly size: number;
  readonly seed: number;
}

/** The row of the derivative that was written by hand. */
export function handWrittenRow(place: Place, base: Measurement): Row {
  const { operator } = place.problem;
  const row = commonRow(
    place,
    base,
    handWritten,
    `${operator} written by hand`,
    handWrittenTolerance,
  );
  return judged(row, base, base);
}

/** The row of a backend that was run. */
export function backendRow(
  place: Place,
  entry: BackendEntry,
  measurement: Measurement,
  base: Measurement,
): Row {
  return judged(emptyRow(place, entry, base), measurement, base);
}

/** The row of a backend before anything of it is known. */
export function emptyRow(
  place: Place,
  { name, create, tolerance }: BackendEntry,
  base: Measurement,
): Row {
  const via = describeOperator(place.problem.operator, { backend: create() });
  return commonRow(place, base, name, via, tolerance);
}

/** What is known before anything of the backend is. */
function commonRow(
  { problem, size, seed }: Place,
  base: Measurement,
  backend: string,
  via: string,
  tolerance: number,
): Row {
  return {
    suite: problem.suite,
    problem: problem.id,
    size,
    seed,
    inputs: base.opened?.inputs ?? null,
    outputs: base.opened?.outputs ?? null,
    backend,
    engine: "eager",
    operator: problem.operator,
    via,
    status: "ok",
    valueTime: base.timing("value"),
    handWrittenValueTime: base.timing("hand-written value"),
    time: null,
    noisy: false,
    ratioToValue: null,
    ratioToHandWrittenValue: null,
    ratioToHandWritten: null,
    primalEvaluations: null,
    error: null,
    tolerance,
    reference: "none",
    peakBytes: null,
    firstCallSeconds: null,
  };
}

/** Add to a row what was measured, and say how it went. */
function judged(row: Row, measured: Measurement, base: Measurement): Row {
  const { failure, opened } = measured;
  const time = measured.timing("derivative");
  const verdict = opened?.derivative;
  const error = verdict?.error ?? null;
  const wrong = error !== null && !(error <= row.tolerance);
  const message = failure?.message ?? (wrong ? wrongMessage(error, row.tolerance) : undefined);
  return {
    ...row,
    status: failure?.status ?? (wrong ? "wrong" : "ok"),
    ...(message === undefined ? {} : { message }),
    time,
    noisy: time !== null && isNoisy(time),
    ratioToValue: ratio(time, base.timing("value")),
    ratioToHandWrittenValue: ratio(time, base.timing("hand-written value")),
    ratioToHandWritten: ratio(time, base.timing("derivative")),
    primalEvaluations: verdict?.primalEvaluations ?? null,
    // JSON has no infinity
    error: error === null || Number.isFinite(error) ? error : Number.MAX_VALUE,
    reference: verdict?.reference ?? "none",
    peakBytes: measured.peakBytes,
    firstCallSeconds: verdict?.firstCallSeconds ?? null,
  };
}

function wrongMessage(error: number, tolerance: number): string {
  return `relative error ${error.toExponential(1)}, allowed ${tolerance.toExponential(0)}`;
}

function ratio(time: Timing | null, base: Timing | null): number | null {
  return time === null || base === null || base.median === 0 ? null : time.median / base.median;
}
