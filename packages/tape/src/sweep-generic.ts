import { add, mulStrong, type Value } from "@wengert/ad-core";
import type { Columns } from "./columns.ts";

/** Hands a cotangent to the row of an operand; undefined is no contribution. */
export type Give = (row: number, cotangent: Value | undefined) => void;

/** A row that is not numeric: it keeps what it needs to give each operand its share. */
export interface Record {
  pull(cotangent: Value, give: Give): void;
}

/**
 * The same sweep for rows of any kind: tensors, bundles of cotangents, and values of outer
 * transforms. A row without a record is numeric and its partials stand in the columns. Adjoints are
 * added with the op `add`, so an outer transform sees the sweep as ordinary computation.
 */
export function sweepGeneric(
  columns: Columns,
  records: readonly (Record | undefined)[],
  adjoints: (Value | undefined)[],
  first: number,
): void {
  const give: Give = (row, cotangent) => {
    if (cotangent === undefined) return;
    const sum = adjoints[row];
    adjoints[row] = sum === undefined ? cotangent : add(sum, cotangent);
  };
  for (let i = columns.length - 1; i >= first; i--) {
    const adjoint = adjoints[i];
    if (adjoint === undefined || adjoint === 0) continue;
    adjoints[i] = undefined; // its row is done: let the memory go
    const record = records[i];
    if (record === undefined) pullNumeric(columns, i, adjoint, give);
    else record.pull(adjoint, give);
  }
}

function pullNumeric({ parents, partials }: Columns, i: number, adjoint: Value, give: Give): void {
  for (let at = 2 * i; at < 2 * i + 2; at++) {
    const partial = partials[at] as number;
    if (partial !== 0) give(parents[at] as number, mulStrong(adjoint, partial));
  }
}
