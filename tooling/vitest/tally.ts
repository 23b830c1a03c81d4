import type { Reporter, TestModule } from "vitest/node";
import { chromium, chromiumHelp } from "./chromium.ts";

/** Close the run with one plain line: `tests: N passed, N failed, N skipped`. */
export default class Tally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const count = { passed: 0, failed: unhandledErrors.length, skipped: 0, pending: 0 };
    const browserTests: string[] = [];
    for (const module of modules) {
      count.failed += module.errors().length; // a file that does not load has no tests to count
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        count[state] += 1;
        if (state === "skipped" && module.moduleId.includes("/e2e/"))
          browserTests.push(`  ${module.relativeModuleId} > ${test.fullName}`);
      }
    }
    count.failed += count.pending; // started, never finished
    if (process.env.WENGERT_BUILD_FAILED) count.failed += 1;
    if (chromium === undefined && browserTests.length > 0)
      console.log(`Skipped, as they need a browser (${chromiumHelp}):\n${browserTests.join("\n")}`);
    console.log(`tests: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
  }
}
