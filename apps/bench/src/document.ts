import { Ajv2020 } from "ajv/dist/2020.js";
import schema from "../schema/results.schema.json" with { type: "json" };
import type { Commit, Machine } from "./machine.ts";
import type { MicroRow, Row } from "./rows.ts";

/** The format of results files; a change that breaks readers raises the number. */
export const schemaName = "wengert-bench-results/1";

/** A results file, as schema/results.schema.json describes it. */
export interface ResultsDocument {
  readonly schema: typeof schemaName;
  readonly date: string;
  readonly commit: Commit | null;
  readonly machine: Machine;
  readonly versions: Readonly<Record<string, string>>;
  readonly mode: "quick" | "full";
  /** The load average of the minute before the run: how busy the machine was. */
  readonly loadBefore: number;
  /** Seconds of the whole run. */
  readonly seconds: number;
  readonly methods: { readonly time: string; readonly peakBytes: string; readonly error: string };
  readonly rows: readonly Row[];
  readonly micro: readonly MicroRow[];
}

const validate = new Ajv2020({ allErrors: true }).compile(schema);

/** What is wrong with a results document: nothing, or a line for each mistake. */
export function mistakesIn(document: unknown): string[] {
  if (validate(document)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${instancePath || "/"} ${message ?? "is wrong"} ${JSON.stringify(params)}`,
  );
}
