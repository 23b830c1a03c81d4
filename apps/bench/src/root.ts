import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder of the repository, from wherever this file was built to. */
export function repositoryRoot(start = import.meta.dirname): string {
  let folder = start;
  while (!existsSync(join(folder, "pnpm-workspace.yaml"))) {
    const parent = dirname(folder);
    if (parent === folder) return process.cwd();
    folder = parent;
  }
  return folder;
}
