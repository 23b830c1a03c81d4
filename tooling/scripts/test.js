// Installs, builds, tests; the last line is the tally. Arguments go to vitest.
// Unit tests read sources, so they run even where the build fails; that failure is then one of the tally.

import { spawnSync } from "node:child_process";
import { environment, root } from "./shell.js";

/**
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [extra]
 */
const succeeds = (command, args, extra = {}) =>
  spawnSync(command, args, {
    cwd: root,
    env: { ...environment, ...extra },
    stdio: "inherit",
    shell: process.platform === "win32",
  }).status === 0;

if (!succeeds("node", ["tooling/scripts/bootstrap.js"])) {
  console.log("tests: 0 passed, 1 failed, 0 skipped");
  process.exit(1);
}
const built = succeeds("node", ["tooling/scripts/build.js"]);
const passed = succeeds("vitest", ["run", ...process.argv.slice(2)], {
  WENGERT_BUILD_FAILED: built ? "" : "1",
});
process.exit(built && passed ? 0 : 1);
