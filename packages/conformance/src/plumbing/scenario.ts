import type { AnyFunction } from "@wengert/ad-core";

/**
 * A function, an input, and what every operator must make of them, from closed forms. Plain data
 * apart from f: tests, benchmarks and documents read the same ones.
 *
 * An operator is tested where its result is given.
 */
export interface Scenario {
  readonly name: string;
  readonly f: AnyFunction;
  readonly args: readonly unknown[];
  readonly argnums?: number | readonly number[];
  readonly hasAux?: boolean;
  /** f(x), without its by-product. */
  readonly value: unknown;
  /** The by-product, where f has one. */
  readonly aux?: unknown;
  /** ẋ, for jvp, linearize and hvp. */
  readonly tangent?: unknown;
  /** J ẋ */
  readonly pushed?: unknown;
  /** ȳ, for vjp. */
  readonly cotangent?: unknown;
  /** Jᵀ ȳ */
  readonly pulled?: unknown;
  readonly gradient?: unknown;
  readonly derivative?: unknown;
  readonly jacobian?: unknown;
  /** ∇²f ẋ */
  readonly product?: unknown;
  readonly hessian?: unknown;
}
