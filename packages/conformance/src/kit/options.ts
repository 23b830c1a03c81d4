import type { Backend } from "@wengert/ad-core";
import type { Suite, Tolerance } from "./suite.ts";

export interface ConformanceOptions {
  /**
   * Relative tolerance; a number holds for first derivatives and its square root for second ones.
   * Default 1e-10 for exact backends, which may not ask for more than 1e-8, and 1e-5 for others.
   */
  readonly tolerance?: number | Tolerance;
  /** The highest order of derivative to test. */
  readonly order?: 1 | 2;
  /**
   * What to leave out, and why: a suite, an operator, or a case by its name. Excluded cases still
   * run, and an exclusion of which every case passes is a failure: it is no longer needed.
   */
  readonly excluded?: Readonly<Record<string, string>>;
  /** Other exact backends for the nesting matrix, as factories. */
  readonly partners?: readonly (() => Backend)[];
  /**
   * Collect garbage at once; default `globalThis.gc`, which Node has under `--expose-gc`. Without
   * one, memory is not looked at: readings between collections differ by more than a leak.
   */
  readonly collectGarbage?: () => void;
  /** Only these suites, by id. */
  readonly only?: readonly string[];
  /** Suites of your own, run after those of the kit. */
  readonly suites?: readonly Suite[];
  /** Stop at the first failure: enough to know that a backend is wrong. */
  readonly bail?: boolean;
}

/** The tolerances that the options and the backend's exactness come to. */
export function toleranceOf(backend: Backend, options: ConformanceOptions): Tolerance {
  const { tolerance } = options;
  if (typeof tolerance === "object") return tolerance;
  if (tolerance !== undefined) return { first: tolerance, second: Math.sqrt(tolerance) };
  const { exact } = backend.capabilities;
  return exact ? { first: 1e-10, second: 1e-10 } : { first: 1e-5, second: 1e-2 };
}
