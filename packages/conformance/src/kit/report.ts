import type { Backend, Capabilities } from "@wengert/ad-core";
import type { OperatorName } from "./operators.ts";
import type { ConformanceOptions } from "./options.ts";
import { type PlannedCase, planOf } from "./plan.ts";
import type { Tolerance } from "./suite.ts";

export type Verdict = "passed" | "failed" | "excluded" | "not applicable";

/** What became of one case. */
export interface CaseResult {
  readonly suite: string;
  readonly name: string;
  readonly operator: OperatorName | null;
  readonly verdict: Verdict;
  /** The failure, the reason of the exclusion, or why it does not apply. */
  readonly detail: string | null;
}

/** A run of the kit as plain data: it survives JSON. */
export interface Report {
  readonly backend: string;
  readonly capabilities: Capabilities;
  readonly tolerance: Tolerance;
  readonly results: readonly CaseResult[];
  readonly counts: Readonly<Record<Verdict, number>>;
}

/**
 * Run the kit without a test runner.
 *
 * @param create gives a fresh backend for every case.
 * @example
 * const { counts, results } = runConformance(() => myBackend());
 * console.log(counts, results.filter(({ verdict }) => verdict === "failed"));
 */
export function runConformance(create: () => Backend, options: ConformanceOptions = {}): Report {
  const { backend, tolerance, cases } = planOf(create, options);
  const results: CaseResult[] = [];
  const stillFailing = new Set<string>();
  const { excluded = {} } = options;
  for (const planned of cases) {
    const [verdict, detail] = judge(planned, excluded);
    if (verdict === "excluded" && planned.excludedBy !== undefined && runs(planned) !== null) {
      stillFailing.add(planned.excludedBy);
    }
    const { suite, item } = planned;
    const operator = item.operator ?? null;
    results.push({ suite: suite.id, name: item.name, operator, verdict, detail });
    if (options.bail && verdict === "failed") break;
  }
  for (const key of new Set(cases.map(({ excludedBy }) => excludedBy))) {
    if (key === undefined || stillFailing.has(key)) continue;
    results.push({
      suite: "exclusions",
      name: `${key} is still needed`,
      operator: null,
      verdict: "failed",
      detail: "every case that it excludes passes: drop the exclusion",
    });
  }
  const counts = { passed: 0, failed: 0, excluded: 0, "not applicable": 0 };
  for (const { verdict } of results) counts[verdict]++;
  return { backend: backend.name, capabilities: backend.capabilities, tolerance, results, counts };
}

function judge(
  planned: PlannedCase,
  excluded: Readonly<Record<string, string>>,
): [Verdict, string | null] {
  const { inapplicable, excludedBy } = planned;
  if (inapplicable !== undefined) return ["not applicable", inapplicable];
  if (excludedBy !== undefined) return ["excluded", excluded[excludedBy] as string];
  const error = runs(planned);
  return error === null ? ["passed", null] : ["failed", error];
}

/** Null where the case passes, else the message. */
export function runs(planned: PlannedCase): string | null {
  try {
    planned.run();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
