import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CapabilityError } from "@wengert/ad-core";
import { describe, expect, test } from "vitest";
import type { ResultsDocument } from "../src/document.ts";
import { main } from "../src/main.ts";
import type { Row } from "../src/rows.ts";
import { altered, brief, doubled, ridge, right, surroundings } from "./fixtures/surroundings.ts";

const tiny = ["--problem", "ridge", "--sizes", "2"];

async function rowsOf(around: ReturnType<typeof surroundings>, code: number): Promise<Row[]> {
  expect(await main([...tiny, "--json"], around)).toBe(code);
  return [...(JSON.parse(around.out.join("")) as ResultsDocument).rows];
}

describe("a run", () => {
  test("measures a backend beside hand-written code and writes a results file", async () => {
    const around = surroundings();
    expect(await main(tiny, around)).toBe(0);
    const results = join(around.root, "results");
    expect(readdirSync(results)).toHaveLength(2);
    const { rows } = JSON.parse(readFileSync(join(results, "latest.json"), "utf8"));
    expect(rows).toMatchObject([
      { backend: "hand-written", status: "ok", error: 0, ratioToHandWritten: 1 },
      {
        suite: "A-worked-examples",
        problem: "ridge",
        size: 2,
        inputs: 2,
        outputs: 1,
        backend: "tape",
        engine: "eager",
        operator: "grad",
        via: "grad via tape",
        status: "ok",
        reference: "oracle",
        error: 0,
        primalEvaluations: 1,
      },
    ]);
    const text = around.out.join("");
    expect(text).toMatch(/ridge +2 +hand-written/);
    expect(text).toContain("results: ");
    expect(text).toContain("npm run dashboard");
    expect(around.err.join("")).toContain("ridge 2: hand-written");
  });

  test("prints nothing but the results file on stdout with --json", async () => {
    const around = surroundings();
    const rows = await rowsOf(around, 0);
    expect(rows).toHaveLength(2);
    expect(around.err.join("")).toContain("results: ");
  });

  test("updates one line on a terminal", async () => {
    const err: string[] = [];
    const stderr = { isTTY: true, columns: 40, write: (text: string) => err.push(text) };
    expect(await main(tiny, surroundings({ stderr }))).toBe(0);
    const lines = err.filter((text) => text.startsWith("\r"));
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.join("")).not.toContain("\n");
  });

  test("prints help and the list without measuring", async () => {
    for (const flag of ["--help", "--list"]) {
      const around = surroundings();
      expect(await main([flag], around)).toBe(0);
      expect(around.out.join("")).toContain(flag === "--help" ? "--update-readme" : "ridge");
      expect(readdirSync(around.root)).toEqual([]);
    }
  });
});

describe("single operations", () => {
  test("are all measured, each in its unit", async () => {
    const around = surroundings();
    expect(await main(["--micro", "--json"], around)).toBe(0);
    const { rows, micro } = JSON.parse(around.out.join("")) as ResultsDocument;
    expect(rows).toEqual([]);
    expect(micro.map(({ id, status, unit }) => `${id} ${status} ${unit}`)).toEqual([
      "scalar-plain ok ns per operation",
      "scalar-forward ok ns per operation",
      "scalar-tape ok ns per operation",
      "scalar-forward-forward ok ns per operation",
      "scalar-forward-tape ok ns per operation",
      "scalar-tape-tape ok ns per operation",
      "array-op ok µs per call",
      "array-grad ok µs per call",
    ]);
    expect(micro.every(({ median }) => median !== null && median > 0)).toBe(true);
  });

  test("compare large gradients where those problems are there", async () => {
    const large = { ...ridge, id: "rosenbrock", inputs: () => ridge.inputs(2, 0) };
    const around = surroundings({ problems: [large] });
    expect(await main(["--micro", "--json"], around)).toBe(0);
    const { micro } = JSON.parse(around.out.join("")) as ResultsDocument;
    expect(micro.at(-1)).toMatchObject({ id: "rosenbrock-100000", unit: "× hand-written" });
    expect(micro.at(-1)?.median).toBeGreaterThan(0);
  });
});

