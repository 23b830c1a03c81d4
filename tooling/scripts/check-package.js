// Packs the package in the current folder as it would be published, and judges the tarball.

import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "./shell.js";

const cwd = process.cwd();
const folder = mkdtempSync(join(tmpdir(), "pack-"));

/**
 * @param {string} command
 * @param {string[]} args
 */
async function must(command, args) {
  const { ok, stdout, output } = await run(command, args, { cwd });
  if (ok) return stdout;
  console.error(output);
  throw new Error(`${command} ${args.join(" ")}: failed`);
}

try {
  await must("pnpm", ["pack", "--pack-destination", folder]);
  const tarball = join(folder, readdirSync(folder).find((name) => name.endsWith(".tgz")) ?? "");
  const manifest = await must("tar", ["-xzOf", tarball, "package/package.json"]);
  for (const word of ["@wengert/source", '"workspace:'])
    if (manifest.includes(word)) throw new Error(`${word} is left in the published manifest`);
  await must("publint", ["run", tarball, "--strict"]);
  await must("attw", [tarball, "--profile", "esm-only"]);
} catch (error) {
  console.error(`check:pkg: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
