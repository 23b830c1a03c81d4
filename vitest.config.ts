import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";
import { documents, markdown } from "./tooling/vitest/markdown.ts";

const here = import.meta.dirname;
const roots = ["packages", "apps"]
  .flatMap((folder) => readdirSync(join(here, folder)).map((name) => `${folder}/${name}`))
  .filter((root) => existsSync(join(here, root, "package.json")));

/** Tests read the workspace's sources, never its build output. */
const project = (name: string, root: string, include: string[]) => ({
  plugins: [markdown()],
  ssr: { resolve: { conditions: ["@wengert/source", ...defaultServerConditions] } },
  test: { name, root: join(here, root), include, testTimeout: 60_000, hookTimeout: 60_000 },
});

export default defineConfig({
  test: {
    reporters: ["default", join(here, "tooling/vitest/tally.ts")],
    passWithNoTests: true,
    projects: [
      // one per package: `--project core`
      ...roots.map((root) =>
        project(root.replace(/^\w+\//, ""), root, [
          "test/**/*.test.ts",
          ...documents(join(here, root), "docs"),
        ]),
      ),
      // the examples in the documents
      project("docs", ".", documents(here, "docs")),
      // what needs built pages and a browser
      project("e2e", ".", ["e2e/**/*.test.ts", "apps/*/e2e/**/*.test.ts"]),
    ],
  },
});
