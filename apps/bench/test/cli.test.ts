import { spawn } from "node:child_process";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ChildStation } from "../src/child-station.ts";
import { mistakesIn, type ResultsDocument } from "../src/document.ts";
import { temporaryFolder } from "./fixtures/surroundings.ts";

const bench = join(import.meta.dirname, "..");
const built = join(bench, "node_modules", ".cli-test");

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(...argv: string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(built, "cli.js"), ...argv]);
    let [out, err] = ["", ""];
    child.stdout.on("data", (text) => (out += text));
    child.stderr.on("data", (text) => (err += text));
    child.on("error", reject).on("close", (code) => resolve({ code, out, err }));
  });
}

describe("the program", () => {
  beforeAll(async () => {
    // from the sources of the workspace, never from its build output
    await build({
      root: bench,
      configFile: false,
      logLevel: "error",
      ssr: {
        noExternal: [/^@wengert\//, "mnist"],
        resolve: { conditions: ["@wengert/source"] },
      },
      build: { ssr: "src/cli.ts", outDir: built, target: "node20", minify: false },
    });
  });

  afterAll(() => rmSync(built, { recursive: true, force: true }));

  test("measures a small problem in processes of its own, from end to end", async () => {
    const folder = temporaryFolder();
    const { code, out, err } = await run("--problem", "x2-xy", "--json", "--out", folder);
    expect(err).toContain("x2-xy 2: hand-written");
    expect(code).toBe(0);
    const document = JSON.parse(out) as ResultsDocument;
    expect(mistakesIn(document)).toEqual([]);
    expect(document.rows.map((row) => row.backend)).toEqual([
      "hand-written",
      "forward",
      "tape",
      "zero-order",
    ]);
    expect(new Set(document.rows.map((row) => row.status))).toEqual(new Set(["ok"]));
    expect(document.rows.every((row) => typeof row.peakBytes === "number")).toBe(true);
    expect(readdirSync(folder).sort()).toEqual([
      `${document.date.replaceAll(":", "-")}.json`,
      "latest.json",
    ]);
  });

  test("sees the memory of a tape", async () => {
    const size = 2000;
    const argv = ["--problem", "rosenbrock", "--backend", "tape", "--sizes", String(size)];
    const { out } = await run(...argv, "--json", "--out", temporaryFolder());
    const [byHand, byTape] = (JSON.parse(out) as ResultsDocument).rows;
    // seven rows of 32 bytes for each input, at least; by hand, the gradient itself
    expect(byTape?.peakBytes).toBeGreaterThan(7 * 32 * size);
    expect(byHand?.peakBytes).toBeLessThan(7 * 32 * size);
  });

  test("answers a bad flag with one line and exit code 2", async () => {
    const { code, out, err } = await run("--problm", "ridge");
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toBe('bench: unknown flag "--problm": did you mean "--problem"?\n');
  });

  test("answers an unwritable folder with one line and exit code 2", async () => {
    const folder = join(process.execPath, "results");
    const { code, err } = await run("--out", folder);
    expect(code).toBe(2);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
    expect(existsSync(folder)).toBe(false);
  });
});

describe("a station in a process of its own", () => {
  const die = (problem: string): Promise<unknown> => {
    const station = new ChildStation({
      program: fileURLToPath(new URL("./fixtures/station.mjs", import.meta.url)),
      patienceSeconds: problem === "hangs" ? 1 : 30,
      heapMegabytes: 64,
    });
    return station.open({ kind: "baseline", problem, size: 1, seed: 0 });
  };

  test.each([
    ["hangs", "timeout", "no answer in 1 s"],
    ["exits", "error", "the process ended with exit code 3"],
    ["runs out of memory", "out-of-memory", "the process ran out of memory"],
  ])("that %s has status %s", async (problem, status, message) => {
    await expect(die(problem)).rejects.toMatchObject({ status, message });
  });
});
