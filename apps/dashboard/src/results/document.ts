/*
 * A results file of the harness, as far as the page reads it; apps/bench/schema has the whole
 * format. The page and the harness share the file, not code.
 */

/** The format that this page reads. */
export const schemaName = "wengert-bench-results/1";

export const statuses = [
  "ok",
  "wrong",
  "unsupported",
  "timeout",
  "out-of-memory",
  "error",
] as const;
export type Status = (typeof statuses)[number];

/** Seconds of one call: the median and its 95 % interval. */
export interface Timing {
  readonly median: number;
  readonly low: number;
  readonly high: number;
  readonly count?: number;
}

/** One backend on one problem at one size. */
export interface Row {
  readonly suite: string;
  readonly problem: string;
  readonly size: number;
  readonly seed: number;
  readonly inputs: number | null;
  readonly outputs: number | null;
  readonly backend: string;
  readonly engine: string;
  readonly operator: string;
  readonly via: string;
  readonly status: Status;
  readonly message?: string;
  readonly valueTime: Timing | null;
  readonly time: Timing | null;
  readonly noisy: boolean;
  readonly ratioToValue: number | null;
  readonly ratioToHandWritten: number | null;
  readonly primalEvaluations: number | null;
  readonly error: number | null;
  readonly tolerance: number;
  readonly reference: string;
  readonly peakBytes: number | null;
  readonly firstCallSeconds: number | null;
}

/** One single operation, or one ratio. */
export interface MicroRow {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly status: Status;
  readonly message?: string;
  readonly median: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly noisy: boolean;
  readonly goal: number | null;
}

export interface ResultsDocument {
  readonly schema: string;
  readonly date: string;
  readonly commit: { readonly id: string; readonly modified: boolean } | null;
  readonly machine: {
    readonly cpu: string;
    readonly cores: number;
    readonly memoryBytes: number;
    readonly platform: string;
  };
  readonly versions: Readonly<Record<string, string>>;
  readonly mode: string;
  /** The load average of the minute before the run. */
  readonly loadBefore?: number;
  readonly seconds: number;
  readonly methods: Readonly<Record<string, string>>;
  readonly rows: readonly Row[];
  readonly micro?: readonly MicroRow[];
}

/** The name of the rows that others are measured against. */
export const handWritten = "hand-written";
