import { ArgumentError, type Backend } from "@wengert/ad-core";
import type { Estimator } from "./estimator.ts";
import { finiteDifference } from "./finite-difference.ts";

export interface ZeroOrderOptions {
  /** How derivatives are estimated. Default: central differences. */
  readonly estimator?: Estimator;
  /** The name in reports. Default: `zeroOrder(central)`, after the estimator. */
  readonly name?: string;
}

/** A backend that looks at nothing but values. */
export interface ZeroOrderBackend extends Backend {
  readonly estimator: Estimator;
}

/** Tangents core hands over at a time; f(x) is evaluated once for each such bundle. */
const bundle = 256;

/**
 * Derivatives from values alone: f may be any function, and is not looked into.
 *
 * Also called: numerical differentiation, derivative-free, black-box or gradient-free methods.
 *
 * **Cost.** One pushforward with central differences takes 2 calls of f beside f(x); a gradient or
 * Jacobian of n inputs 2n + ⌈n/256⌉, whatever the number of outputs. Memory does not grow with the
 * depth of f.
 *
 * **Accuracy.** In f64 and with everything of size 1, about 1e-10 for first derivatives; the same
 * for Hessians as differences of exact gradients (`{ backend: tape(), outer: zeroOrder() }`) or as
 * exact derivatives of differences (`{ backend: zeroOrder(), outer: forward() }`). Differences of
 * differences keep about u^(1/3), 5e-6; telling the outer ones of the noise of the inner ones,
 * `outer: zeroOrder({ estimator: finiteDifference({ step: relative({ noise: 1e-11 }) }) })`, brings
 * that to about 2e-7.
 *
 * **Limits.** Near kinks the difference straddles both sides. Where x, f or the derivatives differ
 * much in size, choose the step; see `relative` and `estimate`. Exact backends need neither.
 *
 * **References.** Nocedal and Wright, *Numerical Optimization* (2006), §8.1.
 *
 * @throws ArgumentError when the estimator is not one.
 * @example
 * grad((x: number) => Math.sin(x), { backend: zeroOrder() })(1); // 0.5403023058…
 */
export function zeroOrder(options: ZeroOrderOptions = {}): ZeroOrderBackend {
  const { estimator = finiteDifference() } = options;
  if (typeof estimator?.pushforward !== "function") {
    throw new ArgumentError(
      "[ad-zero-order] zeroOrder",
      "estimator",
      "an estimator",
      estimator,
      'write zeroOrder({ estimator: finiteDifference({ scheme: "forward" }) })',
    );
  }
  return {
    name: options.name ?? `zeroOrder(${estimator.name})`,
    api: 1,
    estimator,
    capabilities: {
      mode: "zero-order",
      exact: false,
      batch: bundle,
      nestsInside: "any",
      nestsOutside: "any",
      nativeControlFlow: true,
      dtypes: ["f64", "f32"],
      deterministic: estimator.deterministic,
      memory: "O(1)",
    },
    pushforward: (f, x, tangents) => {
      const { value, tangents: pushed } = estimator.pushforward(f, x, tangents);
      return { value, tangents: pushed };
    },
  };
}
