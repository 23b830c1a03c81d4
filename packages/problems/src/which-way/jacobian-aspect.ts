import { matmul, Tensor, type Value } from "@wengert/ad-core";
import { defineProblem } from "../define.ts";
import type { Problem } from "../problem.ts";
import { seedOf, uniformArray } from "../random.ts";

/** Columns of the matrix: the number of inputs. */
export const aspectInputs = 100;

/** x ↦ Ax. */
function jacobianAspectFunction(x: Value, a: Value): Value {
  return matmul(a, x);
}

/**
 * The whole Jacobian of a linear map ℝⁿ → ℝᵐ with n = 100 and m/n from 0.05 to 4.
 *
 * Forward mode takes n sweeps of mn multiplications, reverse mode m sweeps: they cross at m = n
 * when a sweep of each costs the same, in general at m = n·τ_f/τ_r. The Jacobian is A itself, and
 * writing a copy of it is far cheaper than either.
 */
export const jacobianAspect: Problem = defineProblem<readonly [Tensor, Tensor]>({
  id: "jacobian-aspect",
  suite: "C-which-way-round",
  title: "Wide and tall Jacobians",
  formula: "f(x) = A x, A of m × 100",
  operator: "jacobian",
  f: jacobianAspectFunction,
  argnums: 0,
  inputs(m, seed) {
    const n = aspectInputs;
    return [
      new Tensor(uniformArray(n, -1, 1, seedOf(51, seed)), [n], "f64"),
      new Tensor(uniformArray(m * n, -1, 1, seedOf(52 + m, seed)), [m, n], "f64"),
    ];
  },
  sizeMeaning: "outputs m (inputs n = 100)",
  sizes: [5, 10, 25, 50, 75, 100, 150, 200, 400],
  quickSizes: [5, 50, 100, 200, 400],
  seeds: [0, 1, 2],
  oracle: (_x, a) => a,
  handWritten: { value, derivative: (_x, a) => new Tensor(a.data.slice(), a.shape, a.dtype) },
  tags: ["tensor", "linear", "jacobian"],
});

function value(x: Tensor, a: Tensor): Tensor {
  const n = x.size;
  const m = a.size / n;
  const out = new Float64Array(m);
  for (let i = 0; i < m; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += (a.data[i * n + j] as number) * (x.data[j] as number);
    out[i] = sum;
  }
  return new Tensor(out, [m], "f64");
}
