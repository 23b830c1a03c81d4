import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { test } from "vitest";
import { forward } from "@wengert/ad-forward";
import { tape } from "@wengert/ad-tape";
import { checkElementwiseRow, elementwiseRows } from "../src/rules/elementwise.ts";
test("scratch", () => {
  const rows = elementwiseRows(gunzipSync(readFileSync(new URL("../data/elementwise.json.gz", import.meta.url))).toString());
  for (const b of [forward(), tape()]) for (const r of rows) { const m = checkElementwiseRow(r, b); if (m) console.log(m); }
}, 600000);
