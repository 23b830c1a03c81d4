import type { AnyFunction } from "@wengert/ad-core";

/** The parts of the lectures that the problems come from. */
export type Suite =
  | "A-worked-examples"
  | "B-cost-of-a-gradient"
  | "C-which-way-round"
  | "D-networks";

/** The operator whose time a benchmark of the problem takes. */
export type ProblemOperator = "grad" | "jacobian";

/**
 * A problem is data: a function written once against the ops of core, its inputs, and the truth.
 * The same object feeds conformance tests, benchmarks, the dashboard and the docs.
 */
export interface Problem {
  readonly id: string;
  readonly suite: Suite;
  readonly title: string;
  /** The mathematics, in one line of plain text. */
  readonly formula: string;
  readonly operator: ProblemOperator;
  readonly f: AnyFunction;
  /** Which arguments are differentiated; the others are data. */
  readonly argnums: number | readonly number[];
  /** The arguments of f, the same for the same size and seed. */
  inputs(size: number, seed: number): readonly unknown[];
  /** What `size` counts. */
  readonly sizeMeaning: string;
  /** From small to large; a quick comparison takes `quickSizes`. */
  readonly sizes: readonly number[];
  readonly quickSizes: readonly number[];
  readonly seeds: readonly number[];
  /** The exact derivative, structured like the operator's result: a closed form, never a backend. */
  oracle?(...args: readonly unknown[]): unknown;
  /** f and its derivative as a good programmer writes them in plain JavaScript: what is measured against. */
  readonly handWritten?: {
    value(...args: readonly unknown[]): unknown;
    derivative(...args: readonly unknown[]): unknown;
  };
  /** Names of the steps of the Wengert list, in order, where the lectures name them. */
  readonly stepNames?: readonly string[];
  readonly tags: readonly string[];
}
