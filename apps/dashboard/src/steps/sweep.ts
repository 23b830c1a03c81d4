import {
  args,
  type Passive,
  type Step,
  type StepOperand,
  type StepTrace,
  Tensor,
  traceSteps,
  type Value,
} from "@wengert/ad-core";
import { activePositions, type Example } from "./examples.ts";
import { expressionOf } from "./expression.ts";
import { fieldsOf } from "./fields.ts";
import { subscript } from "./names.ts";
import { numberText } from "./number-text.ts";

export type Mode = "forward" | "reverse";

/** A row of the Wengert list with the lecture's names. */
export interface SweepRow {
  readonly row: number;
  readonly name: string;
  readonly op: string;
  readonly expression: string;
  /** Names of the operands: earlier rows, and constants. */
  readonly operands: readonly SweepOperand[];
  readonly value: string;
  /** The tangent or the adjoint. */
  readonly derivative: string;
}

interface SweepOperand {
  readonly name: string;
  /** Undefined for a constant, which has a value instead. */
  readonly row: number | undefined;
  readonly value: string | undefined;
}

/** A sweep over an example, in the order in which the rows are visited. */
export interface Sweep {
  readonly mode: Mode;
  readonly rows: readonly SweepRow[];
  readonly trace: StepTrace;
}

/** Run the example through core's own tracer; this file only gives names to what comes out. */
export function sweepOf(example: Example, values: readonly unknown[], mode: Mode): Sweep {
  const positions = activePositions(example);
  const f = (...active: Value[]): unknown => {
    const all = [...values];
    positions.forEach((position, i) => {
      all[position] = active[i];
    });
    return (example.problem.f as (...all: readonly unknown[]) => unknown)(...all);
  };
  const trace = traceSteps(f, args(...positions.map((i) => values[i])), { mode });
  const inputs = positions.map((i) => example.argumentNames[i] ?? "");
  const nameOf = (row: number): string =>
    inputs[row] ??
    example.problem.stepNames?.[row - inputs.length] ??
    `v${subscript(row - inputs.length + 1)}`;
  const constants = constantNames(example, values);
  const operand = (o: StepOperand): SweepOperand =>
    "row" in o
      ? { name: nameOf(o.row), row: o.row, value: undefined }
      : { name: constants(o.constant), row: undefined, value: numberText(o.constant) };
  const rows = trace.steps.map((step: Step): SweepRow => {
    const operands = step.operands.map(operand);
    const derivative = (mode === "forward" ? step.tangent : step.adjoint) as Passive;
    return {
      row: step.row,
      name: nameOf(step.row),
      op: step.op,
      expression:
        step.op === "input"
          ? "input"
          : expressionOf(
              step.op,
              operands.map((o) => o.name),
            ),
      operands,
      value: numberText(step.value),
      derivative: numberText(derivative),
    };
  });
  return { mode, rows, trace };
}

/**
 * Names of constants. A tensor is known by identity; a number by being equal to exactly one of the
 * arguments that are not differentiated. Any other constant is its own name.
 */
function constantNames(example: Example, values: readonly unknown[]): (x: Passive) => string {
  const active = activePositions(example);
  const passive = values.map((value, i) => (active.includes(i) ? [] : value));
  const fields = fieldsOf(passive, example.argumentNames);
  return (x) => {
    if (x instanceof Tensor) return example.argumentNames[values.indexOf(x)] ?? numberText(x);
    const equal = fields.filter((field) => Object.is(field.value, x));
    return equal.length === 1 && equal[0] ? equal[0].label : numberText(x);
  };
}
