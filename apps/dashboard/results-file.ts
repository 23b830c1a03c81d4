import { existsSync, readFileSync } from "node:fs";
import type { Connect, Plugin } from "vite";

/** What the page fetches. */
const name = "results.json";

/**
 * Puts a results file of the harness beside the page, as `results.json`.
 *
 * The servers read the file anew on every request, so a page that was built before a run of the
 * harness shows that run, too; the build writes a copy for folders that are served by others.
 * Without a file the answer is `null`, and the page says how to make one.
 */
export function resultsFile(path: string): Plugin {
  const read = (): string => (existsSync(path) ? readFileSync(path, "utf8") : "null\n");
  const serve: Connect.NextHandleFunction = (request, response, next) => {
    if (request.url?.split("?")[0] !== `/${name}`) return next();
    response.setHeader("content-type", "application/json");
    response.setHeader("cache-control", "no-store");
    response.end(read());
  };
  return {
    name: "results-file",
    configureServer: ({ middlewares }) => void middlewares.use(serve),
    configurePreviewServer: ({ middlewares }) => void middlewares.use(serve),
    generateBundle() {
      this.emitFile({ type: "asset", fileName: name, source: read() });
    },
  };
}
