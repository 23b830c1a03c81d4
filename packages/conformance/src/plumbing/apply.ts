import type { Backend, SecondOrderOptions } from "@wengert/ad-core";
import { check, close } from "../kit/compare.ts";
import type { OperatorName } from "../kit/operators.ts";
import type { Tolerance } from "../kit/suite.ts";
import type { Scenario } from "./scenario.ts";

/** The options that a scenario asks for. */
export function optionsOf(
  { argnums, hasAux }: Scenario,
  backend: Backend,
): SecondOrderOptions & { readonly hasAux?: true } {
  return {
    backend,
    ...(argnums !== undefined && { argnums }),
    ...(hasAux && { hasAux: true as const }),
  };
}

/** The operators whose results a scenario gives. */
export function operatorsOf(s: Scenario): OperatorName[] {
  const names: OperatorName[] = [];
  if (s.gradient !== undefined) names.push("grad", "valueAndGrad");
  if (s.derivative !== undefined) names.push("derivative");
  if (s.pushed !== undefined) names.push("jvp");
  if (s.pulled !== undefined) names.push("vjp");
  if (s.pushed !== undefined && !s.hasAux) names.push("linearize");
  if (s.jacobian !== undefined) names.push("jacobian");
  if (s.product !== undefined) names.push("hvp");
  if (s.hessian !== undefined) names.push("hessian");
  return names;
}

/** What the bound operator is called with. */
export function callArguments(name: OperatorName, s: Scenario): readonly unknown[] {
  return name === "jvp" || name === "hvp" ? [...s.args, s.tangent] : s.args;
}

/** Compare what an operator returned with the closed form. */
export function checkResult(
  name: OperatorName,
  s: Scenario,
  result: unknown,
  tolerance: Tolerance,
): void {
  const { first, second } = tolerance;
  const paired = (x: unknown): unknown => (s.hasAux ? [x, s.aux] : x);
  switch (name) {
    case "grad":
      return close(result, paired(s.gradient), first);
    case "valueAndGrad":
      return close(result, [paired(s.value), s.gradient], first);
    case "derivative":
      return close(result, paired(s.derivative), first);
    case "jvp":
      return close(result, [s.value, s.pushed, ...(s.hasAux ? [s.aux] : [])], first);
    case "vjp":
      return checkMap(s, result, s.cotangent, s.pulled, first);
    case "linearize":
      return checkMap(s, result, s.tangent, s.pushed, first);
    case "jacobian":
      return close(result, paired(s.jacobian), first);
    case "hvp":
      return close(result, paired(s.product), second);
    case "hessian":
      return close(result, paired(s.hessian), second);
    default:
      return name satisfies never;
  }
}

/** `[value, map]` and the by-product; the map may be called again. */
function checkMap(s: Scenario, result: unknown, x: unknown, y: unknown, tolerance: number): void {
  check(Array.isArray(result), "expected an array of the value and a function");
  const [value, map, ...rest] = result as [unknown, (x: unknown) => unknown, ...unknown[]];
  close([value, ...rest], [s.value, ...(s.hasAux ? [s.aux] : [])], tolerance);
  close(map(x), y, tolerance);
  close(map(x), y, tolerance, "second call");
}
