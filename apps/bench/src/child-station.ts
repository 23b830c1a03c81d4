import { type ChildProcess, fork } from "node:child_process";
import { type Opened, type Station, StationError, type Status, type Task } from "./protocol.ts";

/** The hidden subcommand under which the program is a station. */
export const stationCommand = "__station";

/** One request to a station in a child process. */
export type Request =
  | { readonly method: "open"; readonly task: Task }
  | { readonly method: "warm" | "sample"; readonly target: string; readonly seconds: number }
  | { readonly method: "peakBytes" };

export type Reply =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly status: Status; readonly message: string };

export interface ChildOptions {
  /** The built program. */
  readonly program: string;
  /** Longest wait for one answer. */
  readonly patienceSeconds: number;
  readonly heapMegabytes: number;
}

/** A station in a child process; killed when an answer takes too long. */
export class ChildStation implements Station {
  readonly #child: ChildProcess;
  readonly #patience: number;
  #log = "";

  constructor({ program, patienceSeconds, heapMegabytes }: ChildOptions) {
    this.#patience = patienceSeconds;
    this.#child = fork(program, [stationCommand], {
      execArgv: ["--expose-gc", `--max-old-space-size=${heapMegabytes}`],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    this.#child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.#log = (this.#log + text).slice(-20_000);
    });
  }

  open(task: Task): Promise<Opened> {
    return this.#ask({ method: "open", task });
  }
  warm(target: string, seconds: number): Promise<number> {
    return this.#ask({ method: "warm", target, seconds });
  }
  sample(target: string, seconds: number): Promise<readonly number[]> {
    return this.#ask({ method: "sample", target, seconds });
  }
  peakBytes(): Promise<number | null> {
    return this.#ask({ method: "peakBytes" });
  }
  close(): void {
    this.#child.kill("SIGKILL");
  }

  #ask<T>(request: Request): Promise<T> {
    const child = this.#child;
    return new Promise<T>((resolve, reject) => {
      const settle = (finish: () => void): void => {
        clearTimeout(timer);
        child.off("message", onMessage).off("close", onClose).off("error", onError);
        finish();
      };
      const onMessage = (reply: Reply): void =>
        settle(() => {
          if (reply.ok) resolve(reply.result as T);
          else reject(new StationError(reply.status, reply.message));
        });
      const onClose = (code: number | null, signal: string | null): void =>
        settle(() => reject(deathOf(code, signal, this.#log)));
      const onError = (error: Error): void =>
        settle(() => reject(new StationError("error", error.message)));
      const timer = setTimeout(() => {
        settle(() => reject(new StationError("timeout", `no answer in ${this.#patience} s`)));
        child.kill("SIGKILL");
      }, this.#patience * 1000);
      child.on("message", onMessage).on("close", onClose).on("error", onError);
      if (!child.connected) return onClose(child.exitCode, child.signalCode);
      child.send(request);
    });
  }
}

/** Node aborts when its heap is full; a kernel short of memory kills. */
function deathOf(code: number | null, signal: string | null, log: string): StationError {
  if (/heap out of memory|allocation failed/i.test(log)) {
    return new StationError("out-of-memory", "the process ran out of memory");
  }
  if (signal === "SIGKILL") {
    return new StationError("out-of-memory", "the process was killed, most likely for its memory");
  }
  const how = signal === null ? `exit code ${code}` : signal;
  return new StationError("error", `the process ended with ${how}`);
}
