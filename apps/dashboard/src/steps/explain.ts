import { adjointName, tangentName } from "./names.ts";
import type { Sweep, SweepRow } from "./sweep.ts";

/** The chain rule at one row, in the names of the table. */
export function explain(sweep: Sweep, at: number): string {
  const row = sweep.rows[at];
  if (!row) return "";
  return sweep.mode === "forward" ? explainForward(row) : explainReverse(sweep, row);
}

/** v̇ = Σ ∂v/∂u · u̇ over the operands u */
function explainForward(row: SweepRow): string {
  const left = tangentName(row.name);
  if (row.op === "input")
    return `${left} = ${row.derivative}, the seed: one direction for each input.`;
  const active = row.operands.filter((operand) => operand.row !== undefined);
  const terms = active.map(
    ({ name }, i) =>
      `∂${row.name}/∂${name}${mark(active.slice(0, i), name)} · ${tangentName(name)}`,
  );
  return `${left} = ${terms.join(" + ")} = ${row.derivative}`;
}

/** v̄ = Σ ū · ∂u/∂v over the rows u that use v */
function explainReverse({ rows, trace }: Sweep, row: SweepRow): string {
  const left = adjointName(row.name);
  if (row.row === trace.result) return `${left} = 1, the seed.`;
  const terms = rows
    .filter((user) => user.row > row.row)
    .flatMap((user) => {
      const uses = user.operands.filter((operand) => operand.row === row.row);
      return uses.map(
        ({ name }, i) =>
          `${adjointName(user.name)} · ∂${user.name}/∂${name}${mark(uses.slice(0, i), name)}`,
      );
    });
  return `${left} = ${terms.join(" + ") || "0"} = ${row.derivative}`;
}

/** The second of two equal operands, as in x·x, is told from the first by a prime. */
function mark(before: readonly { readonly name: string }[], name: string): string {
  return "′".repeat(before.filter((operand) => operand.name === name).length);
}
