import { defaultClientConditions, defineConfig } from "vite";

/** The page runs the packages' sources; `base: "./"` lets the built site open from any folder. */
export default defineConfig({
  base: "./",
  resolve: { conditions: ["@wengert/source", ...defaultClientConditions] },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: { target: "es2022", sourcemap: true },
});
