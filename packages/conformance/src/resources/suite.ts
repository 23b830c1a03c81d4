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
import type { Case, Subject, Suite } from "../kit/suite.ts";

/** Bytes in use, where the platform tells; browsers do not. */
function bytesInUse(): number | undefined {
  const { process } = globalThis as {
    process?: { memoryUsage?: () => { heapUsed: number; arrayBuffers: number } };
  };
  const usage = process?.memoryUsage?.();
  return usage && usage.heapUsed + usage.arrayBuffers;
}

type Collector = Subject["collectGarbage"];

function settledBytes(collectGarbage: Collector): number | undefined {
  for (let i = 0; i < 3; i++) collectGarbage?.();
  return bytesInUse();
}

/** What one call holds while it runs. */
const payload = full([2_500], 0.5);

/** Call `run` a thousand times; what stays behind must be less than half a payload for each. */
function growth(name: string, collectGarbage: Collector, run: (call: number) => void): void {
  for (let call = 0; call < 100; call++) run(call);
  const before = settledBytes(collectGarbage);
  for (let call = 0; call < 1000; call++) run(call);
  const after = settledBytes(collectGarbage);
  run(0); // the backend is still wanted, so what it keeps is not garbage yet
  if (before === undefined || after === undefined) return; // then only the calls themselves count
  check(
    after - before < 500 * payload.data.byteLength,
    `${name}: expected level memory over 1000 calls, got ${Math.round((after - before) / 1e6)} MB more`,
  );
}

const memoryCases = ({ collectGarbage }: Subject): Case[] => [
  {
    name: "1000 gradients of a wide tensor leave nothing behind",
    operator: "grad",
    needs: ["garbage-collector"],
    run(backend) {
      if (backend.pullback === undefined) {
        const slope = derivative((t: Value) => sum(sin(mul(t, payload))), { backend });
        growth("derivative", collectGarbage, (call) => void slope(call / 1000));
      } else {
        const g = grad((x: Value) => sum(mul(sin(x), x)), { backend });
        growth("grad", collectGarbage, () => void g(payload));
      }
    },
  },
  {
    name: "1000 calls that throw leave nothing behind",
    needs: ["garbage-collector"],
    run(backend) {
      const f = (t: Value): Value => {
        sin(mul(t, payload));
        throw new RangeError("from f");
      };
      const fails = grad(f, { backend });
      growth("grad", collectGarbage, () => {
        try {
          fails(0.5);
        } catch {
          // as intended
        }
      });
    },
  },
];

const stateCases: readonly Case[] = [
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
  cases: (subject) => [...memoryCases(subject), ...stateCases],
};
