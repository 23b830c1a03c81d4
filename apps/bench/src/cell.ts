import type { BackendEntry } from "./backends.ts";
import type { Effort } from "./effort.ts";
import { backendRow, emptyRow, handWrittenRow, type Place } from "./judgement.ts";
import { Measurement } from "./measurement.ts";
import { predict } from "./predict.ts";
import type { Station } from "./protocol.ts";
import type { Row } from "./rows.ts";

export interface CellOptions extends Place {
  readonly backends: readonly BackendEntry[];
  readonly effort: Effort;
  openStation(effort: Effort): Station;
  /** Backends that a smaller size of the same problem was too large for, with the reason. */
  readonly tooLarge: Map<string, string>;
  note(doing: string): void;
}

interface Entrant {
  readonly entry: BackendEntry;
  readonly measurement: Measurement;
}

/** All rows of one problem at one size: the hand-written one first, then the backends in order. */
export async function measureCell(options: CellOptions): Promise<Row[]> {
  const { problem, size, seed, effort, note, backends, tooLarge } = options;
  const start = (): Measurement => new Measurement(options.openStation(effort), effort);
  const base = start();
  const entrants: Entrant[] = [];
  const rows = new Map<string, Row>();
  try {
    note("baseline");
    await base.open({ kind: "baseline", problem: problem.id, size, seed });
    for (const entry of backends) {
      const message = reasonToSkip(options, entry, base);
      if (message === undefined) entrants.push({ entry, measurement: start() });
      else rows.set(entry.name, { ...emptyRow(options, entry, base), status: "timeout", message });
    }
    for (const { entry, measurement } of entrants) {
      note(entry.name);
      const backend = entry.name;
      await measurement.open({ kind: "backend", problem: problem.id, size, seed, backend });
    }
    await sampleInTurn([base, ...entrants.map((e) => e.measurement)], options);
  } finally {
    for (const { measurement } of entrants) measurement.close();
    base.close();
  }
  for (const { entry, measurement } of entrants) {
    const { failure } = measurement;
    if (failure?.status === "timeout") tooLarge.set(entry.name, failure.message);
    rows.set(entry.name, backendRow(options, entry, measurement, base));
  }
  const own = problem.handWritten ? [handWrittenRow(options, base)] : [];
  return [...own, ...backends.flatMap(({ name }) => rows.get(name) ?? [])];
}

/** A B C, A B C, …: whatever disturbs the machine meets all of them. */
async function sampleInTurn(
  measurements: readonly Measurement[],
  { effort, note }: CellOptions,
): Promise<void> {
  for (let round = 0; round < effort.rounds; round++) {
    note(`sampling ${round + 1}/${effort.rounds}`);
    for (const measurement of measurements) await measurement.round(round);
  }
  note("memory");
  for (const measurement of measurements) await measurement.memory();
}

/** Why a backend is certain to take too long, or undefined. */
function reasonToSkip(
  { problem, effort, tooLarge }: CellOptions,
  entry: BackendEntry,
  base: Measurement,
): string | undefined {
  const earlier = tooLarge.get(entry.name);
  if (earlier !== undefined) return `not run: ${earlier} at a smaller size`;
  const value = base.estimate("value");
  if (base.opened === undefined || value === undefined) return undefined;
  const { seconds, reason } = predict(entry.create(), problem.operator, base.opened, value);
  return seconds > effort.callSeconds ? `not run: ${reason}` : undefined;
}
