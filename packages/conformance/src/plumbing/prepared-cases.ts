import {
  args,
  type Backend,
  mapTree,
  PreparationMismatchError,
  type Prepared,
  prepare,
  Tensor,
} from "@wengert/ad-core";
import { check, throws } from "../kit/compare.ts";
import { type OperatorName, operators } from "../kit/operators.ts";
import type { Case } from "../kit/suite.ts";
import { callArguments, checkResult, operatorsOf, optionsOf } from "./apply.ts";
import { needsOf } from "./operator-cases.ts";
import type { Scenario } from "./scenario.ts";

function bind(name: OperatorName, scenario: Scenario, backend: Backend): Prepared {
  const example = args(...callArguments(name, scenario));
  return prepare(operators[name], scenario.f, example, optionsOf(scenario, backend));
}

/** Prepared, copied and writing into given buffers, the operator gives the same closed form. */
function prepared(name: OperatorName, scenario: Scenario): Case {
  return {
    name: `prepared ${name} of ${scenario.name}`,
    operator: name,
    needs: needsOf(name),
    run(backend, tolerance) {
      const call = callArguments(name, scenario);
      const bound = bind(name, scenario, backend);
      const result = bound(...call);
      checkResult(name, scenario, result, tolerance);
      checkResult(name, scenario, bound(...call), tolerance);
      checkResult(name, scenario, bound.clone()(...call), tolerance);
      if (name !== "vjp" && name !== "linearize" && typeof result === "object") {
        const out = mapTree(result, (leaf) =>
          leaf instanceof Tensor ? new Tensor(leaf.data.slice(), leaf.shape, leaf.dtype) : NaN,
        );
        mapTree(out, (leaf) => (leaf instanceof Tensor ? blank(leaf) : leaf));
        check(bound.into(out, ...call) === out, "into: expected the buffers that were passed");
        checkResult(name, scenario, out, tolerance);
      }
      throws(() => bound(...call, 1), PreparationMismatchError);
      throws(() => bound([[1], 2], ...call.slice(1)), PreparationMismatchError);
      checkResult(name, scenario, bound(...call), tolerance);
    },
  };
}

function blank(x: Tensor): Tensor {
  x.data.fill(NaN);
  return x;
}

export function preparedCases(scenarios: readonly Scenario[]): Case[] {
  return scenarios.flatMap((s) => operatorsOf(s).map((name) => prepared(name, s)));
}
