import { forward } from "@wengert/ad-forward";
import { tape } from "@wengert/ad-tape";
import { describe, expect, test } from "vitest";
import {
  checkElementwiseRow,
  type ElementwiseRow,
  elementwiseRows,
} from "../src/rules/elementwise.ts";
import { groupBy, oracleData } from "./oracle-data.ts";

const rows = elementwiseRows(oracleData("elementwise.json.gz"));
const byFunction = groupBy(rows, (row) => row.fn);

describe("elementwise functions at hard points", () => {
  for (const [fn, list] of byFunction) {
    test(`${fn} and its three derivatives keep their digits at ${list.length} points`, () => {
      const wrong = [forward(), tape()].flatMap((backend) =>
        list.map((row) => checkElementwiseRow(row, backend)),
      );
      expect(wrong.filter((text) => text !== undefined)).toEqual([]);
    });
  }

  test("a derivative that lost its digits is noticed", () => {
    const row = rows.find(({ id }) => id === "erf@0.5") as ElementwiseRow;
    const off = { ...row, d3: row.d3 * (1 + 1e-12) };
    expect(checkElementwiseRow(off, forward())).toContain("erf@0.5 d3 via forward: ");
    const shifted = { ...row, value: row.value * (1 + 3e-15) };
    expect(checkElementwiseRow(shifted, forward())).toContain("erf@0.5 value via forward: ");
  });
});
