import { formatDuration, formatSeconds } from "./format.ts";
import type { Row } from "./rows.ts";

/** The part of a stream that is needed here. */
export interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** What is being done: one line that changes on a terminal, a line for each cell elsewhere. */
export class Progress {
  readonly #out: Output;
  readonly #total: number;
  readonly #started = performance.now();
  #done = 0;
  #label = "";

  constructor(out: Output, total: number) {
    this.#out = out;
    this.#total = total;
  }

  /** Begin the next cell. */
  begin(label: string): void {
    this.#label = label;
    this.#done++;
    this.note("");
  }

  note(doing: string): void {
    if (!this.#out.isTTY) return;
    const line = `${this.#prefix()} ${this.#label} ${doing && `· ${doing}`}`;
    this.#out.write(`\r\u001B[2K${line.slice(0, (this.#out.columns ?? 80) - 1)}`);
  }

  /** Say what came out. */
  end(text: string): void {
    if (this.#out.isTTY) this.clear();
    else this.#out.write(`${this.#prefix()} ${this.#label}: ${text}\n`);
  }

  /** Take the line away, so that something else may be printed. */
  clear(): void {
    if (this.#out.isTTY) this.#out.write("\r\u001B[2K");
  }

  #prefix(): string {
    const seconds = (performance.now() - this.#started) / 1000;
    const width = String(this.#total).length;
    return `[${String(this.#done).padStart(width)}/${this.#total} ${formatDuration(seconds)}]`;
  }
}

/** `hand-written 12 ns · tape 1.2 µs · forward timeout` */
export function briefly(rows: readonly Row[]): string {
  return rows
    .map(({ backend, status, time }) =>
      status === "ok" && time ? `${backend} ${formatSeconds(time.median)}` : `${backend} ${status}`,
    )
    .join(" · ");
}
