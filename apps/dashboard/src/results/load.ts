import { type ResultsDocument, schemaName } from "./document.ts";

/** What came of asking for the results file. */
export type Results =
  | { readonly state: "loading" }
  | { readonly state: "missing" }
  | { readonly state: "unreadable"; readonly reason: string }
  | { readonly state: "loaded"; readonly document: ResultsDocument };

/** Where the server, or the build, puts the newest results file. */
export const resultsUrl = "results.json";

/** Fetch the file; never throws. */
export async function loadResults(url = resultsUrl): Promise<Results> {
  try {
    const response = await fetch(url);
    if (response.status === 404) return { state: "missing" };
    if (!response.ok) return { state: "unreadable", reason: `the server says ${response.status}` };
    return interpret(await response.json());
  } catch (error) {
    return { state: "unreadable", reason: (error as Error).message };
  }
}

/** Is this a results file that the page understands? */
export function interpret(json: unknown): Results {
  if (json === null) return { state: "missing" };
  const { schema, rows, machine } = json as Partial<ResultsDocument>;
  if (schema !== schemaName) {
    const got = schema === undefined ? "no schema" : `schema "${schema}"`;
    return { state: "unreadable", reason: `expected schema "${schemaName}", got ${got}` };
  }
  if (!Array.isArray(rows) || typeof machine !== "object") {
    return { state: "unreadable", reason: "expected rows and a machine, got neither or one" };
  }
  return { state: "loaded", document: json as ResultsDocument };
}
