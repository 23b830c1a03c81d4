// Every static check of the repository. All run, whatever the earlier ones say.
// `npm run check -- knip oxlint` runs only the steps named.

import { run } from "./shell.js";

/** @type {Record<string, string[]>} */
const steps = {
  packages: "turbo run build typecheck check:pkg --continue --output-logs=errors-only".split(" "),
  tsc: ["tsc", "-p", "."],
  oxlint: ["oxlint", "--type-aware"],
  biome: ["biome", "check"],
  depcruise: ["depcruise", "packages", "apps"],
  graph: ["node", "tooling/scripts/import-graph.js", "--check"],
  matrix: ["node", "tooling/scripts/support-matrix.js", "--check"],
  sherif: ["sherif"],
  knip: ["knip"],
  "size-limit": ["size-limit"],
};

const names = process.argv.slice(2);
const unknown = names.filter((name) => !(name in steps));
if (unknown.length > 0) {
  console.error(`check: expected ${Object.keys(steps).join(", ")}, got ${unknown.join(", ")}`);
  process.exit(2);
}

const failed = [];
for (const [name, [command = "", ...args]] of Object.entries(steps)) {
  if (names.length > 0 && !names.includes(name)) continue;
  const { ok, output, seconds } = await run(command, args);
  if (!ok || names.length > 0) console.log(output.trimEnd());
  console.log(`check: ${name} ${ok ? "ok" : "FAILED"}, ${seconds} s`);
  if (!ok) failed.push(name);
}
if (failed.length > 0) {
  console.error(`check: failed: ${failed.join(", ")}`);
  process.exit(1);
}
