/** One point of the table: what we give there, and what other systems do. */
export interface EdgeRow {
  readonly case: string;
  readonly value: number | string;
  /** The gradient of each argument; null where it is not fixed. */
  readonly recommended: readonly unknown[] | null;
  /** table: an explicit choice; rule: follows from the principles; same: all systems agree. */
  readonly basis: "table" | "rule" | "same" | null;
  readonly note?: string;
  readonly torch113: { readonly grad: readonly unknown[] };
  readonly hipsAutograd: readonly unknown[] | { readonly error: string } | null;
  readonly jaxByRule?: readonly unknown[];
}

export interface EdgeData {
  readonly cases: readonly EdgeRow[];
  /** More systems, point by point, in words. */
  readonly others: readonly { readonly point: string; readonly recommended: string }[];
}

/** The table of `data/edge-conventions.json.gz`, decompressed. */
export function edgeData(text: string): EdgeData {
  return JSON.parse(text) as EdgeData;
}
