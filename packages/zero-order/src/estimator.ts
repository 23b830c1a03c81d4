import type { FlatFunction, Leaves, Pushforward } from "@wengert/ad-core";

/** How far the expected estimate lies from the derivative. */
export interface Bias {
  /** The bias is O(h^power). */
  readonly power: number;
  /** No bias on polynomials up to this degree: 2 means exact on quadratics. */
  readonly exactOnDegree: number;
}

/** A pushforward by sampling, with its bill. */
export interface SampledPushforward extends Pushforward {
  /** How often f was called. */
  readonly queries: number;
  /** The step h of each tangent. */
  readonly steps: readonly number[];
}

export interface SampleOptions {
  /** Multiply every step by this: two estimates with different steps show the truncation error. */
  readonly stretch?: number;
}

/**
 * A way to estimate derivatives from values of f alone, as a plain object: `zeroOrder` makes a
 * backend of it, `estimate` reports on it.
 */
export interface Estimator {
  readonly name: string;
  /** What it asks of f. */
  readonly needs: "value";
  /** Same input, same bits. */
  readonly deterministic: boolean;
  readonly bias: Bias;
  /** Σ|cᵢ|: an error ε in each value of f becomes at most amplification · ε / h. */
  readonly amplification: number;
  /** The relative error of f's values that is reckoned with; the unit round-off if absent. */
  readonly noise?: number;
  /** Calls of f for its value and the derivative along n directions. Exact. */
  queries(n: number): number;
  /** f(x), evaluated first, and J ẋ for each ẋ; directions may be made one at a time. */
  pushforward(
    f: FlatFunction,
    x: Leaves,
    tangents: Iterable<Leaves>,
    options?: SampleOptions,
  ): SampledPushforward;
}
