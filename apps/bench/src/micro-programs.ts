import {
  type AnyFunction,
  add,
  derivative,
  grad,
  hvp,
  mul,
  sin,
  sum,
  tensor,
  type Value,
} from "@wengert/ad-core";
import { forward } from "@wengert/ad-forward";
import { tape } from "@wengert/ad-tape";
import type { Target } from "./sampling.ts";
import type { Subject } from "./subject.ts";

/** A single operation, or a chain of them, to be timed in a process of its own. */
export interface MicroProgram {
  readonly id: string;
  readonly title: string;
  readonly unit: "ns per operation" | "µs per call";
  /** Seconds of one call, times this, are in that unit. */
  readonly scale: number;
  /** What a design of this kind reaches or must stay under, in that unit. */
  readonly goal: number;
  create(): Target;
}

const iterations = 1000;

/** z = sin(z)·y + z·x in a native loop: four operations an iteration. */
function chain(x: Value, y: Value): Value {
  let z: Value = x;
  for (let i = 0; i < iterations; i++) z = add(mul(sin(z), y), mul(z, x));
  return z;
}

const perOperation = 1e9 / (4 * iterations);

/** A derivative of the chain, at points that differ a little from call to call. */
function chainProgram(
  id: string,
  title: string,
  goal: number,
  run: () => AnyFunction,
): MicroProgram {
  return {
    id,
    title,
    unit: "ns per operation",
    scale: perOperation,
    goal,
    create() {
      const f = run() as (x: number) => unknown;
      return (i) => f(0.5 + 1e-6 * (i & 15));
    },
  };
}

const y = 0.75;
const ofX = (x: Value): Value => chain(x, y);

export const microPrograms: readonly MicroProgram[] = [
  chainProgram("scalar-plain", "scalar op, plain numbers", 6, () => ofX),
  chainProgram("scalar-forward", "scalar op, derivative by forward", 25, () =>
    derivative(ofX, { backend: forward() }),
  ),
  chainProgram("scalar-tape", "scalar op, gradient by tape", 25, () =>
    grad(ofX, { backend: tape() }),
  ),
  chainProgram(
    "scalar-forward-forward",
    "scalar op, second derivative by forward∘forward",
    100,
    () =>
      derivative(derivative(ofX, { backend: forward() }) as AnyFunction, { backend: forward() }),
  ),
  chainProgram(
    "scalar-forward-tape",
    "scalar op, Hessian–vector product by forward∘tape",
    100,
    () => {
      const product = hvp(ofX, { backend: tape(), outer: forward() });
      return (x: number) => product(x, 1);
    },
  ),
  chainProgram("scalar-tape-tape", "scalar op, second derivative by tape∘tape", 100, () =>
    grad(grad(ofX, { backend: tape() }) as AnyFunction, { backend: tape() }),
  ),
  {
    id: "array-op",
    title: "one eager array op, 8 elements",
    unit: "µs per call",
    scale: 1e6,
    goal: 1,
    create() {
      const xs = [1, 2, 3, 4].map((k) => eight(k));
      return (i) => mul(xs[i & 3] as Value, xs[(i + 1) & 3] as Value);
    },
  },
  {
    id: "array-grad",
    title: "grad by tape of a function of four array ops, 8 elements",
    unit: "µs per call",
    scale: 1e6,
    goal: 10,
    create() {
      const c = eight(9);
      const g = grad((x: Value) => sum(mul(sin(x), add(x, c))), { backend: tape() });
      const xs = [1, 2, 3, 4].map((k) => eight(k));
      return (i) => g(xs[i & 3] as Value);
    },
  },
];

function eight(k: number): Value {
  return tensor(Array.from({ length: 8 }, (_, i) => 1 + 0.01 * i + 0.001 * k));
}

/** A program as a station holds it. */
export function microSubject(id: string): Subject {
  const program = microPrograms.find((p) => p.id === id);
  if (program === undefined) throw new RangeError(`no program "${id}"`);
  const target = program.create();
  return {
    opened: { targets: ["derivative"], inputs: 1, outputs: 1, derivative: null },
    targets: new Map([["derivative", target]]),
    buffersBefore: 0,
    derivative: () => target(0),
  };
}
