import type { ResultsDocument } from "./document.ts";
import { formatBytes, formatSeconds, significant } from "./format.ts";
import { UsageError } from "./names.ts";
import type { Row } from "./rows.ts";

const start = "<!-- results:start -->";
const end = "<!-- results:end -->";

/**
 * Put the table of results between the markers of a document; the rest stays as it is.
 *
 * @throws UsageError when the markers are missing or in the wrong order
 */
export function updateReport(markdown: string, document: ResultsDocument): string {
  const from = markdown.indexOf(start);
  const to = markdown.indexOf(end);
  if (from < 0 || to < from) {
    throw new UsageError(`expected the lines ${start} and ${end} in the README, in this order`);
  }
  return `${markdown.slice(0, from + start.length)}\n\n${report(document)}\n\n${markdown.slice(to)}`;
}

/** The derivative's time and its ratio to hand-written code: problems down, backends across. */
function report({ rows, machine, date, commit, versions }: ResultsDocument): string {
  const backends = [...new Set(rows.map((r) => r.backend))];
  const cells = new Map(rows.map((row) => [`${row.problem} ${row.size} ${row.backend}`, row]));
  const places = new Map(rows.map((r) => [`${r.problem} ${r.size}`, r]));
  const line = (texts: readonly string[]): string => `| ${texts.join(" | ")} |`;
  const body = [...places.values()].map(({ problem, size }) =>
    line([
      problem,
      String(size),
      ...backends.map((backend) => cellText(cells.get(`${problem} ${size} ${backend}`))),
    ]),
  );
  const memory = formatBytes(machine.memoryBytes);
  const where = `${machine.cpu}, ${machine.cores} cores, ${memory}, ${machine.platform}`;
  const at =
    commit === null ? "" : `, commit ${commit.id.slice(0, 10)}${commit.modified ? "+" : ""}`;
  return [
    line(["problem", "size", ...backends]),
    line(["---", "---:", ...backends.map(() => "---:")]),
    ...body,
    "",
    "Median time of one derivative and its ratio to hand-written JavaScript; ≈ marks noisy cells.",
    `Measured by \`npm run bench\` on ${where}, Node ${versions.node}, ${date.slice(0, 10)}${at}.`,
  ].join("\n");
}

function cellText(row: Row | undefined): string {
  if (row === undefined) return "";
  if (row.status !== "ok" || row.time === null) return row.status;
  const time = `${row.noisy ? "≈ " : ""}${formatSeconds(row.time.median)}`;
  const ratio = row.ratioToHandWritten;
  return ratio === null || ratio === 1 ? time : `${time} (${significant(ratio)}×)`;
}
