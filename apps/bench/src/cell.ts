import { describeOperator } from "@wengert/ad-core";
import type { Problem } from "@wengert/ad-problems";
import { type BackendEntry, handWritten, handWrittenTolerance } from "./backends.ts";
import type { Effort } from "./effort.ts";
import { Measurement } from "./measurement.ts";
import { predict } from "./predict.ts";
import type { Station } from "./protocol.ts";
import type { Row } from "./rows.ts";
import { isNoisy, type Timing } from "./statistics.ts";

export interface CellOptions {
  readonly problem: Problem;
  readonly size: number;
  readonly seed: number;
  readonly backends: readonly BackendEntry[];
  readonly effort: Effort;
  openStation(effort: Effort): Station;
  /** Backends that a smaller size of the same problem was too large for, with the reason. */
  readonly tooLarge: Map<string, string>;
  note(doing: string): void;
}

/** All rows of one problem at one size: the hand-written one first. */
export async function measureCell(options: CellOptions): Promise<Row[]> {
  const { problem, size, seed, effort, note } = options;
  const base = new Measurement(options.openStation(effort), effort);
  const entries = options.backends.map((entry) => ({
    entry,
    skip: options.tooLarge.get(entry.name),
  }));
  const running: { entry: BackendEntry; measurement: Measurement }[] = [];
  const skipped = new Map<string, string>();
  try {
    note("baseline");
    await base.open({ kind: "baseline", problem: problem.id, size, seed });
    const value = base.estimate("value");
    for (const { entry, skip } of entries) {
      const prediction =
        base.opened && value !== undefined
          ? predict(entry.create(), problem.operator, base.opened, value)
          : undefined;
      if (skip !== undefined) skipped.set(entry.name, `not run: ${skip} at a smaller size`);
      else if (prediction && prediction.seconds > effort.callSeconds) {
        skipped.set(entry.name, `not run: ${prediction.reason}`);
      } else {
        running.push({ entry, measurement: new Measurement(options.openStation(effort), effort) });
      }
    }
    for (const { entry, measurement } of running) {
      note(entry.name);
      const { name: backend } = entry;
      await measurement.open({ kind: "backend", problem: problem.id, size, seed, backend });
    }
    for (let round = 0; round < effort.rounds; round++) {
      note(`sampling ${round + 1}/${effort.rounds}`);
      for (const measurement of [base, ...running.map((r) => r.measurement)]) {
        await measurement.round(round);
      }
    }
    note("memory");
    for (const measurement of [base, ...running.map((r) => r.measurement)]) {
      await measurement.memory();
    }
  } finally {
    for (const measurement of [base, ...running.map((r) => r.measurement)]) measurement.close();
  }
  for (const { entry, measurement } of running) {
    if (measurement.failure?.status === "timeout") {
      options.tooLarge.set(entry.name, measurement.failure.message);
    }
  }
  const rows = running.map(({ entry, measurement }) =>
    backendRow(options, entry, measurement, base),
  );
  for (const [name, message] of skipped) {
    const entry = options.backends.find((b) => b.name === name) as BackendEntry;
    rows.push({ ...emptyRow(options, entry, base), status: "timeout", message });
  }
  const order = options.backends.map((b) => b.name);
  rows.sort((a, b) => order.indexOf(a.backend) - order.indexOf(b.backend));
  return problem.handWritten ? [handWrittenRow(options, base), ...rows] : rows;
}

function handWrittenRow(options: CellOptions, base: Measurement): Row {
  const { operator } = options.problem;
  const row = commonRow(
    options,
    base,
    handWritten,
    `${operator} written by hand`,
    handWrittenTolerance,
  );
  return judged(row, base, base);
}

function backendRow(
  options: CellOptions,
  entry: BackendEntry,
  measurement: Measurement,
  base: Measurement,
): Row {
  return judged(emptyRow(options, entry, base), measurement, base);
}

function emptyRow(
  options: CellOptions,
  { name, create, tolerance }: BackendEntry,
  base: Measurement,
): Row {
  const via = describeOperator(options.problem.operator, { backend: create() });
  return commonRow(options, base, name, via, tolerance);
}

/** What is known before anything of the backend is. */
function commonRow(
  { problem, size, seed }: CellOptions,
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
