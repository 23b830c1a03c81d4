import {
  add,
  derivative,
  exp,
  full,
  grad,
  mul,
  sin,
  square,
  sum,
  tensor,
  type Value,
} from "@wengert/ad-core";
import { check, close } from "../kit/compare.ts";
import type { Case, Suite } from "../kit/suite.ts";

/** Bytes in use, where the platform tells; browsers do not. */
function bytesInUse(): number | undefined {
  const { process } = globalThis as {
    process?: { memoryUsage?: () => { heapUsed: number; arrayBuffers: number } };
  };
  const usage = process?.memoryUsage?.();
  return usage && usage.heapUsed + usage.arrayBuffers;
}

/** The least memory in use during some calls: what the garbage collector could not take back. */
function leastInUse(calls: number, run: () => void): number | undefined {
  let least: number | undefined;
  for (let i = 0; i < calls; i++) {
    run();
    const now = bytesInUse();
    if (now !== undefined) least = Math.min(least ?? Infinity, now);
  }
  return least;
}

function growth(name: string, run: (call: number) => void, kept: number): void {
  let call = 0;
  const step = (): void => run(call++);
  const before = leastInUse(500, step);
  const after = leastInUse(500, step);
  if (before === undefined || after === undefined) return; // then only the calls themselves count
  // a call that stays behind keeps at least `kept` bytes; half of them are allowed as noise
  check(
    after - before < 250 * kept,
    `${name}: expected level memory over 500 calls, got ${Math.round((after - before) / 1e6)} MB more`,
  );
}

const wide = full([5_000], 0.5);
const bytes = 8 * wide.size;

const cases: readonly Case[] = [
  {
    name: "1000 gradients of a wide tensor leave nothing behind",
    operator: "grad",
    run(backend) {
      if (backend.pullback === undefined) {
        const slope = derivative((t: Value) => sum(sin(mul(t, wide))), { backend });
        growth("derivative", (call) => void slope(call / 1000), bytes);
      } else {
        const g = grad((x: Value) => sum(mul(sin(x), x)), { backend });
        growth("grad", () => void g(wide), bytes);
      }
    },
  },
  {
    name: "1000 calls that throw leave nothing behind",
    run(backend) {
      const f = (t: Value): Value => {
        sin(mul(t, wide));
        throw new RangeError("from f");
      };
      const fails = grad(f, { backend });
      growth(
        "grad",
        () => {
          try {
            fails(0.5);
          } catch {
            // as intended
          }
        },
        bytes,
      );
    },
  },
  {
    name: "the thousandth call gives the bits of the first",
    run(backend) {
      if (!backend.capabilities.deterministic) return;
      const g = grad((x: readonly Value[]) => mul(exp(x[0] as Value), square(x[1] as Value)), {
        backend,
      });
      const noise = derivative((x: Value) => sin(x), { backend });
      const first = g([0.3, 0.7]);
      for (let i = 0; i < 1000; i++) noise(i);
      close(g([0.3, 0.7]), first, 0);
    },
  },
  {
    name: "calls between two calls change nothing",
    run(backend, { first }) {
      const small = grad((x: Value) => square(x), { backend });
      const large = grad((x: Value) => sum(square(add(x, 1))), { backend });
      for (let i = 1; i < 20; i++) {
        close(small(i), 2 * i, first);
        close(large(tensor([i, 0, -1])), tensor([2 * i + 2, 2, 0]), first);
      }
    },
  },
];

export const resources: Suite = {
  id: "resources",
  title: "no memory is kept over a thousand calls, and no state",
  cases: () => cases,
};
