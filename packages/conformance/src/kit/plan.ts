import type { Backend } from "@wengert/ad-core";
import { suites } from "../suites.ts";
import { type ConformanceOptions, toleranceOf } from "./options.ts";
import type { Case, Need, Suite, Tolerance } from "./suite.ts";

/** One case of one run, and what is to be done with it. */
export interface PlannedCase {
  readonly suite: Suite;
  readonly item: Case;
  /** Key of `excluded` that leaves it out. */
  readonly excludedBy: string | undefined;
  /** Why it does not apply, where it does not. */
  readonly inapplicable: string | undefined;
  /** Run it on a fresh backend. */
  run(): void;
}

/** Every case for a backend, in order. Both runners start here. */
export interface Plan {
  readonly backend: Backend;
  readonly tolerance: Tolerance;
  readonly cases: readonly PlannedCase[];
}

export function planOf(create: () => Backend, options: ConformanceOptions): Plan {
  const backend = create();
  const tolerance = toleranceOf(backend, options);
  if (backend.capabilities.exact && tolerance.first > 1e-8) {
    throw new TypeError(
      `[ad-conformance] tolerance: expected at most 1e-8 for ${backend.name}, which declares exact: true, got ${tolerance.first}; declare exact: false if results carry an error`,
    );
  }
  const { partners = [], collectGarbage = ownCollector() } = options;
  const subject = { backend, create, partners, collectGarbage };
  const all = [...suites, ...(options.suites ?? [])];
  const chosen = options.only === undefined ? all : all.filter((s) => options.only?.includes(s.id));
  const excluded = options.excluded ?? {};
  const used = new Set<string>();
  const cases = chosen.flatMap((suite) =>
    suite.cases(subject).map((item): PlannedCase => {
      const keys = [suite.id, item.operator, item.name, `${suite.id}: ${item.name}`];
      const excludedBy = keys.find((key) => key !== undefined && Object.hasOwn(excluded, key));
      if (excludedBy !== undefined) used.add(excludedBy);
      const inapplicable = reasonAgainst(item.needs ?? [], backend, options);
      return { suite, item, excludedBy, inapplicable, run: () => item.run(create(), tolerance) };
    }),
  );
  for (const [key, reason] of Object.entries(excluded)) {
    if (!used.has(key) && options.only === undefined) {
      throw new TypeError(
        `[ad-conformance] excluded: expected the id of a suite, an operator or the name of a case, got "${key}", which matches nothing`,
      );
    }
    if (reason.trim() === "") {
      throw new TypeError(`[ad-conformance] excluded: expected a reason for "${key}", got none`);
    }
  }
  return { backend, tolerance, cases };
}

function ownCollector(): (() => void) | undefined {
  return (globalThis as { gc?: () => void }).gc;
}

function reasonAgainst(
  needs: readonly Need[],
  { capabilities }: Backend,
  { order = 2, collectGarbage = ownCollector() }: ConformanceOptions,
): string | undefined {
  for (const need of needs) {
    if (need === "garbage-collector" && collectGarbage === undefined) {
      return "no garbage collector given: run Node with --expose-gc, or pass collectGarbage";
    }
    if (need === "exact" && !capabilities.exact) return "declares exact: false";
    if (need === "variables" && capabilities.mode === "zero-order") {
      return "f sees plain numbers in zero-order methods";
    }
    if (need === "second-order") {
      if (order < 2) return "tested to order 1 only";
      if (capabilities.nestsInside === "none") return "declares nestsInside: none";
      if (capabilities.nestsOutside === "none") return "declares nestsOutside: none";
    }
  }
  return undefined;
}
