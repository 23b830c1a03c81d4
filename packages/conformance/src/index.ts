/** The public names of the conformance kit. Exports only. */

export { checkEdge } from "./edges/check.ts";
export { type EdgeData, type EdgeRow, edgeData } from "./edges/data.ts";
export { edgeTable } from "./edges/table.ts";
export { ConformanceError, close, throws } from "./kit/compare.ts";
export { conformance, type Runner } from "./kit/conformance.ts";
export { type OperatorName, operatorNames } from "./kit/operators.ts";
export { type ConformanceOptions } from "./kit/options.ts";
export { type CaseResult, type Report, runConformance, type Verdict } from "./kit/report.ts";
export type { Case, Need, Subject, Suite, Tolerance } from "./kit/suite.ts";
export { type Mutant, type MutantResult, mutants, runMutants } from "./mutants.ts";
export { type OpSample, opSamples } from "./ops/samples.ts";
export { type Scenario } from "./plumbing/scenario.ts";
export { scenarios } from "./plumbing/suite.ts";
// the rules of core against data: read a file of `data/`, decompress it, and check its cases
export { type RuleCase, ruleCases } from "./rules/case.ts";
export { checkRuleCase, type RuleCheck, type RuleCheckOptions, ruleChecks } from "./rules/check.ts";
export {
  checkElementwiseRow,
  type ElementwiseRow,
  elementwiseRows,
} from "./rules/elementwise.ts";
export { exceptionOf, type RuleException, ruleExceptions, scopeOf } from "./rules/scope.ts";
export { suites } from "./suites.ts";
export { supportMatrix } from "./support-matrix.ts";
export { bothModes, pullbackOnly, pushforwardOnly, valuesOnly } from "./views.ts";
