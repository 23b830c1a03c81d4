import type { Leaves } from "./backend.ts";
import { ArgumentError, NotScalarOutputError } from "./errors/classes.ts";
import { type Entry, StepTracer } from "./interpreters/step-tracer.ts";
import {
  pullBilinear,
  pullBinary,
  pushBilinear,
  pushBinary,
  pushLinear,
  pushUnary,
} from "./local-jacobian.ts";
import type { Params } from "./op.ts";
import { Basis } from "./operators/basis.ts";
import { onesLike, zerosLike } from "./operators/call.ts";
import { Arguments } from "./operators/prepare.ts";
import type { AnyFunction } from "./operators/types.ts";
import { add } from "./ops/arithmetic.ts";
import { stack } from "./ops/concatenate.ts";
import { Tensor } from "./tensor/tensor.ts";
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

/** for i = 1 … N: v̇ᵢ = Σⱼ ∂vᵢ/∂vⱼ v̇ⱼ */
function forwardSweep(tracer: StepTracer, x: Leaves): (Value | undefined)[] {
  const basis = new Basis(x);
  const seeds = basis.directions(0, basis.size);
  const tangents: (Value | undefined)[] = x.map((_, i) => {
    const column = seeds.map((seed) => seed[i] as Value);
    return column.length === 1 ? column[0] : stack(column);
  });
  for (let i = x.length; i < tracer.entries.length; i++) {
    const entry = tracer.entries[i] as Entry;
    tangents[i] = push(
      entry,
      entry.rows.map((row) => (row === undefined ? undefined : tangents[row])),
    );
  }
  return tangents;
}

function push(entry: Entry, tangents: readonly (Value | undefined)[]): Value | undefined {
  const { op, operands, results, params } = entry;
  const [a, b] = operands as [Value, Value];
  const y = results[entry.index] as Value;
  if (op.kind === "linear") return pushLinear(op, operands, tangents, params);
  if (op.kind === "bilinear") return pushBilinear(op, a, b, tangents[0], tangents[1], params);
  if (op.kind === "structured") return op.jvp(operands, results, tangents, params)[entry.index];
  if (op.kind === "inert") return undefined;
  if (op.arity === 1) return pushUnary(op, a, y, tangents[0] as Value);
  return pushBinary(op, a, b, y, tangents[0], tangents[1]);
}

/** v̄_N = 1; for i = N … 1: v̄ⱼ += v̄ᵢ ∂vᵢ/∂vⱼ for every operand j */
function reverseSweep(tracer: StepTracer, result: number | undefined): (Value | undefined)[] {
  const adjoints = new Array<Value | undefined>(tracer.entries.length).fill(undefined);
  if (result !== undefined) adjoints[result] = onesLike(tracer.values[result] as Value);
  for (let i = tracer.entries.length - 1; i >= 0; i--) {
    const entry = tracer.entries[i];
    const adjoint = adjoints[i];
    if (entry === undefined || adjoint === undefined) continue;
    entry.rows.forEach((row, k) => {
      if (row === undefined) return;
      const contribution = pull(entry, adjoint, k);
      const sum = adjoints[row];
      if (contribution !== undefined)
        adjoints[row] = sum === undefined ? contribution : add(sum, contribution);
    });
  }
  return adjoints;
}

function pull(entry: Entry, adjoint: Value, k: number): Value | undefined {
  const { op, operands, results, params } = entry;
  const [a, b] = operands as [Value, Value];
  const y = results[entry.index] as Value;
  if (op.kind === "linear") {
    const inert = operands.slice(operands.length - op.inert);
    return op.transpose(adjoint, k, operands.map(shapeOf), inert, params);
  }
  if (op.kind === "bilinear") return pullBilinear(op, a, b, adjoint, k as 0 | 1, params);
  if (op.kind === "structured") {
    const cotangents = results.map((_, i) => (i === entry.index ? adjoint : undefined));
    return op.vjp(operands, results, cotangents, params)[k];
  }
  if (op.kind === "inert") return undefined;
  if (op.arity === 1) return pushUnary(op, a, y, adjoint);
  return pullBinary(op, a, b, y, adjoint, k as 0 | 1);
}

/** The trace as an aligned text table: name, how it was made, value, derivative. */
export function formatSteps(trace: StepTrace): string {
  const nameOf = new Map(trace.steps.map((step) => [step.row, step.name]));
  const text = (x: Passive): string =>
    x instanceof Tensor ? String(x).replace(/^\S+ /, "") : String(x);
  const operand = (o: StepOperand): string =>
    "row" in o ? (nameOf.get(o.row) as string) : text(o.constant);
  const header = ["v", "=", "value", trace.mode === "forward" ? "tangent" : "adjoint"];
  const rows = trace.steps.map((step) => [
    step.name,
    step.op === "input" ? "input" : `${step.op}(${step.operands.map(operand).join(", ")})`,
    text(step.value),
    text((trace.mode === "forward" ? step.tangent : step.adjoint) as Passive),
  ]);
  const widths = header.map((title, i) =>
    Math.max(title.length, ...rows.map((row) => (row[i] as string).length)),
  );
  return [header, ...rows]
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] as number))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
