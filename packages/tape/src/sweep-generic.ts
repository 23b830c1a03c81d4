import { add, mulStrong, type Value } from "@wengert/ad-core";
import type { Columns } from "./columns.ts";

/** The cotangents that a row hands to its operands, given its own. */
export interface Record {
  readonly parents: readonly number[];
  pull(cotangent: Value): readonly (Value | undefined)[];
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
  const accumulate = (row: number, contribution: Value | undefined): void => {
    if (contribution === undefined) return;
    const sum = adjoints[row];
    adjoints[row] = sum === undefined ? contribution : add(sum, contribution);
  };
  for (let i = columns.length - 1; i >= first; i--) {
    const adjoint = adjoints[i];
    if (adjoint === undefined || adjoint === 0) continue;
    adjoints[i] = undefined; // its row is done: let the memory go
    const record = records[i];
    if (record === undefined) {
      for (let at = 2 * i; at < 2 * i + 2; at++) {
        const partial = columns.partials[at] as number;
        if (partial !== 0) accumulate(columns.parents[at] as number, mulStrong(adjoint, partial));
      }
    } else {
      const contributions = record.pull(adjoint);
      record.parents.forEach((parent, k) => accumulate(parent, contributions[k]));
    }
  }
}
