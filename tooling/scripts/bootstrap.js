// Installs the dependencies of the whole repository, when they are not installed yet.
// Needs Node and npm only; nothing may be imported from node_modules here.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./shell.js";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`bootstrap: expected Node 20.19 or newer, got ${process.versions.node}`);
  process.exit(1);
}

const packages = ["packages", "apps", "tooling"]
  .flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`))
  .filter((folder) => existsSync(join(root, folder, "package.json")));

const hash = createHash("sha256");
for (const file of [
  "pnpm-lock.yaml",
  "pnpm-workspace.yaml",
  "package.json",
  ...packages.map((folder) => `${folder}/package.json`),
])
  hash.update(`${file}\n`).update(readFileSync(join(root, file)));
const wanted = hash.digest("hex");

const stamp = join(root, "node_modules/.bootstrap");
const complete = packages.every((folder) => {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(join(root, folder, "package.json"), "utf8"),
  );
  return !(dependencies ?? devDependencies) || existsSync(join(root, folder, "node_modules"));
});

if (!(complete && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted)) {
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const install = ["install", "--frozen-lockfile", "--prefer-offline", "--reporter=append-only"];
  console.error(`bootstrap: npx -y ${packageManager} ${install.join(" ")}`);
  const { status, stdout } = spawnSync("npx", ["-y", packageManager, ...install], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    shell: process.platform === "win32",
    // never ask, and report even under `npm --silent`
    env: { ...process.env, CI: "true", npm_config_loglevel: undefined },
  });
  if (status !== 0) {
    console.error(`${stdout}\nbootstrap: the installation failed (see above).`);
    console.error(
      `After a change of dependencies run \`npx -y ${packageManager} install\` and commit pnpm-lock.yaml.`,
    );
    process.exit(1);
  }
  console.error(`bootstrap: ${stdout.trim().split("\n").at(-1)}`);
  writeFileSync(stamp, wanted);
}
