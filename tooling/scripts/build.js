// Builds the named packages and what they import (all packages when none is named), quietly.

import { run } from "./shell.js";

const names = process.argv.slice(2);
const patience = setTimeout(() => console.error("building …"), 1500);
const { ok, output, seconds } = await run("turbo", [
  "run",
  "build",
  ...names.map((name) => `--filter=${name}`),
  "--output-logs=errors-only",
]);
clearTimeout(patience);

if (!ok) {
  console.error(output);
  console.error("build: failed (see above)");
  process.exit(1);
}
const [, cached = "0", total = "0"] = /Cached:\D*(\d+) cached, (\d+) total/.exec(output) ?? [];
console.error(`build: ${total} packages, ${cached} of them unchanged, ${seconds} s`);
