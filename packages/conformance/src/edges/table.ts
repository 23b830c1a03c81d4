import { edgePrograms, edgesOutOfScope } from "./cases.ts";
import { expectedGradient } from "./check.ts";
import type { EdgeData, EdgeRow } from "./data.ts";

/**
 * The published table as Markdown: one row for each point, with our gradient, that of other systems,
 * and the reason. It stands between markers in `docs/reference/edge-conventions.md`.
 */
export function edgeTable(data: EdgeData): string {
  const head = [
    "| point | value | Wengert | PyTorch 1.13 | HIPS autograd | JAX, by its rules | why |",
    "|---|---|---|---|---|---|---|",
  ];
  return [...head, ...data.cases.map(tableRow)].join("\n");
}

function tableRow(row: EdgeRow): string {
  const cells = [
    `\`${row.case}\``,
    number(row.value),
    ours(row),
    gradient(row.torch113.grad),
    other(row.hipsAutograd),
    row.jaxByRule === undefined ? "" : gradient(row.jaxByRule),
    reason(row),
  ];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

function ours(row: EdgeRow): string {
  if (row.case in edgesOutOfScope) return "not yet";
  const expected = expectedGradient(row);
  return expected === undefined ? "not fixed" : `**${gradient(expected)}**`;
}

/** Choice, principle or agreement, and the note; for a row that is left, the reason for that. */
function reason(row: EdgeRow): string {
  const outside = edgesOutOfScope[row.case];
  if (outside !== undefined) return outside;
  const instead = edgePrograms[row.case]?.instead;
  if (instead !== undefined) return `principles; ${instead.reason}`;
  const basis = { table: "choice", rule: "principles", same: "agreed" };
  const parts = [row.basis === null ? undefined : basis[row.basis], row.note];
  return parts
    .filter((part) => part !== undefined)
    .join("; ")
    .replace(/([-+])?Infinity/g, (_, s?: string) => (s === "-" ? "−∞" : "∞"));
}

function other(result: EdgeRow["hipsAutograd"]): string {
  if (result === null) return "–";
  return Array.isArray(result) ? gradient(result) : "error";
}

/** Arguments are separated by commas; an array keeps its brackets. */
function gradient(parts: readonly unknown[]): string {
  return parts.map(number).join(", ");
}

function number(x: unknown): string {
  if (Array.isArray(x)) return `[${x.map(number).join(", ")}]`;
  if (x === null) return "none";
  const value = Number(x);
  if (Math.abs(value) === Infinity) return value > 0 ? "∞" : "−∞";
  return String(Number(value.toPrecision(6))).replace("-", "−");
}
