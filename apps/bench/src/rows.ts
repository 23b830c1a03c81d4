import type { Status } from "./protocol.ts";
import type { Timing } from "./statistics.ts";

/** One backend on one problem at one size: a line of the table, a cell of the dashboard. */
export interface Row {
  readonly suite: string;
  readonly problem: string;
  readonly size: number;
  readonly seed: number;
  /** Numbers in the differentiated arguments and in the result of f; null if f could not be run. */
  readonly inputs: number | null;
  readonly outputs: number | null;
  readonly backend: string;
  readonly engine: "eager";
  readonly operator: "grad" | "jacobian";
  /** The operator and how it comes about: `grad via tape`. */
  readonly via: string;
  readonly status: Status;
  readonly message?: string;
  /** One value of f on plain numbers, and of the hand-written f. */
  readonly valueTime: Timing | null;
  readonly handWrittenValueTime: Timing | null;
  /** One derivative. */
  readonly time: Timing | null;
  readonly noisy: boolean;
  /** `time` over `valueTime`, over `handWrittenValueTime`, over the hand-written derivative's time. */
  readonly ratioToValue: number | null;
  readonly ratioToHandWrittenValue: number | null;
  readonly ratioToHandWritten: number | null;
  readonly primalEvaluations: number | null;
  readonly error: number | null;
  readonly tolerance: number;
  readonly reference: "oracle" | "hand-written" | "none";
  readonly peakBytes: number | null;
  readonly firstCallSeconds: number | null;
}

/** One single operation, or one ratio. */
export interface MicroRow {
  readonly id: string;
  readonly title: string;
  readonly unit: "ns per operation" | "µs per call" | "× hand-written";
  readonly status: Status;
  readonly message?: string;
  readonly median: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly noisy: boolean;
  /** What the design is meant to reach, in the same unit. */
  readonly goal: number | null;
}
