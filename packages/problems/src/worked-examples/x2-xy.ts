import { add, mul, type Value } from "@wengert/ad-core";
import { defineProblem } from "../define.ts";
import type { Problem } from "../problem.ts";
import { seedOf, uniform } from "../random.ts";

/** x² + xy, written x·x + x·y as in the lecture. */
function x2xyFunction(x: Value, y: Value): Value {
  return add(mul(x, x), mul(x, y));
}

/**
 * Two inputs and one output: forward mode takes one sweep for each input, reverse mode one for both.
 * Seed 0 is the lecture's point (2, 3), where the value is 10 and the gradient (7, 2).
 */
export const x2xy: Problem = defineProblem<readonly [number, number]>({
  id: "x2-xy",
  suite: "A-worked-examples",
  title: "Two inputs, one output",
  formula: "L(x, y) = x² + xy",
  operator: "grad",
  f: x2xyFunction,
  argnums: [0, 1],
  inputs(_size, seed) {
    if (seed === 0) return [2, 3];
    const [x = 0, y = 0] = uniform(2, -3, 3, seedOf(2, seed));
    return [x, y];
  },
  sizeMeaning: "inputs (always 2)",
  sizes: [2],
  quickSizes: [2],
  seeds: [0, 1, 2],
  oracle: derivative,
  handWritten: { value: (x, y) => x * x + x * y, derivative },
  tags: ["scalar", "worked-example", "lecture"],
});

function derivative(x: number, y: number): [number, number] {
  return [2 * x + y, x];
}
