// Runs the conformance kit on the built backends and writes the result between the markers in
// docs/reference/support-matrix.md. `--check` only tells whether the page is up to date.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { root } from "./shell.js";

const page = "docs/reference/support-matrix.md";
const [start, end] = ["<!-- support-matrix:start -->", "<!-- support-matrix:end -->"];

const { pullbackOnly, pushforwardOnly, bothModes, runConformance, supportMatrix, valuesOnly } =
  await import("@wengert/ad-conformance");
const { forward } = await import("@wengert/ad-forward");
const { tape } = await import("@wengert/ad-tape");
const { zeroOrder } = await import("@wengert/ad-zero-order");

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc");
const tolerance = { first: 1e-7, second: 1e-4 };
/** @type {[() => import("@wengert/ad-core").Backend, import("@wengert/ad-conformance").ConformanceOptions][]} */
const runs = [
  [() => tape(), { partners: [() => forward()] }],
  [() => forward(), { partners: [() => tape()] }],
  [() => forward({ chunk: 1, name: "forward(chunk: 1)" }), { partners: [() => tape()] }],
  [() => bothModes(forward(), tape()), {}],
  [() => pushforwardOnly(forward()), {}],
  [() => pullbackOnly(tape()), {}],
  [() => zeroOrder(), { tolerance, partners: [() => tape(), () => forward()] }],
  [() => valuesOnly(), { tolerance }],
];

const reports = runs.map(([create, options]) => {
  const report = runConformance(create, { collectGarbage, ...options });
  console.log(`docs:matrix: ${report.backend}: ${JSON.stringify(report.counts)}`);
  return report;
});

const text = readFileSync(join(root, page), "utf8");
const [from, to] = [text.indexOf(start), text.indexOf(end)];
if (from < 0 || to < from) {
  console.error(`docs:matrix: expected the markers ${start} and ${end} in ${page}`);
  process.exit(1);
}
const updated = `${text.slice(0, from)}${start}\n\n${supportMatrix(reports)}\n\n${text.slice(to)}`;
if (process.argv.includes("--check")) {
  if (updated !== text) {
    console.error(`docs:matrix: ${page} is stale; run \`npm run docs:matrix\``);
    process.exit(1);
  }
} else {
  writeFileSync(join(root, page), updated);
  console.log(`docs:matrix: ${page} ${updated === text ? "is up to date" : "written"}`);
}
process.exit(reports.some(({ counts }) => counts.failed > 0) ? 1 : 0);
