/*
 * What the conductor says to a station, and what it hears. A station is one process for one subject:
 * a backend on one problem at one size, or the baseline (plain values and hand-written code). Its
 * types stay monomorphic, its memory is its own, and its crash is one row. The conductor asks the
 * stations of a problem for samples in turn: A, B, A, B.
 */

/** What a derivative can come to. */
export type Status = "ok" | "wrong" | "unsupported" | "timeout" | "out-of-memory" | "error";

/** The functions that a station can time. */
export type TargetName = "value" | "hand-written value" | "derivative";

/** A problem at a size, for the baseline or a backend; or one of the single operations. */
export type Task =
  | {
      readonly kind: "baseline";
      readonly problem: string;
      readonly size: number;
      readonly seed: number;
    }
  | {
      readonly kind: "backend";
      readonly problem: string;
      readonly size: number;
      readonly seed: number;
      readonly backend: string;
    }
  | { readonly kind: "micro"; readonly id: string };

/** How the derivative was judged. */
export interface Verdict {
  readonly firstCallSeconds: number;
  /** Evaluations of f during one derivative; null where f is not called at all. */
  readonly primalEvaluations: number | null;
  /** Relative to the reference; null without one. */
  readonly error: number | null;
  readonly reference: "oracle" | "hand-written" | "none";
}

export interface Opened {
  readonly targets: readonly TargetName[];
  /** Numbers in the differentiated arguments, and in f's result. */
  readonly inputs: number;
  readonly outputs: number;
  /** Null where there is no derivative to judge. */
  readonly derivative: Verdict | null;
}

export interface Station {
  open(task: Task): Promise<Opened>;
  /** Warm up for at most so many seconds; resolves to the seconds of one call. */
  warm(target: TargetName, seconds: number): Promise<number>;
  sample(target: TargetName, seconds: number): Promise<readonly number[]>;
  /** Null where it cannot be measured. */
  peakBytes(): Promise<number | null>;
  close(): void;
}

/** Why a station could not answer. */
export class StationError extends Error {
  override readonly name = "StationError";
  readonly status: Status;
  constructor(status: Status, message: string) {
    super(message);
    this.status = status;
  }
}

/** What kind of failure an exception is. */
export function statusOf(error: unknown): Status {
  if (error instanceof StationError) return error.status;
  const { name = "", message = "" } = error as { name?: string; message?: string };
  if (/^(Capability|Nesting|DType|Concretization)Error$/.test(name)) return "unsupported";
  if (/allocation failed|invalid (typed )?array length|maximum size exceeded/i.test(message)) {
    return "out-of-memory";
  }
  return "error";
}

/** The first line of a message, without what only a developer of the library needs. */
export function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split("\n")[0] ?? "").slice(0, 300);
}
