import type { Value } from "@wengert/ad-core";
import { type Backend, type FlatFunction, type Leaves, mul, sum, tensor } from "@wengert/ad-core";
import { check, close } from "../kit/compare.ts";
import type { Case } from "../kit/suite.ts";

/*
 * Batches are part of the backend contract itself, so they are tested on its own methods:
 * f(s, x) = (s · x, s · Σx) with a number s and a vector x, so y has 4 entries and x has 4.
 */
const f: FlatFunction = ([s, x]) => [mul(s as Value, x as Value), mul(s as Value, sum(x as Value))];
const point: Leaves = [2, tensor([1, -1, 3])];
const value: Leaves = [tensor([2, -2, 6]), tensor(6)];

const tangent = (k: number): Leaves => [k + 1, tensor([1, k, -2 * k])];
/** (ṡ x + s ẋ, ṡ Σx + s Σẋ) */
const pushed = (k: number): Leaves => [
  tensor([k + 1 + 2, -(k + 1) + 2 * k, 3 * (k + 1) - 4 * k]),
  tensor(3 * (k + 1) + 2 * (1 - k)),
];
const cotangent = (k: number): Leaves => [tensor([1, k, 2]), tensor(k - 1)];
/** (⟨x, c⟩ + Σx d, s c + s d) */
const pulled = (k: number): Leaves => [
  1 - k + 6 + 3 * (k - 1),
  tensor([2 + 2 * (k - 1), 2 * k + 2 * (k - 1), 4 + 2 * (k - 1)]),
];

const many = <T>(size: number, of: (k: number) => T): T[] =>
  Array.from({ length: size }, (_, k) => of(k));

/** No tangent at all, one, two, and one more than there are inputs. */
const sizes = [0, 1, 2, 5];

function has(backend: Backend, method: "pushforward" | "pullback" | "values"): boolean {
  return backend[method] !== undefined;
}

/** Scalars may come back as numbers or as tensors of rank 0 at this level. */
function normal(leaves: readonly Leaves[]): unknown {
  return leaves.map((row) => row.map((leaf) => (typeof leaf === "number" ? tensor(leaf) : leaf)));
}

export function batchCases(backend: Backend): Case[] {
  const cases: Case[] = [];
  for (const size of sizes) {
    if (has(backend, "pushforward")) {
      cases.push({
        name: `a batch of ${size} tangents`,
        operator: "jvp",
        run(fresh, { first }) {
          const swept = fresh.pushforward?.(f, point, many(size, tangent));
          close(normal([swept?.value ?? []]), normal([value]), first);
          close(normal(swept?.tangents ?? []), normal(many(size, pushed)), first);
        },
      });
    }
    if (has(backend, "pullback")) {
      cases.push({
        name: `a batch of ${size} cotangents, pulled twice`,
        operator: "vjp",
        run(fresh, { first }) {
          const recorded = fresh.pullback?.(f, point);
          check(recorded !== undefined, "pullback: expected a recording");
          close(normal([recorded?.value ?? []]), normal([value]), first);
          for (let repeat = 0; repeat < 2; repeat++) {
            const rows = recorded?.pull(many(size, cotangent)) ?? [];
            close(normal(rows), normal(many(size, pulled)), first);
          }
          recorded?.release?.();
        },
      });
    }
    if (has(backend, "values")) {
      cases.push({
        name: `values at ${size} points`,
        run(fresh, { first }) {
          const points = many(size, (k): Leaves => [k, point[1] as Value]);
          const expected = points.map((x) => f(x));
          close(normal(fresh.values?.(f, points) ?? []), normal(expected), first);
        },
      });
    }
  }
  return cases;
}
