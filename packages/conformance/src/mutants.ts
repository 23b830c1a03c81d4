import type { Backend } from "@wengert/ad-core";
import type { ConformanceOptions } from "./kit/options.ts";
import { runConformance } from "./kit/report.ts";
import * as sweeps from "./mutants/faulty-backends.ts";
import * as rules from "./mutants/faulty-rules.ts";
import { interceptBackend } from "./mutants/intercept.ts";

/** A way to spoil a backend that is right. */
export interface Mutant {
  readonly name: string;
  /** A fresh spoilt backend around a fresh right one. */
  spoil(reference: Backend): Backend;
}

const intercepted: readonly Mutant[] = Object.entries({
  flippedSign: rules.flippedSign,
  missingFactor: rules.missingFactor,
  droppedAccumulation: rules.droppedAccumulation,
  forgottenOperand: rules.forgottenOperand,
  forgottenBroadcast: rules.forgottenBroadcast,
  ignoredTie: rules.ignoredTie,
  notANumber: rules.notANumber,
  sharedLevel: rules.sharedLevel,
}).map(([name, intercept]) => ({
  name,
  spoil: (reference) => interceptBackend(reference, name, intercept),
}));

const { negated, firstOfBatch, rounded, unscaledSeed, stale, transposed } = sweeps;
const { zeroHvp, valueZero, overclaiming, leaking, swallowing } = sweeps;

const wrapped: readonly Mutant[] = Object.entries({
  negated,
  firstOfBatch,
  rounded,
  unscaledSeed,
  stale,
  transposed,
  zeroHvp,
  valueZero,
  overclaiming,
  leaking,
  swallowing,
}).map(([name, spoil]) => ({ name, spoil }));

/** Deliberately wrong backends: a kit that lets one of them pass is not worth running. */
export const mutants: readonly Mutant[] = [...intercepted, ...wrapped];

/** What the kit said about one wrong backend. */
export interface MutantResult {
  readonly mutant: string;
  readonly reference: string;
  readonly caught: boolean;
  /** The claims that failed, as `suite: case`; with `bail` the first one only. */
  readonly by: readonly string[];
}

/**
 * Run the kit on mutants of a backend that is right; the share that is caught is the mutation score.
 *
 * @param names which mutants; all of them unless given.
 */
export function runMutants(
  reference: () => Backend,
  options: ConformanceOptions = {},
  names: readonly string[] = mutants.map(({ name }) => name),
): MutantResult[] {
  const chosen = mutants.filter(({ name }) => names.includes(name));
  return chosen.map(({ name, spoil }) => {
    const { results } = runConformance(() => spoil(reference()), options);
    const by = results
      .filter(({ verdict }) => verdict === "failed")
      .map((failed) => `${failed.suite}: ${failed.name}`);
    return { mutant: name, reference: reference().name, caught: by.length > 0, by };
  });
}
