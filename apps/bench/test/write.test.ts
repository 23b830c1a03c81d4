import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { mistakesIn, type ResultsDocument } from "../src/document.ts";
import { main } from "../src/main.ts";
import { UsageError } from "../src/names.ts";
import { requireWritable, writeResults, writeWhole } from "../src/write.ts";
import { surroundings, temporaryFolder } from "./fixtures/surroundings.ts";

let measured: ResultsDocument | undefined;

/** A document as the harness makes it. */
async function results(): Promise<ResultsDocument> {
  if (measured) return measured;
  const around = surroundings();
  expect(await main(["--problem", "ridge", "--sizes", "2", "--json"], around)).toBe(0);
  measured = JSON.parse(around.out.join("")) as ResultsDocument;
  return measured;
}

type Tree = Record<string | number, unknown>;

/** A copy with one place changed, or removed. */
function mutant(
  good: ResultsDocument,
  path: readonly (string | number)[],
  change: unknown,
): unknown {
  const copy = structuredClone(good);
  const last = path.at(-1) as string;
  const parent = path.slice(0, -1).reduce<Tree>((at, key) => at[key] as Tree, copy as never);
  if (change === undefined) delete parent[last];
  else parent[last] = change;
  return copy;
}

describe("the schema", () => {
  test("accepts what the harness writes", async () => {
    expect(mistakesIn(await results())).toEqual([]);
  });

  test.each<[string, (string | number)[], unknown]>([
    ["another format", ["schema"], "wengert-bench-results/2"],
    ["no rows", ["rows"], undefined],
    ["an unknown key", ["host"], "x"],
    ["the name of a host", ["machine", "host"], "x"],
    ["a date of another form", ["date"], "21.11.2026"],
    ["a commit that is none", ["commit"], { id: "main", modified: false }],
    ["no version of node", ["versions", "node"], undefined],
    ["an unknown status", ["rows", 0, "status"], "fine"],
    ["a negative time", ["rows", 0, "time", "median"], -1],
    ["a time that is a string", ["rows", 0, "time", "low"], "1 ms"],
    ["no samples", ["rows", 0, "time", "samples"], []],
    ["too many samples", ["rows", 0, "time", "samples"], new Array(33).fill(1)],
    ["half a call", ["rows", 1, "primalEvaluations"], 0.5],
    ["a row without its error", ["rows", 1, "error"], undefined],
    ["an unknown key in a row", ["rows", 0, "speed"], 1],
    ["a single operation without a unit", ["micro"], [{ id: "x" }]],
  ])("refuses %s", async (_, path, change) => {
    expect(mistakesIn(mutant(await results(), path, change))).not.toEqual([]);
  });
});

describe("a results file", () => {
  test("reads back as it was, under its date and as the latest", async () => {
    const good = await results();
    const folder = temporaryFolder();
    const path = writeResults(folder, good);
    expect(JSON.parse(readFileSync(path, "utf8"))).toEqual(good);
    expect(readFileSync(join(folder, "latest.json"), "utf8")).toBe(readFileSync(path, "utf8"));
    expect(readdirSync(folder)).toHaveLength(2);
    expect(path).toContain(`${good.date.slice(0, 10)}T`);
  });

  test("is not written at all when it does not follow the schema", async () => {
    const folder = temporaryFolder();
    const bad = mutant(await results(), ["rows", 0, "status"], "fine") as ResultsDocument;
    expect(() => writeResults(folder, bad)).toThrow("do not follow their schema");
    expect(readdirSync(folder)).toEqual([]);
  });

  test("leaves nothing behind when writing fails", () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "taken"));
    expect(() => writeWhole(join(folder, "taken"), "text")).toThrow(UsageError);
    expect(readdirSync(folder)).toEqual(["taken"]);
  });

  test("keeps the old file when the new one cannot take its place", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "file"), "old");
    expect(() => writeWhole(join(folder, "missing", "file"), "new")).toThrow(UsageError);
    expect(readFileSync(join(folder, "file"), "utf8")).toBe("old");
  });
});

describe("the folder", () => {
  test("is made if it is missing", () => {
    const folder = join(temporaryFolder(), "a", "b");
    requireWritable(folder);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("that cannot be made is one line and exit code 2, before anything is measured", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "file"), "");
    const around = surroundings();
    expect(await main(["--out", join(folder, "file", "results")], around)).toBe(2);
    expect(around.out).toEqual([]);
    expect(around.err).toHaveLength(1);
    expect(around.err[0]).toMatch(/^bench: cannot write into [^\n]*\n$/);
  });
});
