import {
  add,
  type Backend,
  type Leaves,
  type Pullback,
  type Value,
  type Var,
  zerosLike,
} from "@wengert/ad-core";
import { sweepGeneric } from "./sweep-generic.ts";
import { sweepNumeric } from "./sweep-numeric.ts";
import { TapeInterpreter } from "./tape-interpreter.ts";

export interface TapeOptions {
  /** The name in reports. */
  readonly name?: string;
}

/**
 * Reverse mode: record the Wengert list of one evaluation, then sweep it backwards.
 *
 * Also called: backpropagation, adjoint mode, vector–Jacobian products.
 *
 * **Cost.** One pullback costs a small multiple of f, whatever the number of inputs (the cheap
 * gradient principle); a Jacobian of m outputs takes m sweeps. Memory: 32 bytes for each operation
 * on numbers, and the operands of each operation on tensors, until the pullback is dropped.
 *
 * **Limits.** Memory grows with the length of the computation; forward mode does not.
 *
 * **References.** Linnainmaa (1970); Griewank and Walther, *Evaluating Derivatives* (2008), §3.2;
 * Wengert (1964) for the list.
 *
 * @example
 * grad((x) => mul(x, sin(x)), { backend: tape() })(2);
 */
export function tape(options: TapeOptions = {}): Backend {
  return {
    name: options.name ?? "tape",
    api: 1,
    capabilities: {
      mode: "reverse",
      exact: true,
      batch: 1,
      nestsInside: "any",
      nestsOutside: "any",
      nativeControlFlow: true,
      dtypes: ["f64", "f32"],
      deterministic: true,
      memory: "O(N)",
    },
    pullback: record,
  };
}

function record(f: (x: Leaves) => Leaves, x: Leaves): Pullback {
  const tracer = new TapeInterpreter();
  try {
    const inputs = x.map((leaf) => tracer.input(leaf));
    const results = f(inputs);
    const rows = results.map((y) => (tracer.owns(y) ? y.row : -1));
    const value = results.map((y) => tracer.lower(y));
    tracer.close();
    return {
      value,
      pull: (cotangents) => cotangents.map((c) => sweep(tracer, inputs, x, rows, c)),
      release: () => tracer.release(),
    };
  } catch (error) {
    tracer.release();
    throw error;
  }
}

/** Seed the rows of the results with ȳ, sweep, and read x̄ off the rows of the inputs. */
function sweep(
  tracer: TapeInterpreter,
  inputs: readonly Var[],
  x: Leaves,
  rows: readonly number[],
  cotangents: Leaves,
): Leaves {
  const { columns, records } = tracer;
  if (records.length === 0 && cotangents.every((c) => typeof c === "number") && x.every(isNumber)) {
    columns.adjoints.fill(0, 0, columns.length);
    rows.forEach((row, i) => {
      if (row >= 0) columns.adjoints[row]! += cotangents[i] as number;
    });
    sweepNumeric(columns, inputs.length);
    return inputs.map((input) => columns.adjoints[input.row] as number);
  }
  const adjoints = new Array<Value | undefined>(columns.length).fill(undefined);
  rows.forEach((row, i) => {
    if (row < 0) return;
    const other = adjoints[row];
    const cotangent = cotangents[i] as Value;
    adjoints[row] = other === undefined ? cotangent : add(other, cotangent);
  });
  sweepGeneric(columns, records, adjoints, inputs.length);
  return inputs.map((input, i) => adjoints[input.row] ?? zerosLike(x[i] as Value));
}

function isNumber(x: Value): boolean {
  return typeof x === "number";
}
