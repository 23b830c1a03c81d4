// Draws which package imports which, between the markers in docs/explanation/architecture.md.
// `--check` only tells whether the drawing is up to date.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, run } from "./shell.js";

const page = "docs/explanation/architecture.md";
const [start, end] = ["<!-- import-graph:start -->", "<!-- import-graph:end -->"];

const { ok, stdout, output } = await run("depcruise", [
  "packages",
  "apps",
  "--include-only",
  "^(packages|apps)/[^/]+/src/",
  "--output-type",
  "json",
]);
/** @type {{ source: string, dependencies: { resolved: string }[] }[]} */
let modules;
try {
  ({ modules } = JSON.parse(stdout)); // printed also where a rule is broken
} catch {
  console.error(ok ? "docs:graph: dependency-cruiser printed no JSON" : output);
  process.exit(1);
}

/** @param {string} path */
const owner = (path) => /^(?:packages|apps)\/[^/]+/.exec(path)?.[0] ?? path;
const folders = [...new Set(modules.map(({ source }) => owner(source)))].sort((a, b) =>
  a.localeCompare(b),
);
/** @type {Set<string>} */
const edges = new Set();
for (const { source, dependencies } of modules)
  for (const { resolved } of dependencies)
    if (owner(source) !== owner(resolved)) edges.add(`${owner(source)} ${owner(resolved)}`);

/** @param {string} folder */
const id = (folder) => folder.replace(/^\w+\//, "");
/** @param {string} folder */
const node = (folder) => {
  const { name } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
  return folder.startsWith("apps/") ? `  ${id(folder)}(["${name}"])` : `  ${id(folder)}["${name}"]`;
};
const drawing = [
  start,
  "",
  "```mermaid",
  "flowchart TD",
  ...folders.map(node),
  ...Array.from(edges)
    .sort((a, b) => a.localeCompare(b))
    .map((edge) => `  ${edge.split(" ").map(id).join(" --> ")}`),
  "```",
  "",
  end,
].join("\n");

const text = readFileSync(join(root, page), "utf8");
const [from, to] = [text.indexOf(start), text.indexOf(end)];
if (from < 0 || to < from) {
  console.error(`docs:graph: expected the markers ${start} and ${end} in ${page}`);
  process.exit(1);
}
const updated = text.slice(0, from) + drawing + text.slice(to + end.length);
if (process.argv.includes("--check")) {
  if (updated !== text) {
    console.error(`docs:graph: the drawing in ${page} is stale; run \`npm run docs:graph\``);
    process.exit(1);
  }
} else if (updated === text) {
  console.log(`docs:graph: ${page} is up to date`);
} else {
  writeFileSync(join(root, page), updated);
  console.log(`docs:graph: ${page} redrawn`);
}
