import { ArgumentError, PreparationMismatchError } from "../errors/classes.ts";
import { Tensor } from "../tensor/tensor.ts";
import { flattenTree, leafPaths, type TreeSpec } from "../tree/tree.ts";
import { dtypeOf, shapeOf, type Value } from "../value.ts";
import type { AnyFunction, SecondOrderOptions } from "./types.ts";

/** Several example arguments, as opposed to one that happens to be an array. */
export class Arguments<A extends readonly unknown[] = readonly unknown[]> {
  readonly values: A;
  constructor(values: A) {
    this.values = values;
  }
}

/** Example arguments for {@link prepare} of a function of several. `args(1.5, tensor([1, 2]))` */
export function args<A extends readonly unknown[]>(...values: A): Arguments<A> {
  return new Arguments(values);
}

/** Structure, shapes and dtypes of a prepared call, one line per leaf. */
export type Signature = readonly string[];

type Operator = (f: AnyFunction, options: SecondOrderOptions) => (...args: never[]) => unknown;

/** An operator bound to a function and a signature. */
export interface Prepared<R = unknown> {
  (...args: readonly unknown[]): R;
  readonly signature: Signature;
  /** Write the result into the tensors, typed arrays or arrays of `out`, and return `out`. */
  into<T>(out: T, ...args: readonly unknown[]): T;
  /** An independent copy, for use inside itself. */
  clone(): Prepared<R>;
}

/**
 * Bind an operator to `f` and to the structure, shapes and dtypes of an example. Every call checks
 * its arguments against that signature; `into` writes into buffers that you own.
 *
 * @param example one argument, or `args(…)` for several; for `jvp` and `hvp` the tangent comes last.
 * @throws PreparationMismatchError listing every leaf, prepared against called.
 * @example
 * const g = prepare(grad, f, [1, 2], { backend: tape() });
 * g.into(out, [3, 4]);
 */
export function prepare<R = unknown>(
  operator: Operator,
  f: AnyFunction,
  example: unknown,
  options: SecondOrderOptions,
): Prepared<R> {
  if (typeof operator !== "function") {
    throw new ArgumentError(
      "prepare",
      "operator",
      "grad, jacobian, hvp or another operator",
      operator,
      "write prepare(grad, f, example, { backend })",
    );
  }
  const run = operator(f, options) as (...values: readonly unknown[]) => R;
  const examples = example instanceof Arguments ? example.values : [example];
  const signature = signatureOf(examples);
  let running = false;
  const call = (...values: readonly unknown[]): R => {
    const got = signatureOf(values);
    if (got.length !== signature.length || got.some((line, i) => line !== signature[i])) {
      throw new PreparationMismatchError(operator.name, compare(signature, got));
    }
    if (running) {
      throw new ArgumentError(
        `prepared ${operator.name}`,
        "the call",
        "outside of itself",
        "a call from within f",
        "use clone() for the inner call",
      );
    }
    running = true;
    try {
      return run(...values);
    } finally {
      running = false;
    }
  };
  return Object.assign(call, {
    signature,
    into: <T>(out: T, ...values: readonly unknown[]): T => copyInto(out, call(...values)),
    clone: () => prepare<R>(operator, f, example, options),
  });
}

function signatureOf(values: readonly unknown[]): Signature {
  return values.flatMap((value, i) => {
    const { leaves, spec } = flattenTree("prepare", value);
    const paths = leafPaths(spec);
    const shape = (leaf: Value): string =>
      typeof leaf === "number" ? "number" : `${dtypeOf(leaf)}[${shapeOf(leaf).join(",")}]`;
    return [
      `argument ${i}: ${kindOf(spec)} of ${leaves.length}`,
      ...leaves.map((leaf, k) => `argument ${i} ${paths[k]}: ${shape(leaf)}`),
    ];
  });
}

function kindOf(spec: TreeSpec): string {
  return spec.kind === "scalars" ? "array" : spec.kind;
}

/** One row per leaf with a tick or a cross. */
function compare(prepared: Signature, got: Signature): string[] {
  const rows = Array.from({ length: Math.max(prepared.length, got.length) }, (_, i) => {
    const [a = "nothing", b = "nothing"] = [prepared[i], got[i]];
    return a === b ? `✓ ${a}` : `✗ prepared ${a}; called ${b}`;
  });
  const odd = rows.filter((row) => row.startsWith("✗"));
  return rows.length <= 12 ? rows : odd.slice(0, 12);
}

/** Copy leaf by leaf into what `out` already holds. */
function copyInto<T>(out: T, result: unknown): T {
  if (out instanceof Tensor && result instanceof Tensor) {
    out.data.set(result.data as never);
  } else if (
    out instanceof Float64Array &&
    (result instanceof Float64Array || Array.isArray(result))
  ) {
    out.set(result as ArrayLike<number>);
  } else if (
    typeof out === "object" &&
    out !== null &&
    typeof result === "object" &&
    result !== null
  ) {
    const target = out as Record<string, unknown>;
    for (const [key, part] of Object.entries(result)) {
      if (typeof part === "object" && part !== null) copyInto(target[key], part);
      else target[key] = part;
    }
  } else {
    throw new ArgumentError(
      "into",
      "out",
      "structured like the result",
      out,
      "pass a Tensor, Float64Array, array or object like the one the operator returns",
    );
  }
  return out;
}
