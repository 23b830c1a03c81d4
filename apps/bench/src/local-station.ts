import type { Problem } from "@wengert/ad-problems";
import type { BackendEntry } from "./backends.ts";
import { peakLiveBytes } from "./live-bytes.ts";
import { microSubject } from "./micro-programs.ts";
import type { Station, TargetName, Task } from "./protocol.ts";
import { type Prepared, sample, type Target, warmUp } from "./sampling.ts";
import { backendSubject, baselineSubject, problemOf, type Subject } from "./subject.ts";

/** The station itself: in a process of its own, or in this one for tests. */
export class LocalStation implements Station {
  readonly #problems: readonly Problem[];
  readonly #backends: readonly BackendEntry[];
  readonly #prepared = new Map<TargetName, Prepared>();
  #subject: Subject | undefined;

  constructor(problems: readonly Problem[], backends: readonly BackendEntry[]) {
    this.#problems = problems;
    this.#backends = backends;
  }

  async open(task: Task): Promise<Subject["opened"]> {
    this.#subject = this.#open(task);
    return this.#subject.opened;
  }

  #open(task: Task): Subject {
    if (task.kind === "micro") return microSubject(task.id);
    const problem = problemOf(task, this.#problems);
    if (task.kind === "baseline") return baselineSubject(problem, task.size, task.seed);
    const entry = this.#backends.find(({ name }) => name === task.backend);
    if (entry === undefined) throw new RangeError(`no backend "${task.backend}"`);
    return backendSubject(problem, task.size, task.seed, entry);
  }

  async warm(name: TargetName, seconds: number): Promise<number> {
    const prepared = warmUp(this.#target(name), seconds);
    this.#prepared.set(name, prepared);
    return prepared.estimate;
  }

  async sample(name: TargetName, seconds: number): Promise<readonly number[]> {
    const prepared = this.#prepared.get(name);
    if (prepared === undefined) throw new RangeError(`${name} was not warmed up`);
    return sample(prepared, seconds);
  }

  async peakBytes(): Promise<number | null> {
    const subject = this.#subject;
    if (subject === undefined) return null;
    const run = (look: () => void): unknown => subject.derivative(look);
    return peakLiveBytes(run, subject.buffersBefore)?.bytes ?? null;
  }

  #target(name: TargetName): Target {
    const target = this.#subject?.targets.get(name);
    if (target === undefined) throw new RangeError(`nothing to time called ${name}`);
    return target;
  }

  close(): void {
    this.#subject = undefined;
  }
}