describe("the status of a row", () => {
  test("is wrong for a wrong derivative, and the exit code is 1", async () => {
    const around = surroundings({ backends: [right, doubled] });
    const rows = await rowsOf(around, 1);
    expect(rows.map((r) => r.status)).toEqual(["ok", "ok", "wrong"]);
    expect(rows[2]?.error).toBe(1);
    expect(around.err.join("")).toContain("wrong derivative: doubled on ridge, size 2");
  });

  test("is unsupported when the backend says so", async () => {
    const refuses = altered("refuses", {
      pullback() {
        throw new CapabilityError("grad", "a smooth function", "this one", "ask for less");
      },
    });
    const rows = await rowsOf(surroundings({ backends: [refuses] }), 0);
    expect(rows[1]).toMatchObject({ status: "unsupported", time: null, error: null });
    expect(rows[1]?.message).toContain("expected a smooth function");
  });

  test("is error, with the message, for any other exception", async () => {
    const breaks = altered("breaks", {
      pullback() {
        throw new TypeError("boom");
      },
    });
    const rows = await rowsOf(surroundings({ backends: [breaks, right] }), 0);
    expect(rows.map((r) => r.status)).toEqual(["ok", "error", "ok"]);
    expect(rows[1]?.message).toBe("boom");
  });

  test("is out-of-memory where an allocation fails", async () => {
    const swells = altered("swells", {
      pullback() {
        throw new RangeError("Array buffer allocation failed");
      },
    });
    const rows = await rowsOf(surroundings({ backends: [swells] }), 0);
    expect(rows[1]?.status).toBe("out-of-memory");
  });

  test("is timeout, with the prediction, where it is certain to take too long", async () => {
    const around = surroundings({ effort: { ...brief, callSeconds: 0 } });
    const rows = await rowsOf(around, 0);
    expect(rows[1]).toMatchObject({ status: "timeout", time: null });
    expect(rows[1]?.message).toMatch(/^not run: at least 1 sweeps of /);
  });

  test("is not decided where there is no oracle and nothing hand-written", async () => {
    const { oracle: _oracle, handWritten: _handWritten, ...bare } = ridge;
    const rows = await rowsOf(surroundings({ problems: [bare] }), 0);
    expect(rows).toMatchObject([{ backend: "tape", reference: "none", error: null, status: "ok" }]);
    expect(rows[0]?.ratioToHandWritten).toBeNull();
    expect(rows[0]?.ratioToValue).not.toBeNull();
  });
});

describe("the README", () => {
  const markers = "# Title\n\n<!-- results:start -->\nold\n<!-- results:end -->\n\nrest\n";

  test("gets the table between its markers, and nothing else changes", async () => {
    const around = surroundings();
    const readme = join(around.root, "README.md");
    writeFileSync(readme, markers);
    expect(await main([...tiny, "--update-readme"], around)).toBe(0);
    const text = readFileSync(readme, "utf8");
    expect(text).toMatch(
      /^# Title\n\n<!-- results:start -->\n\n\| problem \| size \| hand-written/,
    );
    expect(text).toMatch(/\| ridge \| 2 \| .* \| .*×\) \|/);
    expect(text).toMatch(/<!-- results:end -->\n\nrest\n$/);
    expect(text).not.toContain("old");
  });

  test.each([
    ["without markers", "# Title\n", "expected the lines <!-- results:start -->"],
    ["that is missing", undefined, "cannot read"],
  ])("%s is one line and exit code 2", async (_, text, line) => {
    const around = surroundings();
    if (text !== undefined) writeFileSync(join(around.root, "README.md"), text);
    expect(await main([...tiny, "--update-readme"], around)).toBe(2);
    expect(around.err.at(-1)).toContain(line);
  });
});
