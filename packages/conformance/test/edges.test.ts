import { readFileSync } from "node:fs";
import { forward } from "@wengert/ad-forward";
import { tape } from "@wengert/ad-tape";
import { describe, expect, test } from "vitest";
import { edgePoints, edgePrograms, edgesOutOfScope, ownEdges } from "../src/edges/cases.ts";
import { checkEdge, checkProgram } from "../src/edges/check.ts";
import { edgeData } from "../src/edges/data.ts";
import { edgeTable } from "../src/edges/table.ts";
import { oracleData } from "./oracle-data.ts";

const data = edgeData(oracleData("edge-conventions.json.gz"));
const backends = [forward(), forward({ chunk: 1 }), tape()];

describe("conventions at edges", () => {
  for (const row of data.cases.filter((r) => !(r.case in edgesOutOfScope))) {
    test(`${row.case} follows the table`, () => {
      for (const backend of backends) expect(checkEdge(row, backend)).toBeUndefined();
    });
  }

  for (const [name, program] of Object.entries(ownEdges)) {
    test(`${name} follows the principles`, () => {
      for (const backend of backends) {
        expect(checkProgram(name, program, program.gradient, backend)).toBeUndefined();
      }
    });
  }

  test("every row of the table has a program or a reason", () => {
    const known = [...Object.keys(edgePrograms), ...Object.keys(edgesOutOfScope)];
    expect(known.sort()).toEqual(data.cases.map((row) => row.case).sort());
  });

  test("every point of the second list is decided by a row", () => {
    const decided = {
      ...edgePoints,
      "eigh or svd vectors, repeated values": "eigh vecs degenerate I2",
    };
    const points = data.others.map(({ point }) => point);
    const own = points.filter((point) => !(point in decided));
    expect(own.filter((point) => !(point in ownEdges))).toEqual([]);
    const rows = new Set(data.cases.map((row) => row.case));
    expect(Object.values(decided).filter((name) => !rows.has(name))).toEqual([]);
  });

  test("a wrong convention is noticed", () => {
    const row = data.cases.find((r) => r.case === "abs(0)");
    expect(checkEdge({ ...(row as NonNullable<typeof row>), recommended: [1] }, tape())).toContain(
      "abs(0) via tape on numbers: gradient is [0], not [1]",
    );
  });

  test("the published table is the one that is tested", () => {
    const page = new URL("../../../docs/reference/edge-conventions.md", import.meta.url);
    const text = readFileSync(page, "utf8");
    const published = /<!-- edge-table:start -->\n([^]*)\n<!-- edge-table:end -->/.exec(text)?.[1];
    expect(published?.trim()).toBe(edgeTable(data));
  });
});
