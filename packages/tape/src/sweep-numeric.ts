import type { Columns } from "./columns.ts";

/**
 * The reverse sweep of the textbook: v̄ is seeded, and for i = N … 1 every row hands v̄ᵢ · ∂vᵢ/∂p to
 * each operand p. A row that nothing depends on has adjoint 0 and is passed over; a partial of 0
 * contributes nothing even to an infinite adjoint (the strong zero).
 */
export function sweepNumeric(columns: Columns, first: number): void {
  const { adjoints, parents, partials } = columns;
  for (let i = columns.length - 1; i >= first; i--) {
    const adjoint = adjoints[i] as number;
    if (adjoint === 0) continue;
    const at = 2 * i;
    const dp = partials[at] as number;
    const dq = partials[at + 1] as number;
    if (dp !== 0) adjoints[parents[at] as number]! += adjoint * dp;
    if (dq !== 0) adjoints[parents[at + 1] as number]! += adjoint * dq;
  }
}
