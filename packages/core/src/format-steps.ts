import { Tensor } from "./tensor/tensor.ts";
import type { StepOperand, StepTrace } from "./trace-steps.ts";
import type { Passive } from "./value.ts";

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
