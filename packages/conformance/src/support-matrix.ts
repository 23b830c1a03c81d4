import { operatorNames } from "./kit/operators.ts";
import type { CaseResult, Report, Verdict } from "./kit/report.ts";

/**
 * The reports as Markdown: backends by operators, backends by suites, what was left out and why, and
 * what failed.
 *
 * @example
 * supportMatrix([runConformance(() => tape()), runConformance(() => forward())]);
 */
export function supportMatrix(reports: readonly Report[]): string {
  const reasons = new Reasons();
  const suites = [...new Set(reports.flatMap(({ results }) => results.map(({ suite }) => suite)))];
  const operatorTable = table(
    ["backend", ...operatorNames.map((name) => `\`${name}\``)],
    reports,
    (r) => operatorNames.map((name) => reasons.cell(r, ({ operator }) => operator === name)),
  );
  const suiteTable = table(["backend", ...suites], reports, (r) =>
    suites.map((suite) => reasons.cell(r, (result) => result.suite === suite)),
  );
  const declared = table(
    ["backend", "mode", "exact", "nests", "batch", "dtypes", "memory", "tolerance"],
    reports,
    ({ capabilities: c, tolerance }) => [
      c.mode,
      c.exact ? "yes" : "no",
      c.nestsInside === "any" && c.nestsOutside === "any" ? "yes" : "no",
      String(c.batch),
      c.dtypes.join(", "),
      c.memory,
      tolerance.first === tolerance.second
        ? `${tolerance.first}`
        : `${tolerance.first}, second order ${tolerance.second}`,
    ],
  );
  return [
    "A cell is the number of cases that pass; ✗ counts those that do not; – means that none applies.",
    "### Operators",
    operatorTable,
    "### Suites",
    suiteTable,
    ...reasons.list(),
    ...failures(reports),
    "### Declared capabilities",
    "Each line is verified by the suite `capabilities`, except memory, which is the author's word.",
    declared,
  ].join("\n\n");
}

/** Numbered notes: one for each reason of each backend. */
class Reasons {
  readonly #notes = new Map<string, number>();

  cell({ backend, results }: Report, belongs: (result: CaseResult) => boolean): string {
    const own = results.filter(belongs);
    const count = (verdict: Verdict): number => own.filter((r) => r.verdict === verdict).length;
    const marks = new Set<string>();
    for (const { verdict, detail } of own) {
      if (verdict !== "excluded" && verdict !== "not applicable") continue;
      marks.add(this.#mark(`${backend}: ${verdict}: ${detail}`));
    }
    const [passed, failed] = [count("passed"), count("failed")];
    const numbers = [passed > 0 ? String(passed) : "", failed > 0 ? `✗ ${failed}` : ""];
    const text = numbers.filter((part) => part !== "").join(" ");
    return `${text === "" ? "–" : text}${marks.size > 0 ? ` ${[...marks].join(" ")}` : ""}`;
  }

  #mark(note: string): string {
    const known = this.#notes.get(note) ?? this.#notes.size + 1;
    this.#notes.set(note, known);
    return `[${known}]`;
  }

  list(): string[] {
    if (this.#notes.size === 0) return [];
    return [Array.from(this.#notes, ([note, k]) => `- [${k}] ${note}`).join("\n")];
  }
}

function failures(reports: readonly Report[]): string[] {
  const lines = reports.flatMap(({ backend, results }) =>
    results
      .filter(({ verdict }) => verdict === "failed")
      .map(({ suite, name, detail }) => `- ${backend}: ${suite}: ${name}: ${firstLine(detail)}`),
  );
  return lines.length === 0 ? [] : ["### Failures", lines.join("\n")];
}

function firstLine(text: string | null): string {
  return (text ?? "").split("\n")[0] ?? "";
}

function table(
  head: readonly string[],
  reports: readonly Report[],
  cells: (report: Report) => readonly string[],
): string {
  const row = (list: readonly string[]): string => `| ${list.join(" | ")} |`;
  return [
    row(head),
    row(head.map((_, i) => (i === 0 ? "---" : "---:"))),
    ...reports.map((report) => row([report.backend, ...cells(report)])),
  ].join("\n");
}
