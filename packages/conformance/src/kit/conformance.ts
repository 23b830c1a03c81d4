import type { Backend } from "@wengert/ad-core";
import { fail } from "./compare.ts";
import type { ConformanceOptions } from "./options.ts";
import { type PlannedCase, planOf } from "./plan.ts";
import { runs } from "./report.ts";

/** All that the kit needs of a test framework: vitest, node:test, Jest and Mocha fit. */
export interface Runner {
  test(name: string, run: () => void): unknown;
}

/**
 * Register the whole kit with your test runner: one test for each claim.
 *
 * @param create gives a fresh backend for every test.
 * @example
 * import { test } from "vitest";
 * conformance({ test }, () => myBackend(), { excluded: { hessian: "third-order terms are missing" } });
 */
export function conformance(
  runner: Runner,
  create: () => Backend,
  options: ConformanceOptions = {},
): void {
  const { backend, cases } = planOf(create, options);
  const excluded = new Map<string, PlannedCase[]>();
  for (const planned of cases) {
    const { suite, item, excludedBy, inapplicable } = planned;
    if (inapplicable !== undefined) continue;
    if (excludedBy === undefined) {
      runner.test(`${backend.name}: ${suite.id}: ${item.name}`, () => planned.run());
    } else {
      excluded.set(excludedBy, [...(excluded.get(excludedBy) ?? []), planned]);
    }
  }
  for (const [key, left] of excluded) {
    runner.test(`${backend.name}: excludes ${key}: ${options.excluded?.[key]}`, () => {
      if (left.every((planned) => runs(planned) === null)) {
        fail(`all ${left.length} excluded cases pass: drop the exclusion of "${key}"`);
      }
    });
  }
}
