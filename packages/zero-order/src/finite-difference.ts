import { ArgumentError, type Leaves } from "@wengert/ad-core";
import { differenceAlong, queriesPerDirection, requireStep } from "./difference.ts";
import type { Estimator } from "./estimator.ts";
import { Line } from "./line.ts";
import { coarsestRoundoff } from "./precision.ts";
import { type Stencil, stencil } from "./stencil.ts";
import { relative } from "./step/relative.ts";
import type { StepRule } from "./step/rule.ts";

export type DifferenceScheme = "forward" | "central" | "backward";

export interface FiniteDifferenceOptions {
  /** On which side of x the points lie. Default `"central"`. */
  readonly scheme?: DifferenceScheme;
  /**
   * q: the truncation error is O(hᵠ). Central: 2 (default), 4, 6 or 8. Forward and backward: 1
   * (default) to 4.
   */
  readonly order?: number;
  /** Default: {@link relative}. */
  readonly step?: StepRule;
}

const orders: Readonly<Record<DifferenceScheme, readonly number[]>> = {
  central: [2, 4, 6, 8],
  forward: [1, 2, 3, 4],
  backward: [1, 2, 3, 4],
};

/**
 * Differences of values along each direction.
 *
 * | scheme | formula for J ẋ | truncation | queries beside f(x) | best error in f64 |
 * |---|---|---|---|---|
 * | forward | (f(x+hẋ) − f(x)) / h | h f″/2 | 1 | about 2e-8 |
 * | backward | (f(x) − f(x−hẋ)) / h | −h f″/2 | 1 | about 2e-8 |
 * | central | (f(x+hẋ) − f(x−hẋ)) / 2h | h² f‴/6 | 2 | about 2e-11 |
 * | central, order 4 | (8(f₁ − f₋₁) − (f₂ − f₋₂)) / 12h | −h⁴ f⁽⁵⁾/30 | 4 | about 1e-13 |
 *
 * **Cost.** A gradient of n inputs takes `queries(n)` calls of f: n + 1 forward, 2n + 1 central.
 *
 * **Limits.** About half the digits (forward) or two thirds (central) of f's precision, fewer where
 * f, x and the derivatives differ much in size, or f is noisy; see {@link relative}.
 *
 * **References.** Nocedal and Wright, *Numerical Optimization* (2006), §8.1; Dennis and Schnabel
 * (1996), §5.4–5.6; Fornberg (1988) for the stencils of higher order.
 *
 * @throws ArgumentError for an unknown scheme or order; when used, for a step that does not move x.
 * @example
 * zeroOrder({ estimator: finiteDifference({ scheme: "central", order: 4 }) });
 */
export function finiteDifference(options: FiniteDifferenceOptions = {}): Estimator {
  const { scheme = "central", step: rule = relative() } = options;
  const { order = orders[scheme]?.[0] ?? 1 } = options;
  check(scheme, order, rule);
  const formula = stencilOf(scheme, order);
  const perDirection = queriesPerDirection(formula);
  return {
    name: order === orders[scheme][0] ? scheme : `${scheme}${order}`,
    needs: "value",
    deterministic: true,
    bias: { power: order, exactOnDegree: order },
    amplification: formula.noise.toNumber(),
    ...(rule.noise === undefined ? {} : { noise: rule.noise }),
    queries: (n) => 1 + perDirection * n,
    pushforward(f, x, tangents, { stretch = 1 } = {}) {
      const value = f(x);
      const roundoff = coarsestRoundoff([...x, ...value]);
      const steps: number[] = [];
      const pushed: Leaves[] = [];
      for (const tangent of tangents) {
        const line = new Line(x, tangent, roundoff, formula);
        const h = rule.step(line) * stretch;
        requireStep(rule.name, line, h);
        steps.push(h);
        pushed.push(differenceAlong(f, x, tangent, value, formula, h));
      }
      return { value, tangents: pushed, queries: 1 + perDirection * steps.length, steps };
    },
  };
}

function stencilOf(scheme: DifferenceScheme, order: number): Stencil {
  const first = scheme === "central" ? -order / 2 : scheme === "backward" ? -order : 0;
  return stencil(
    Array.from({ length: order + 1 }, (_, i) => first + i),
    1,
  );
}

function check(scheme: DifferenceScheme, order: number, rule: StepRule): void {
  if (!Object.hasOwn(orders, scheme)) {
    throw new ArgumentError(
      "[ad-zero-order] finiteDifference",
      "scheme",
      '"forward", "central" or "backward"',
      scheme,
      'write finiteDifference({ scheme: "central" })',
    );
  }
  if (!orders[scheme].includes(order)) {
    throw new ArgumentError(
      "[ad-zero-order] finiteDifference",
      "order",
      `one of ${orders[scheme].join(", ")} for scheme "${scheme}"`,
      order,
      "central differences have even orders; leave order out for the usual formula",
    );
  }
  if (typeof rule?.step !== "function") {
    throw new ArgumentError(
      "[ad-zero-order] finiteDifference",
      "step",
      "a step rule",
      rule,
      "write step: fixed(1e-6) for a plain number, or step: relative()",
    );
  }
}
