import {
  add,
  hessian,
  hvp,
  jacobian,
  jvp,
  linearize,
  matmul,
  mul,
  reshape,
  sub,
  sum,
  Tensor,
  tensor,
  type Value,
  value,
  vjp,
} from "@wengert/ad-core";
import { close } from "../kit/compare.ts";
import type { Case } from "../kit/suite.ts";
import { type Program, scattered } from "./programs.ts";

const inner = (a: unknown, b: unknown): number =>
  tensor([sum(mul(a as Tensor, b as Tensor)).item()]).item();

/** A scalar made of a program: ⟨f(x), f(x)⟩ / 2. */
export function energyOf({ f }: Program): (x: Value) => Value {
  return (x) => {
    const y = f(x);
    return mul(0.5, sum(mul(y, y)));
  };
}

/** What must hold between operators whatever the function is. */
export function identityCases(program: Program): Case[] {
  const { name, f, x, result } = program;
  const tangent = scattered(x.shape, 1);
  const other = scattered(x.shape, 2);
  const cotangent = scattered(result, 3);
  return [
    {
      name: `⟨u, J v⟩ = ⟨Jᵀ u, v⟩: ${name}`,
      operator: "vjp",
      run(backend, { first }) {
        const [, pushed] = jvp(f, { backend })(x, tangent);
        const pulled = vjp(f, { backend })(x)[1](cotangent);
        close(inner(cotangent, pushed), inner(pulled, tangent), first);
      },
    },
    {
      name: `J(2v − 3w) = 2 J v − 3 J w: ${name}`,
      operator: "jvp",
      run(backend, { first }) {
        const push = (t: Value): Value => jvp(f, { backend })(x, t)[1];
        const combined = push(sub(mul(2, tangent), mul(3, other)));
        close(combined, sub(mul(2, push(tangent)), mul(3, push(other))), first);
      },
    },
    {
      name: `linearize agrees with jvp in every direction: ${name}`,
      operator: "linearize",
      run(backend, { first }) {
        const [, push] = linearize(f, { backend })(x);
        for (const t of [tangent, other]) close(push(t), jvp(f, { backend })(x, t)[1], first);
      },
    },
    {
      name: `the Jacobian times v is the jvp: ${name}`,
      operator: "jacobian",
      run(backend, { first }) {
        const rows = result.reduce((a, b) => a * b, 1);
        const full = jacobian(f, { backend })(x);
        const flat = reshape(full, [rows, x.size]);
        const product = reshape(matmul(flat, reshape(tangent, [x.size])), result);
        close(product, jvp(f, { backend })(x, tangent)[1], first);
      },
    },
    {
      name: `value and derivative come with the plain value: ${name}`,
      operator: "jvp",
      run(backend) {
        close(jvp(f, { backend })(x, tangent)[0], value(f(x)), 1e-14);
        close(vjp(f, { backend })(x)[0], value(f(x)), 1e-14);
      },
    },
    {
      name: `the Hessian is symmetric, and its product with v is the hvp: ${name}`,
      operator: "hessian",
      needs: ["second-order"],
      run(backend, { second }) {
        const energy = energyOf(program);
        const n = x.size;
        const full = hessian(energy, { backend })(x);
        const H = reshape(full, [n, n]);
        for (let i = 0; i < n; i++) {
          for (let j = 0; j < i; j++) {
            close(H.data[i * n + j], H.data[j * n + i], second, `H[${i},${j}]`);
          }
        }
        const product = reshape(matmul(H, reshape(tangent, [n])), x.shape);
        close(hvp(energy, { backend })(x, tangent), product, second);
      },
    },
    {
      name: `the hvp is linear in its direction: ${name}`,
      operator: "hvp",
      needs: ["second-order"],
      run(backend, { second }) {
        const energy = energyOf(program);
        const along = (v: Value): Value => hvp(energy, { backend })(x, v) as Value;
        close(along(add(tangent, other)), add(along(tangent), along(other)), second);
      },
    },
  ];
}
