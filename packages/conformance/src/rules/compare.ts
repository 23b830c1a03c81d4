import { shapeOf, Tensor, type Value } from "@wengert/ad-core";
import type { TensorData } from "./case.ts";

/** Largest error allowed, relative to the element, or to the array where the element is small. */
const ruleTolerance = 1e-9;

/**
 * The worst element of `got` against `want`, or undefined where all agree.
 *
 * An element may be off by 1e-9 of itself, or of a thousandth of the largest element of its array
 * (1e-3 at least): sums of larger terms cancel to small ones and keep their rounding.
 */
export function disagreement(got: Value | undefined, want: TensorData): string | undefined {
  if (got === undefined) return "no output";
  const shape = shapeOf(got);
  if (shape.join() !== want.shape.join())
    return `shape [${shape.join()}] for [${want.shape.join()}]`;
  const data = got instanceof Tensor ? got.data : [got as number];
  const wanted = want.data.map(Number);
  const largest = wanted.reduce((m, w) => Math.max(m, Math.abs(w)), 1);
  for (let i = 0; i < wanted.length; i++) {
    const [g, w] = [data[i] as number, wanted[i] as number];
    const allowed = ruleTolerance * Math.max(Math.abs(w), 1e-3 * largest);
    if (!(g === w || Math.abs(g - w) <= allowed)) {
      return `element ${i} is ${g}, not ${w} (off by ${Math.abs(g - w).toExponential(1)})`;
    }
  }
  return undefined;
}
