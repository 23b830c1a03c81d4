import { add, dot, mul, square, sub, Tensor, tensor, type Value } from "@wengert/ad-core";
import { defineProblem } from "../define.ts";
import type { Problem } from "../problem.ts";
import { seedOf, uniform, uniformArray } from "../random.ts";

/** (wᵀx − y)² + λwᵀw; the Wengert list is a, b, c, d, e, L. */
function ridgeFunction(w: Value, x: Value, y: Value, lambda: Value): Value {
  const a = dot(w, x);
  const b = sub(a, y);
  const c = square(b);
  const d = dot(w, w);
  const e = mul(lambda, d);
  return add(c, e);
}

type Ridge = readonly [w: Tensor, x: Tensor, y: number, lambda: number];

/**
 * The loss of ridge regression on one object, with its gradient in w: 2(wᵀx − y)x + 2λw.
 *
 * Seed 0 at size 2 is the lecture's point w = [3, 4], x = [1, 2], y = 0, λ = 5, where a = 11,
 * b = 11, c = 121, d = 25, e = 125, L = 246 and the gradient is [52, 84].
 */
export const ridge: Problem = defineProblem<Ridge>({
  id: "ridge",
  suite: "A-worked-examples",
  title: "Ridge regression on one object",
  formula: "L(w) = (wᵀx − y)² + λ wᵀw",
  operator: "grad",
  f: ridgeFunction,
  argnums: 0,
  inputs(size, seed) {
    if (seed === 0 && size === 2) return [tensor([3, 4]), tensor([1, 2]), 0, 5];
    const [y = 0, lambda = 0] = uniform(2, 0, 2, seedOf(3, seed));
    const vector = (base: number): Tensor =>
      new Tensor(uniformArray(size, -1, 1, seedOf(base + size, seed)), [size], "f64");
    return [vector(1_000), vector(2_000), y, lambda];
  },
  sizeMeaning: "weights",
  sizes: [2, 16, 256, 4096],
  quickSizes: [2, 256],
  seeds: [0, 1, 2],
  oracle: derivative,
  handWritten: { value, derivative },
  stepNames: ["a", "b", "c", "d", "e", "L"],
  tags: ["tensor", "worked-example", "lecture"],
});

function value(w: Tensor, x: Tensor, y: number, lambda: number): number {
  let a = 0;
  let d = 0;
  for (let i = 0; i < w.size; i++) {
    const wi = w.data[i] as number;
    a += wi * (x.data[i] as number);
    d += wi * wi;
  }
  return (a - y) ** 2 + lambda * d;
}

function derivative(w: Tensor, x: Tensor, y: number, lambda: number): Tensor {
  let a = 0;
  for (let i = 0; i < w.size; i++) a += (w.data[i] as number) * (x.data[i] as number);
  const scale = 2 * (a - y);
  const out = new Float64Array(w.size);
  for (let i = 0; i < w.size; i++) {
    out[i] = scale * (x.data[i] as number) + 2 * lambda * (w.data[i] as number);
  }
  return new Tensor(out, w.shape, "f64");
}
