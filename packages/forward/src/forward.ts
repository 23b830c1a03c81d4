import {
  ArgumentError,
  type Backend,
  type FlatFunction,
  type Leaves,
  type Pushforward,
  stack,
  unstack,
  type Value,
  zerosLike,
} from "@wengert/ad-core";
import { DualInterpreter } from "./dual-interpreter.ts";

export interface ForwardOptions {
  /**
   * How many tangents one sweep carries; 8 unless given. On functions of numbers 8 is the sweet spot:
   * a typed array of up to 64 bytes lives in V8's own heap, a larger one costs a microsecond to
   * allocate. On functions of large tensors more tangents save sweeps and cost memory.
   */
  readonly chunk?: number;
  /** The name in reports. */
  readonly name?: string;
}

/**
 * Forward mode: dual numbers. The derivative is computed alongside the value, op by op.
 *
 * Also called: tangent mode, Jacobian–vector products, dual numbers.
 *
 * **Cost.** One pushforward costs about one to three evaluations of f; a Jacobian with n inputs
 * takes ⌈n / chunk⌉ sweeps. Memory does not grow with the depth of f.
 *
 * **Limits.** The gradient of a function of many inputs costs n sweeps: use reverse mode.
 *
 * **References.** Clifford (1873) for dual numbers; Wengert (1964); Griewank and Walther,
 * *Evaluating Derivatives* (2008), §3.1.
 *
 * @example
 * derivative((x) => mul(x, sin(x)), { backend: forward() })(2);
 */
export function forward(options: ForwardOptions = {}): Backend {
  const { chunk = 8 } = options;
  if (!Number.isInteger(chunk) || chunk < 1) {
    throw new ArgumentError(
      "[ad-forward] forward",
      "chunk",
      "a positive integer",
      chunk,
      "use forward({ chunk: 8 }), or leave it out",
    );
  }
  return {
    name: options.name ?? "forward",
    api: 1,
    capabilities: {
      mode: "forward",
      exact: true,
      batch: chunk,
      nestsInside: "any",
      nestsOutside: "any",
      nativeControlFlow: true,
      dtypes: ["f64", "f32"],
      deterministic: true,
      memory: "O(1)",
    },
    pushforward(f, x, tangents) {
      const groups: Leaves[][] = [];
      for (let i = 0; i < tangents.length; i += chunk) groups.push(tangents.slice(i, i + chunk));
      const sweeps = groups.map((group) => sweep(f, x, group));
      return {
        value: (sweeps[0] ?? sweep(f, x, [])).value,
        tangents: sweeps.flatMap((s) => s.tangents),
      };
    },
  };
}

/** One evaluation of f on dual numbers, with one tangent or a bundle of them. */
function sweep(f: FlatFunction, x: Leaves, tangents: readonly Leaves[]): Pushforward {
  const tracer = new DualInterpreter();
  const bundled = tangents.length > 1;
  const inputs = x.map((leaf, i) => tracer.dual(leaf, bundle(tangents.map((t) => t[i] as Value))));
  try {
    const results = f(inputs);
    const value = results.map((y) => tracer.lower(y));
    const pushed = results.map((y) => tracer.tangent(y));
    const parts = pushed.map((t) => (bundled && t !== undefined ? unstack(t) : [t]));
    return {
      value,
      tangents: tangents.map((_, k) =>
        parts.map((part, i) => part[bundled ? k : 0] ?? zerosLike(value[i] as Value)),
      ),
    };
  } finally {
    tracer.close();
  }
}

function bundle(tangents: readonly Value[]): Value | undefined {
  return tangents.length > 1 ? stack(tangents) : tangents[0];
}
