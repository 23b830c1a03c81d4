import {
  handWritten,
  type ResultsDocument,
  type Row,
  type Status,
  type Timing,
} from "./document.ts";

/** The looks of a cell: what the harness reports, with `ok` split by noise, and nothing at all. */
export type CellState = Status | "noisy" | "not-run";

export const cellStates: readonly CellState[] = [
  "ok",
  "noisy",
  "wrong",
  "unsupported",
  "timeout",
  "out-of-memory",
  "error",
  "not-run",
];

/** What times are divided by. */
export type Baseline = "value" | "hand-written";

/** A backend on a problem at a size, and what the table says of it. */
export interface Cell {
  readonly problem: string;
  readonly size: number;
  readonly backend: string;
  readonly state: CellState;
  /** Time over the baseline; null where there is no time or no baseline. */
  readonly ratio: number | null;
  /** Half of the interval of the ratio, as a part of it. */
  readonly spread: number | null;
  readonly row: Row | undefined;
}

export function cellKey(problem: string, size: number, backend: string): string {
  return `${problem}/${size}/${backend}`;
}

/** All cells of a results file; a cell that is not among them was not run. */
export function cellsOf(document: ResultsDocument, baseline: Baseline): Map<string, Cell> {
  const byKey = new Map(document.rows.map((row) => [keyOf(row), row]));
  return new Map(
    document.rows.map((row) => {
      const reference = byKey.get(cellKey(row.problem, row.size, handWritten));
      return [keyOf(row), cellOf(row, baseline, reference)];
    }),
  );
}

function keyOf(row: Row): string {
  return cellKey(row.problem, row.size, row.backend);
}

function cellOf(row: Row, baseline: Baseline, reference: Row | undefined): Cell {
  const ratio = baseline === "value" ? row.ratioToValue : row.ratioToHandWritten;
  const base = baseline === "value" ? row.valueTime : (reference?.time ?? null);
  return {
    problem: row.problem,
    size: row.size,
    backend: row.backend,
    state: row.status === "ok" && row.noisy ? "noisy" : row.status,
    ratio,
    spread: ratio === null ? null : spreadOfRatio(row, base),
    row,
  };
}

/** A row compared with itself is exact; otherwise independent errors add in squares. */
function spreadOfRatio(row: Row, base: Timing | null): number | null {
  if (row.time === null) return null;
  if (base === row.time) return 0;
  return Math.hypot(halfWidth(row.time), base === null ? 0 : halfWidth(base));
}

/** Half of the 95 % interval as a part of the median. */
export function halfWidth({ median, low, high }: Timing): number {
  return median === 0 ? 0 : (high - low) / (2 * median);
}

export function notRun(problem: string, size: number, backend: string): Cell {
  return { problem, size, backend, state: "not-run", ratio: null, spread: null, row: undefined };
}

/** Was the derivative right, so that its time means something? */
export function isRight({ state }: Cell): boolean {
  return state === "ok" || state === "noisy";
}

/** exp of the mean logarithm; null of nothing. */
export function geometricMean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return Math.exp(values.reduce((sum, x) => sum + Math.log(x), 0) / values.length);
}
