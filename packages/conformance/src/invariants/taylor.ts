import { add, grad, hvp, jvp, mul, sub, sum, Tensor, type Value } from "@wengert/ad-core";
import { check } from "../kit/compare.ts";
import type { Case } from "../kit/suite.ts";
import { energyOf } from "./identities.ts";
import { type Program, scattered } from "./programs.ts";

const number = (x: unknown): number => (typeof x === "number" ? x : (x as Tensor).item());
const sizes = Array.from({ length: 10 }, (_, i) => 2 ** -(i + 3));

/** A remainder this small is rounding, and says nothing about its order. */
const noise = 1e-13;

/**
 * The order in ε of a remainder: its slope between the two smallest ε at which it is more than
 * rounding, since terms of higher order spoil it at large ε.
 */
function checkSlope(remainder: (epsilon: number) => number, order: number): void {
  const r = sizes.map(remainder);
  if (r.every((x) => x < noise)) return; // the Taylor polynomial is exact
  const slopes = r.slice(1).map((x, i) => Math.log2((r[i] as number) / x));
  const good = slopes.filter((_, i) => (r[i + 1] as number) > noise);
  const last = good[good.length - 1] ?? 0;
  check(
    last > order - 0.2,
    `expected a remainder of order ${order} in ε, got slopes ${slopes.map((s) => s.toFixed(2)).join(", ")}`,
  );
}

/** f(x + εv) − f(x) − ε J v = O(ε²), and with the second-order term O(ε³). */
export function taylorCases(program: Program): Case[] {
  const { name, f, x } = program;
  const v = scattered(x.shape, 4);
  const energy = energyOf(program);
  const at = (epsilon: number): Tensor => add(x, mul(epsilon, v));
  return [
    {
      name: `the remainder after the jvp has slope 2: ${name}`,
      operator: "jvp",
      run(backend) {
        const [y, pushed] = jvp(f, { backend })(x, v) as [Value, Value];
        checkSlope((epsilon) => {
          const rest = sub(sub(f(at(epsilon)), y), mul(epsilon, pushed));
          return Math.sqrt(number(sum(mul(rest, rest))));
        }, 2);
      },
    },
    {
      name: `the remainder after the gradient has slope 2: ${name}`,
      operator: "grad",
      run(backend) {
        const slope = number(sum(mul(grad(energy, { backend })(x) as Value, v)));
        const y = number(energy(x));
        checkSlope((epsilon) => Math.abs(number(energy(at(epsilon))) - y - epsilon * slope), 2);
      },
    },
    {
      name: `the remainder after the hvp has slope 3: ${name}`,
      operator: "hvp",
      needs: ["second-order", "exact"],
      run(backend) {
        const slope = number(sum(mul(grad(energy, { backend })(x) as Value, v)));
        const bend = number(sum(mul(hvp(energy, { backend })(x, v) as Value, v)));
        const y = number(energy(x));
        checkSlope(
          (epsilon) =>
            Math.abs(number(energy(at(epsilon))) - y - epsilon * slope - 0.5 * epsilon ** 2 * bend),
          3,
        );
      },
    },
  ];
}
