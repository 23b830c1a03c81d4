import type { Suite } from "../kit/suite.ts";
import { batchCases } from "./batch-cases.ts";
import { gridScenarios } from "./grid.ts";
import { operatorCases } from "./operator-cases.ts";
import { preparedCases } from "./prepared-cases.ts";
import type { Scenario } from "./scenario.ts";
import { specialScenarios } from "./special.ts";

/** Every scenario of suite A: function, input, and results from closed forms. */
export const scenarios: readonly Scenario[] = [...gridScenarios, ...specialScenarios];

export const plumbing: Suite = {
  id: "plumbing",
  title: "every operator, on every kind of argument and result, prepared and not, in batches",
  cases: ({ backend }) => [
    ...operatorCases(scenarios),
    ...preparedCases(scenarios),
    ...batchCases(backend),
  ],
};
