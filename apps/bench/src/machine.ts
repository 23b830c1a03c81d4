import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { cpus, totalmem } from "node:os";

/** Where the numbers come from; never the name of the host or of a person. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly platform: string;
}

export function thisMachine(): Machine {
  const all = cpus();
  return {
    cpu: all[0]?.model.trim() ?? "unknown",
    cores: all.length,
    memoryBytes: totalmem(),
    platform: `${process.platform} ${process.arch}`,
  };
}

const packages = [
  "@wengert/ad-core",
  "@wengert/ad-forward",
  "@wengert/ad-tape",
  "@wengert/ad-zero-order",
  "@wengert/ad-problems",
  "benchmark",
];

/** Versions of what was run and of what ran it. */
export function versions(): Record<string, string> {
  const require = createRequire(import.meta.url);
  const entries = packages.map((name) => {
    const { version } = require(`${name}/package.json`) as { version: string };
    return [name, version] as const;
  });
  return { node: process.versions.node, v8: process.versions.v8, ...Object.fromEntries(entries) };
}

export interface Commit {
  readonly id: string;
  /** Were there changes that are not committed? */
  readonly modified: boolean;
}

/** The commit of the repository; null outside of one. */
export function commitOf(root: string): Commit | null {
  const git = (...args: string[]): string =>
    execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  try {
    const id = git("rev-parse", "HEAD").trim();
    return { id, modified: git("status", "--porcelain", "--untracked-files=no").trim() !== "" };
  } catch {
    return null;
  }
}
