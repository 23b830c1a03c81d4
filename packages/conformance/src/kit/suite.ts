import type { Backend } from "@wengert/ad-core";
import type { OperatorName } from "./operators.ts";

/** How close is close, relative to max(1, |expected|): first derivatives and second ones. */
export interface Tolerance {
  readonly first: number;
  readonly second: number;
}

/**
 * What a case asks of a backend beyond the contract's minimum. Where the declared capabilities say
 * no, the case is not applicable, and the report says why.
 *
 * - `second-order`: it nests with itself, and the options do not stop at order 1.
 * - `exact`: no truncation or sampling error.
 * - `variables`: f sees variables, not plain numbers as in zero-order methods.
 * - `garbage-collector`: the options say how to collect garbage.
 */
export type Need = "second-order" | "exact" | "variables" | "garbage-collector";

/** One claim about a backend. */
export interface Case {
  /** The claim, unique within its suite. */
  readonly name: string;
  /** The column of the support matrix that it counts for. */
  readonly operator?: OperatorName;
  readonly needs?: readonly Need[];
  /** Throws where the claim does not hold. `backend` is fresh. */
  run(backend: Backend, tolerance: Tolerance): void;
}

/** What a suite may know before it lists its cases. */
export interface Subject {
  readonly backend: Backend;
  /** A fresh instance. */
  create(): Backend;
  /** Other exact backends, to nest with. */
  readonly partners: readonly (() => Backend)[];
  /** Collect garbage at once, where the runner knows how. */
  readonly collectGarbage: (() => void) | undefined;
}

/** A named list of claims. */
export interface Suite {
  readonly id: string;
  /** What it establishes, in one line. */
  readonly title: string;
  cases(subject: Subject): readonly Case[];
}
