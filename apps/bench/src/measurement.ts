import type { Effort } from "./effort.ts";
import {
  messageOf,
  type Opened,
  type Station,
  type Status,
  statusOf,
  type TargetName,
  type Task,
} from "./protocol.ts";
import { summarise, type Timing } from "./statistics.ts";

interface Failure {
  readonly status: Status;
  readonly message: string;
}

/** At least so many visits to a slow target. */
const fewestRounds = 3;

/** What one station has told so far. Its first failure ends it, and is kept. */
export class Measurement {
  readonly #station: Station;
  readonly #effort: Effort;
  readonly #estimates = new Map<TargetName, number>();
  readonly #samples = new Map<TargetName, number[]>();
  readonly #timings = new Map<TargetName, Timing>();
  opened: Opened | undefined;
  failure: Failure | undefined;
  peakBytes: number | null = null;

  constructor(station: Station, effort: Effort) {
    this.#station = station;
    this.#effort = effort;
  }

  /** Set the subject up, check its derivative, and warm it up. */
  async open(task: Task): Promise<void> {
    await this.#try(async () => {
      this.opened = await this.#station.open(task);
      for (const target of this.opened.targets) {
        this.#estimates.set(target, await this.#station.warm(target, this.#effort.warmSeconds));
      }
    });
  }

  /** Seconds of one call, roughly; undefined if it never ran. */
  estimate(target: TargetName): number | undefined {
    return this.#estimates.get(target);
  }

  /** Visit every target once, unless it is slow and has been visited often enough. */
  async round(round: number): Promise<void> {
    const { sliceSeconds, rounds } = this.#effort;
    for (const [target, estimate] of this.#estimates) {
      // Benchmark.js calls twice for a sample: once to look for errors.
      const affordable = Math.floor((rounds * sliceSeconds) / (2 * estimate));
      if (round >= Math.max(fewestRounds, affordable)) continue;
      await this.#try(async () => {
        const taken = await this.#station.sample(target, sliceSeconds);
        this.#samples.set(target, [...(this.#samples.get(target) ?? []), ...taken]);
      });
    }
  }

  /** Comes last, and a failure here takes nothing away from the times. */
  async memory(): Promise<void> {
    if (this.failure || !this.opened?.targets.includes("derivative")) return;
    this.peakBytes = await this.#station.peakBytes().catch(() => null);
  }

  timing(target: TargetName): Timing | null {
    const samples = this.#samples.get(target);
    if (samples === undefined || samples.length === 0) return null;
    let timing = this.#timings.get(target);
    if (timing?.count !== samples.length) {
      timing = summarise(samples);
      this.#timings.set(target, timing);
    }
    return timing;
  }

  close(): void {
    this.#station.close();
  }

  async #try(step: () => Promise<void>): Promise<void> {
    if (this.failure) return;
    try {
      await step();
    } catch (error) {
      this.failure = { status: statusOf(error), message: messageOf(error) };
    }
  }
}
