import { ArgumentError, NotScalarOutputError } from "./errors/classes.ts";
import { type Entry, StepTracer } from "./interpreters/step-tracer.ts";
import type { Params } from "./op.ts";
import { zerosLike } from "./operators/call.ts";
import { Arguments } from "./operators/prepare.ts";
import type { AnyFunction } from "./operators/types.ts";
import { forwardSweep, reverseSweep } from "./step-sweeps.ts";
import { flattenTree, leafPaths, unflattenTree } from "./tree/tree.ts";
import { type Passive, rankOf, shapeOf, type Value } from "./value.ts";
import { Var } from "./var.ts";

/** An earlier row, or a constant. */
export type StepOperand = { readonly row: number } | { readonly constant: Passive };

/** One row vᵢ of the Wengert list. */
export interface Step {
  /** 0 … for the inputs, then one for each op, in the order of evaluation. */
  readonly row: number;
  /** `x`, `x[0]`, … for inputs; `v1`, `v2`, … for steps. */
  readonly name: string;
  /** The op's name; `input` for an input. */
  readonly op: string;
  readonly params: Params;
  readonly operands: readonly StepOperand[];
  readonly value: Passive;
  /** Forward mode: v̇ᵢ. With several inputs, one entry for each of them, on a leading axis. */
  readonly tangent?: Passive;
  /** Reverse mode: v̄ᵢ; zero where the result does not depend on vᵢ. */
  readonly adjoint?: Passive;
}

export interface StepTrace {
  readonly mode: "forward" | "reverse";
  /** All rows in sweep order: 1 … N forwards, N … 1 in reverse mode, inputs first or last. */
  readonly steps: readonly Step[];
  /** The row of the result; undefined when f returned a constant. */
  readonly result: number | undefined;
  readonly value: Passive;
}

export interface StepOptions {
  readonly mode: "forward" | "reverse";
}

/**
 * Run f and return its Wengert list: every vᵢ with its op, operands and value, and its tangent
 * (forward) or adjoint (reverse), in sweep order. These are the tables of the lectures.
 *
 * @param x the argument, or `args(…)` for several; all of it is differentiated.
 * @throws NotScalarOutputError in reverse mode when f does not return one scalar.
 * @see Wengert (1964), *A simple automatic derivative evaluation program*.
 * @example
 * formatSteps(traceSteps((x: Value) => mul(x, sin(x)), 2, { mode: "reverse" }));
 */
export function traceSteps(f: AnyFunction, x: unknown, { mode }: StepOptions): StepTrace {
  if (mode !== "forward" && mode !== "reverse") {
    throw new ArgumentError(
      "traceSteps",
      "mode",
      '"forward" or "reverse"',
      mode,
      "choose the sweep to trace",
    );
  }
  const several = x instanceof Arguments;
  const { leaves, spec } = flattenTree("traceSteps", several ? x.values : [x]);
  const tracer = new StepTracer();
  const inputs = leaves.map((leaf) => tracer.input(leaf));
  const call = f as (...args: unknown[]) => unknown;
  const returned = flattenTree(
    "traceSteps: result of f",
    call(...(unflattenTree(spec, inputs) as unknown[])),
  );
  tracer.close();
  const y = returned.leaves[0] as Value;
  if (mode === "reverse" && (returned.leaves.length !== 1 || rankOf(y) !== 0)) {
    throw new NotScalarOutputError(
      "traceSteps",
      `${returned.leaves.length} leaves, the first of shape [${shapeOf(y).join(",")}]`,
    );
  }
  const result = tracer.owns(y) ? y.row : undefined;
  const derivatives =
    mode === "forward" ? forwardSweep(tracer, leaves) : reverseSweep(tracer, result);
  const paths = leafPaths(spec).map((path) =>
    several ? path.replace("$", "x") : path.replace("$[0]", "x"),
  );
  const steps = tracer.values.map((value, row): Step => {
    const entry = tracer.entries[row];
    const derivative = derivatives[row] ?? zerosLike(value);
    return {
      row,
      name: entry === undefined ? (paths[row] as string) : `v${row - leaves.length + 1}`,
      op: entry?.op.name ?? "input",
      params: entry?.params ?? {},
      operands: entry?.operands.map((operand, i) => operandOf(entry, operand, i)) ?? [],
      value: value as Passive,
      ...(mode === "forward"
        ? { tangent: derivative as Passive }
        : { adjoint: derivative as Passive }),
    };
  });
  return {
    mode,
    steps: mode === "forward" ? steps : steps.reverse(),
    result,
    value: (y instanceof Var ? tracer.primal(y) : y) as Passive,
  };
}

function operandOf(entry: Entry, operand: Value, i: number): StepOperand {
  const row = entry.rows[i];
  return row === undefined ? { constant: operand as Passive } : { row };
}
