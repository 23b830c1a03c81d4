import type { Problem } from "@wengert/ad-problems";
import { type BackendEntry, handWritten } from "./backends.ts";
import { measureCell } from "./cell.ts";
import type { Effort } from "./effort.ts";
import { Measurement } from "./measurement.ts";
import { type MicroProgram, microPrograms } from "./micro-programs.ts";
import type { Station } from "./protocol.ts";
import type { MicroRow, Row } from "./rows.ts";
import { isNoisy } from "./statistics.ts";

/** The name of the suite of single operations. */
export const microSuite = "micro";

/** Problems whose gradient at a large size is compared with hand-written JavaScript. */
const largeProblems = ["cheap-gradient", "rosenbrock"];
const largeSize = 100_000;

export interface MicroOptions {
  readonly problems: readonly Problem[];
  readonly backends: readonly BackendEntry[];
  readonly effort: Effort;
  /** Rows that were measured already: a ratio among them is not measured again. */
  readonly rows: readonly Row[];
  openStation(effort: Effort): Station;
  note(doing: string): void;
}

/** Single operations first, then the two large gradients. */
export async function measureMicro(options: MicroOptions): Promise<MicroRow[]> {
  const rows: MicroRow[] = [];
  for (const program of microPrograms) {
    options.note(program.title);
    rows.push(await measureProgram(program, options));
  }
  for (const id of largeProblems) {
    const problem = options.problems.find((p) => p.id === id);
    const tape = options.backends.find((b) => b.name === "tape");
    if (problem && tape) rows.push(await measureLarge(problem, tape, options));
  }
  return rows;
}

async function measureProgram(program: MicroProgram, options: MicroOptions): Promise<MicroRow> {
  const { id, title, unit, scale, goal } = program;
  const measurement = new Measurement(options.openStation(options.effort), options.effort);
  try {
    await measurement.open({ kind: "micro", id });
    for (let round = 0; round < options.effort.rounds; round++) await measurement.round(round);
  } finally {
    measurement.close();
  }
  const timing = measurement.timing("derivative");
  const { failure } = measurement;
  return {
    id,
    title,
    unit,
    status: failure?.status ?? "ok",
    ...(failure ? { message: failure.message } : {}),
    median: timing && timing.median * scale,
    low: timing && timing.low * scale,
    high: timing && timing.high * scale,
    noisy: timing !== null && isNoisy(timing),
    goal,
  };
}

/** The gradient by tape over the hand-written one, both from one run. */
async function measureLarge(
  problem: Problem,
  tape: BackendEntry,
  options: MicroOptions,
): Promise<MicroRow> {
  const { effort, openStation, note } = options;
  const title = `gradient of ${problem.id} by tape, n = 10⁵`;
  note(title);
  const seed = problem.seeds[0] ?? 0;
  const known = options.rows.filter((r) => r.problem === problem.id && r.size === largeSize);
  const rows = known.some((r) => r.backend === tape.name)
    ? known
    : await measureCell({
        problem,
        size: largeSize,
        seed,
        backends: [tape],
        effort,
        openStation,
        tooLarge: new Map(),
        note: () => {},
      });
  const ours = rows.find((r) => r.backend === tape.name);
  const base = rows.find((r) => r.backend === handWritten)?.time?.median;
  const over = (seconds: number | undefined): number | null =>
    seconds === undefined || base === undefined ? null : seconds / base;
  return {
    id: `${problem.id}-100000`,
    title,
    unit: "× hand-written",
    status: ours?.status ?? "error",
    ...(ours?.message === undefined ? {} : { message: ours.message }),
    median: over(ours?.time?.median),
    low: over(ours?.time?.low),
    high: over(ours?.time?.high),
    noisy: ours?.noisy ?? false,
    goal: null,
  };
}
