import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cellsOf, geometricMean } from "../src/results/cells.ts";
import { type ResultsDocument, type Row, schemaName, statuses } from "../src/results/document.ts";
import { formatBytes, formatSeconds, scientific, significant } from "../src/results/format.ts";
import { interpret } from "../src/results/load.ts";
import { backendsOf, chooseSizes, problemsOf } from "../src/results/outline.ts";

function json(path: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, path), "utf8"));
}

const document = json("../e2e/fixtures/results.json") as ResultsDocument;

interface Schema {
  readonly properties: { readonly schema: { readonly const: string } };
  readonly $defs: Record<
    "row" | "micro" | "status",
    { readonly required?: string[]; readonly enum?: string[]; readonly properties?: object }
  >;
}

test("the page and the harness mean the same format", () => {
  const schema = json("../../bench/schema/results.schema.json") as Schema;
  expect(schema.properties.schema.const).toBe(schemaName);
  expect(schema.$defs.status.enum).toEqual([...statuses]);
  for (const [definition, rows] of [
    [schema.$defs.row, document.rows],
    [schema.$defs.micro, document.micro ?? []],
  ] as const) {
    for (const row of rows) {
      expect(Object.keys(row)).toEqual(expect.arrayContaining(definition.required ?? []));
      expect(Object.keys(definition.properties ?? {})).toEqual(
        expect.arrayContaining(Object.keys(row)),
      );
    }
  }
});

test("null means that there is no file; another schema is refused by name", () => {
  expect(interpret(null).state).toBe("missing");
  expect(interpret(document).state).toBe("loaded");
  expect(interpret({ schema: "other/2", rows: [] })).toEqual({
    state: "unreadable",
    reason: `expected schema "${schemaName}", got schema "other/2"`,
  });
});

const timing = (median: number, half: number) => ({
  median,
  low: median - half,
  high: median + half,
});

const row = (backend: string, time: number, over: Partial<Row> = {}): Row => ({
  suite: "A",
  problem: "p",
  size: 2,
  seed: 0,
  inputs: 2,
  outputs: 1,
  backend,
  engine: "eager",
  operator: "grad",
  via: "grad",
  status: "ok",
  valueTime: timing(1, 0.03),
  time: timing(time, 0.04 * time),
  noisy: false,
  ratioToValue: time,
  ratioToHandWritten: time / 2,
  primalEvaluations: 1,
  error: 0,
  tolerance: 1e-9,
  reference: "oracle",
  peakBytes: 8,
  firstCallSeconds: 1,
  ...over,
});

test("a ratio's spread adds the relative half-widths of both times in squares", () => {
  const cells = cellsOf({ ...document, rows: [row("tape", 5)] }, "value");
  expect(cells.get("p/2/tape")).toMatchObject({ state: "ok", ratio: 5 });
  expect(cells.get("p/2/tape")?.spread).toBeCloseTo(0.05, 12);
});

test("the baseline compared with itself has no spread", () => {
  const rows = [row("hand-written", 2), row("tape", 5, { noisy: true })];
  const cells = cellsOf({ ...document, rows }, "hand-written");
  expect(cells.get("p/2/hand-written")).toMatchObject({ ratio: 1, spread: 0 });
  expect(cells.get("p/2/tape")).toMatchObject({ state: "noisy", ratio: 2.5 });
  expect(cells.get("p/2/tape")?.spread).toBeCloseTo(Math.hypot(0.04, 0.04), 12);
});

test("a wrong derivative stays wrong when it is noisy, too", () => {
  const rows = [row("tape", 5, { noisy: true, status: "wrong" })];
  expect(cellsOf({ ...document, rows }, "value").get("p/2/tape")?.state).toBe("wrong");
});

test("problems keep the file's order, sizes ascend, and hand-written code comes first", () => {
  const rows = [row("tape", 5, { size: 9 }), row("tape", 5), row("hand-written", 2)];
  const own = { ...document, rows };
  expect(problemsOf(own)).toEqual([{ suite: "A", problem: "p", sizes: [2, 9] }]);
  expect(backendsOf(own)).toEqual(["hand-written", "tape"]);
});

test("a choice of sizes takes one of them, or all", () => {
  const sizes = [1, 2, 3, 4];
  expect(chooseSizes(sizes, "smallest")).toEqual([1]);
  expect(chooseSizes(sizes, "middle")).toEqual([2]);
  expect(chooseSizes(sizes, "largest")).toEqual([4]);
  expect(chooseSizes(sizes, "all")).toEqual(sizes);
});

test("the geometric mean of reciprocals is one", () => {
  expect(geometricMean([4, 0.25])).toBeCloseTo(1, 15);
  expect(geometricMean([])).toBeNull();
});

test("numbers are short and say their unit", () => {
  expect([0.00314, 2e-9, 12].map(formatSeconds)).toEqual(["3.14 ms", "2.00 ns", "12.0 s"]);
  expect([0, 1000, 1024, 1.5 * 2 ** 20].map(formatBytes)).toEqual([
    "0 B",
    "1000 B",
    "1.00 KiB",
    "1.50 MiB",
  ]);
  expect([0, 0.12, 5, 12.34, 123.4, 12345].map(significant)).toEqual([
    "0",
    "0.12",
    "5.00",
    "12.3",
    "123",
    "12\u2009300",
  ]);
  expect(scientific(1.23e-7, 1)).toBe("1.2·10⁻⁷");
});
