import { join } from "node:path";
import { defaultClientConditions, defineConfig } from "vite";
import { resultsFile } from "./results-file.ts";

/** The page runs the packages' sources; `base: "./"` lets the built site open from any folder. */
export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  resolve: { conditions: ["@wengert/source", ...defaultClientConditions] },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: { target: "es2022", sourcemap: true, chunkSizeWarningLimit: 600 },
  plugins: [resultsFile(join(import.meta.dirname, "../../results/latest.json"))],
});
