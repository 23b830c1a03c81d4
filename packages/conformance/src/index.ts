/** The public names of the conformance kit. Exports only. */
export { ConformanceError, close, throws } from "./kit/compare.ts";
export { conformance, type Runner } from "./kit/conformance.ts";
export { type OperatorName, operatorNames } from "./kit/operators.ts";
export { type ConformanceOptions } from "./kit/options.ts";
export { type CaseResult, type Report, runConformance, type Verdict } from "./kit/report.ts";
export type { Case, Need, Subject, Suite, Tolerance } from "./kit/suite.ts";
export { type Mutant, type MutantResult, mutants, runMutants } from "./mutants.ts";
export { type Scenario } from "./plumbing/scenario.ts";
export { scenarios } from "./plumbing/suite.ts";
export { suites } from "./suites.ts";
export { supportMatrix } from "./support-matrix.ts";
export { bothModes, pullbackOnly, pushforwardOnly, valuesOnly } from "./views.ts";
