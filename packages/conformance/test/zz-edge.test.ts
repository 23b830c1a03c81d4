import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { test } from "vitest";
import { forward } from "@wengert/ad-forward";
import { tape } from "@wengert/ad-tape";
import { edgeData } from "../src/edges/data.ts";
import { edgesOutOfScope, ownEdges } from "../src/edges/cases.ts";
import { checkEdge, checkProgram } from "../src/edges/check.ts";
import { edgeTable } from "../src/edges/table.ts";
test("scratch", () => {
  const d = edgeData(gunzipSync(readFileSync(new URL("../data/edge-conventions.json.gz", import.meta.url))).toString());
  for (const b of [forward(), tape()]) for (const r of d.cases) { if (r.case in edgesOutOfScope) continue; try { const m = checkEdge(r, b); if (m) console.log(m);} catch (e) { console.log(r.case, b.name, String(e)); } }
  for (const b of [forward(), tape()]) for (const [k, r] of Object.entries(ownEdges)) { const m = checkProgram(k, r, r.gradient, b); if (m) console.log(m); }
  console.log(edgeTable(d).slice(0, 1500));
}, 600000);
