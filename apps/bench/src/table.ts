import { handWritten } from "./backends.ts";
import { formatBytes, formatError, formatSeconds, significant } from "./format.ts";
import type { MicroRow, Row } from "./rows.ts";
import { geometricMean, type Timing } from "./statistics.ts";

/** Columns side by side: the first `left` ones and those without a heading to the left. */
function align(rows: readonly (readonly string[])[], left = 1): string[] {
  const headings = rows[0] ?? [];
  const widths = headings.map((_, k) => Math.max(...rows.map((r) => (r[k] ?? "").length)));
  return rows.map((texts) =>
    texts
      .map((text, k) => {
        const width = widths[k] ?? 0;
        return k < left || headings[k] === "" ? text.padEnd(width) : text.padStart(width);
      })
      .join("  ")
      .trimEnd(),
  );
}

const header = [
  "problem",
  "size",
  "backend",
  "value",
  "derivative",
  "interval",
  "÷ value",
  "÷ hand-written",
  "calls of f",
  "error",
  "peak memory",
  "",
];

/** The table of all rows, suite by suite. */
export function resultsTable(rows: readonly Row[]): string {
  if (rows.length === 0) return "";
  const body = rows.map((row, i) => {
    const previous = rows[i - 1];
    const first = previous?.problem !== row.problem || previous.size !== row.size;
    return cells(row, first);
  });
  const [top = "", ...lines] = align([header, ...body], 3);
  const out = [top, "─".repeat(top.length)];
  lines.forEach((line, i) => {
    const row = rows[i] as Row;
    const previous = rows[i - 1];
    if (previous?.suite !== row.suite) out.push(row.suite);
    else if (previous.problem !== row.problem || previous.size !== row.size) out.push("");
    out.push(line);
  });
  return out.join("\n");
}

function cells(row: Row, first: boolean): string[] {
  const or = <T>(x: T | null, show: (x: T) => string): string => (x === null ? "–" : show(x));
  const own = row.backend === handWritten;
  const value = own ? row.handWrittenValueTime : row.valueTime;
  return [
    first ? row.problem : "",
    first ? String(row.size) : "",
    row.backend,
    or(value, (t) => formatSeconds(t.median)),
    or(row.time, (t) => formatSeconds(t.median)),
    or(row.time, spread),
    or(own ? row.ratioToHandWrittenValue : row.ratioToValue, significant),
    or(row.ratioToHandWritten, significant),
    or(row.primalEvaluations, String),
    or(row.error, formatError),
    or(row.peakBytes, formatBytes),
    remark(row),
  ];
}

/** The width of the 95 % interval, as a part of the median. */
function spread({ median, low, high }: Timing): string {
  return `${Math.ceil((100 * (high - low)) / median)} %`;
}

function remark({ status, message, noisy }: Row): string {
  if (status !== "ok") return message === undefined ? status : `${status}: ${message}`;
  return noisy ? "noisy" : "";
}

/** Single operations and large gradients, with what is aimed at. */
export function microTable(rows: readonly MicroRow[]): string {
  if (rows.length === 0) return "";
  const shown = rows.map(({ title, unit, median, low, high, goal, status, message, noisy }) => [
    title,
    median === null ? "–" : significant(median),
    low === null || high === null ? "–" : `${significant(low)} … ${significant(high)}`,
    goal === null ? "" : `${goal}`,
    status === "ok" ? `${unit}${noisy ? ", noisy" : ""}` : `${status}: ${message ?? ""}`,
  ]);
  return align([["single operations", "median", "95 % interval", "goal", ""], ...shown]).join("\n");
}

/** One line for each backend: how far it is from hand-written code, over all that it got right. */
export function summary(rows: readonly Row[]): string {
  const names = [...new Set(rows.map((r) => r.backend))].filter((name) => name !== handWritten);
  const shown = names.map((name) => {
    const own = rows.filter((r) => r.backend === name);
    const right = own.filter((r) => r.status === "ok" && r.ratioToHandWritten !== null);
    const ratios = right.map((r) => r.ratioToHandWritten as number);
    const mean = ratios.length === 0 ? "–" : `${significant(geometricMean(ratios))}×`;
    return [name, mean, `${own.filter((r) => r.status === "ok").length} of ${own.length} ok`];
  });
  if (shown.length === 0) return "";
  return align([["backend", "÷ hand-written (geometric mean)", ""], ...shown]).join("\n");
}
