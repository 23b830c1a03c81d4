import {
  ArgumentError,
  add,
  div,
  dtypeOf,
  type FlatFunction,
  isFloating,
  type Leaves,
  mul,
  sub,
  type Value,
  zerosLike,
} from "@wengert/ad-core";
import type { Line } from "./line.ts";
import { movingLeaf } from "./line.ts";
import type { Stencil } from "./stencil.ts";

/**
 * h⁻¹ Σ cᵢ f(x + h sᵢ ẋ), in ops: whoever differentiates it sees ordinary computation.
 *
 * The weights of a derivative add up to zero, so this is h⁻¹ Σ cᵢ (f(xᵢ) − f(x₀)): neighbouring
 * values are subtracted exactly before they are scaled. Points of weight zero are not evaluated.
 */
export function differenceAlong(
  f: FlatFunction,
  x: Leaves,
  tangent: Leaves,
  value: Leaves,
  { grid, numerators, denominator }: Stencil,
  h: number,
): Leaves {
  const at = (s: number): Leaves => (s === 0 ? value : f(shift(x, h * s, tangent)));
  let anchor: Leaves | undefined;
  let sums: (Value | undefined)[] = [];
  grid.forEach((s, i) => {
    const weight = numerators[i] as number;
    if (weight === 0) return;
    const sample = at(s);
    if (anchor === undefined) {
      anchor = sample;
      return;
    }
    const first = anchor;
    sums = sample.map((y, j) => {
      if (!isFloating(dtypeOf(y))) return undefined;
      const term = scaled(weight, sub(y, first[j] as Value));
      const sum = sums[j];
      return sum === undefined ? term : add(sum, term);
    });
  });
  return value.map((y, j) => {
    const sum = sums[j];
    return sum === undefined ? zerosLike(y) : div(sum, denominator * h);
  });
}

/** How many values a stencil takes beside f(x). */
export function queriesPerDirection({ grid, numerators }: Stencil): number {
  return grid.filter((s, i) => s !== 0 && numerators[i] !== 0).length;
}

/** A step must be a number that moves x. */
export function requireStep(rule: string, line: Line, h: number): void {
  if (!Number.isFinite(h) || h === 0) {
    throw new ArgumentError(
      "[ad-zero-order] finiteDifference",
      `the step of rule ${rule}`,
      "finite and not zero",
      h,
      "return a step such as 2 ** -17 from the rule, or use relative()",
    );
  }
  const stuck = line.vanishesAt(h);
  if (stuck === undefined) return;
  throw new ArgumentError(
    "[ad-zero-order] finiteDifference",
    `the step of rule ${rule}`,
    `large enough to move x = ${stuck} (x + h must differ from x)`,
    h,
    "use relative(), which follows the size of x, or a larger fixed step",
  );
}

function shift(x: Leaves, s: number, tangent: Leaves): Leaves {
  return x.map((leaf, i) => {
    const t = movingLeaf(tangent[i] as Value);
    return t === undefined ? leaf : add(leaf, mul(s, t));
  });
}

function scaled(weight: number, y: Value): Value {
  return weight === 1 ? y : mul(weight, y);
}
