import { loadavg } from "node:os";
import { join, relative, resolve } from "node:path";
import type { Problem } from "@wengert/ad-problems";
import { type Arguments, parseArguments } from "./arguments.ts";
import type { BackendEntry } from "./backends.ts";
import { measureCell } from "./cell.ts";
import { type ResultsDocument, schemaName } from "./document.ts";
import { type Effort, quick, thorough } from "./effort.ts";
import { formatDuration } from "./format.ts";
import { help } from "./help.ts";
import { memoryMethod } from "./live-bytes.ts";
import { commitOf, thisMachine, versions } from "./machine.ts";
import { measureMicro } from "./micro.ts";
import { UsageError } from "./names.ts";
import { briefly, type Output, Progress } from "./progress.ts";
import type { Station } from "./protocol.ts";
import { updateReport } from "./report.ts";
import type { Row } from "./rows.ts";
import { listing, type Selection, select } from "./selection.ts";
import { microTable, resultsTable, summary } from "./table.ts";
import { readText, requireWritable, writeResults, writeWhole } from "./write.ts";

/** What the program works with; tests hand in their own. */
export interface Surroundings {
  readonly problems: readonly Problem[];
  readonly backends: readonly BackendEntry[];
  openStation(effort: Effort): Station;
  readonly stdout: Output;
  readonly stderr: Output;
  /** The repository: its commit is recorded, its README updated, and `results` is inside. */
  readonly root: string;
  /** Shorter or longer than usual. */
  readonly effort?: Effort;
}

/** The whole program. @returns the exit code */
export async function main(argv: readonly string[], around: Surroundings): Promise<number> {
  try {
    return await perform(parseArguments(argv), around);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    around.stderr.write(`bench: ${error.message}\n`);
    return 2;
  }
}

async function perform(args: Arguments, around: Surroundings): Promise<number> {
  const { problems, backends, stdout, stderr, root } = around;
  const say = (text: string): unknown => (args.json ? stderr : stdout).write(text);
  if (args.help) return (say(`${help}\n`), 0);
  if (args.list) return (say(`${listing(problems, backends)}\n`), 0);
  const selection = select(args, problems, backends);
  const folder = resolve(args.out ?? join(root, "results"));
  requireWritable(folder);
  const readme = join(root, "README.md");
  const before = args.updateReadme ? readText(readme) : "";

  const document = await measure(args, selection, around);
  for (const part of [resultsTable, summary]) section(say, part(document.rows));
  section(say, microTable(document.micro));
  const path = writeResults(folder, document);
  if (args.updateReadme) writeWhole(readme, updateReport(before, document));
  if (args.json) stdout.write(`${JSON.stringify(document, null, 1)}\n`);
  const file = relative(process.cwd(), path);
  say(`\nresults: ${file.startsWith("..") ? path : file} (${formatDuration(document.seconds)})\n`);
  say("to look at them: npm run dashboard\n");
  const wrong = document.rows.filter((row) => row.status === "wrong");
  for (const { problem, size, backend, message } of wrong) {
    stderr.write(`bench: wrong derivative: ${backend} on ${problem}, size ${size}: ${message}\n`);
  }
  return wrong.length > 0 ? 1 : 0;
}

function section(say: (text: string) => unknown, text: string): void {
  if (text !== "") say(`\n${text}\n`);
}

async function measure(
  { full }: Arguments,
  { choices, backends, micro }: Selection,
  {
    openStation,
    problems,
    backends: all,
    stderr,
    root,
    effort = full ? thorough : quick,
  }: Surroundings,
): Promise<ResultsDocument> {
  const date = new Date();
  const [loadBefore = 0] = loadavg();
  if (loadBefore > 0.5) {
    stderr.write(`bench: the machine is busy (load ${loadBefore.toFixed(1)}): expect noise\n`);
  }
  const progress = new Progress(stderr, choices.length + (micro ? 1 : 0));
  const note = (doing: string): void => progress.note(doing);
  const rows: Row[] = [];
  const tooLarge = new Map<string, Map<string, string>>();
  for (const { problem, size, seed } of choices) {
    progress.begin(`${problem.id} ${size}`);
    const known = tooLarge.get(problem.id) ?? new Map<string, string>();
    tooLarge.set(problem.id, known);
    const cell = { problem, size, seed, backends, effort, openStation, tooLarge: known, note };
    const measured = await measureCell(cell);
    rows.push(...measured);
    progress.end(briefly(measured));
  }
  if (micro) progress.begin("single operations");
  const singles = micro
    ? await measureMicro({ problems, backends: all, effort, rows, openStation, note })
    : [];
  progress.clear();
  return {
    schema: schemaName,
    date: date.toISOString(),
    commit: commitOf(root),
    machine: thisMachine(),
    versions: versions(),
    mode: full ? "full" : "quick",
    loadBefore,
    seconds: (Date.now() - date.getTime()) / 1000,
    methods: {
      time:
        "wall clock by Benchmark.js; backends sampled in turn, each in a process of its own after " +
        "warming up; median with its 95 % bootstrap interval; noisy: interval wider than 10 %",
      peakBytes: memoryMethod,
      error: "Euclidean norm of the difference to the reference over that of the reference",
    },
    rows,
    micro: singles,
  };
}
