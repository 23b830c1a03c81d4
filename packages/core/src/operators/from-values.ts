import type { Backend, Leaves } from "../backend.ts";
import { add, div, mul, sub } from "../ops/arithmetic.ts";
import type { Value } from "../value.ts";
import { isVar } from "../var.ts";

/** The cube root of the unit round-off: truncation and rounding balance there. */
const centralStep = Math.cbrt(2 ** -53);

/**
 * Ẏ from values alone: the central difference (f(x + hẋ) − f(x − hẋ)) / 2h with
 * h = ∛u (1 + ‖x‖∞) / ‖ẋ‖∞. Error about u^(2/3); two queries for each tangent.
 *
 * @see Nocedal and Wright, *Numerical Optimization*, §8.1.
 */
export function differencePushforward(backend: Backend): NonNullable<Backend["pushforward"]> {
  return (f, x, tangents) => {
    const at = (points: readonly Leaves[]): readonly Leaves[] => backend.values?.(f, points) ?? [];
    const [value] = at([x]);
    return {
      value: value as Leaves,
      tangents: tangents.map((t) => {
        const h = (centralStep * (1 + largest(x))) / (largest(t) || 1);
        const shifted = (sign: number): Leaves =>
          x.map((leaf, i) => add(leaf, mul(sign * h, t[i] as Value)));
        const [up, down] = at([shifted(1), shifted(-1)]) as [Leaves, Leaves];
        return up.map((y, i) => div(sub(y, down[i] as Value), 2 * h));
      }),
    };
  };
}

/** max |xᵢ| over passive leaves; variables of outer transforms count by nothing. */
function largest(x: Leaves): number {
  let max = 0;
  for (const leaf of x) {
    if (typeof leaf === "number") max = Math.max(max, Math.abs(leaf));
    else if (!isVar(leaf)) for (const entry of leaf.data) max = Math.max(max, Math.abs(entry));
  }
  return max;
}
