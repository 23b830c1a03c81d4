import type { DType } from "./tensor/dtype.ts";
import type { Value } from "./value.ts";

/** The leaves of an argument or result, in order. */
export type Leaves = readonly Value[];

/** A function between leaves: what core makes of the user's f before a backend sees it. */
export type FlatFunction = (x: Leaves) => Leaves;

export interface Pushforward {
  /** f(x), on the level of x. */
  readonly value: Leaves;
  /** J ẋ for each ẋ that was given. */
  readonly tangents: readonly Leaves[];
}

export interface Pullback {
  readonly value: Leaves;
  /** Jᵀ ȳ for each ȳ; may be called again until released. */
  pull(cotangents: readonly Leaves[]): readonly Leaves[];
  /** Give back buffers early. Optional to call: the garbage collector does it otherwise. */
  release?(): void;
}

/** What a backend can do, as data; the conformance kit checks every line of it. */
export interface Capabilities {
  readonly mode: "forward" | "reverse" | "both" | "zero-order";
  /** False: results carry a truncation or sampling error, and tolerances are wider. */
  readonly exact: boolean;
  /** How many tangents or cotangents one sweep carries at best. */
  readonly batch: number;
  /** May it run on values of an outer transform? */
  readonly nestsInside: "any" | "none";
  /** May other transforms run inside the functions it differentiates? */
  readonly nestsOutside: "any" | "none";
  /** Native `if`, `for` and `while` in f. */
  readonly nativeControlFlow: boolean;
  readonly dtypes: readonly DType[];
  /** Same input, same bits. */
  readonly deterministic: boolean;
  /** Memory in the number of operations N of f. */
  readonly memory: "O(1)" | "O(N)" | "bounded";
}

/**
 * A strategy for multiplying local Jacobians: a plain object with at least one of `pushforward`,
 * `pullback` and `values`. Core derives every operator from what is there.
 *
 * A backend works on leaves. They may be variables of outer transforms: arithmetic on them must go
 * through the free functions of core.
 */
export interface Backend {
  readonly name: string;
  /** Version of this contract. */
  readonly api: 1;
  readonly capabilities: Capabilities;
  pushforward?(f: FlatFunction, x: Leaves, tangents: readonly Leaves[]): Pushforward;
  pullback?(f: FlatFunction, x: Leaves): Pullback;
  /** f at several points: all that a black box can offer. */
  values?(f: FlatFunction, points: readonly Leaves[]): readonly Leaves[];
}

/** What a backend package exports: options in, plain object out. */
export type BackendFactory<Options> = (options?: Options) => Backend;
