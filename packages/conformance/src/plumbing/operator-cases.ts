import { close, copy } from "../kit/compare.ts";
import { type OperatorName, operators } from "../kit/operators.ts";
import type { Case } from "../kit/suite.ts";
import { callArguments, checkResult, operatorsOf, optionsOf } from "./apply.ts";
import type { Scenario } from "./scenario.ts";

/** The operator gives the closed form, and leaves the scenario as it was. */
function unprepared(name: OperatorName, scenario: Scenario): Case {
  return {
    name: `${name} of ${scenario.name}`,
    operator: name,
    needs: needsOf(name),
    run(backend, tolerance) {
      const args = callArguments(name, scenario);
      const before = copy([args, scenario.tangent, scenario.cotangent]);
      const run = operators[name](scenario.f, optionsOf(scenario, backend));
      checkResult(name, scenario, run(...args), tolerance);
      close([args, scenario.tangent, scenario.cotangent], before, 0, "scenario left intact");
    },
  };
}

export function needsOf(name: OperatorName): Case["needs"] & {} {
  return name === "hvp" || name === "hessian" ? ["second-order"] : [];
}

export function operatorCases(scenarios: readonly Scenario[]): Case[] {
  return scenarios.flatMap((s) => operatorsOf(s).map((name) => unprepared(name, s)));
}
