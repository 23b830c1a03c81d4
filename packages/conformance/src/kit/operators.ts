import {
  type AnyFunction,
  derivative,
  grad,
  hessian,
  hvp,
  jacobian,
  jvp,
  linearize,
  type SecondOrderOptions,
  valueAndGrad,
  vjp,
} from "@wengert/ad-core";

/** Every operator of core. */
export type OperatorName =
  | "grad"
  | "valueAndGrad"
  | "derivative"
  | "jvp"
  | "vjp"
  | "linearize"
  | "jacobian"
  | "hvp"
  | "hessian";

/** An operator without the types that tie its result to f: scenarios are data. */
export type LooseOperator = (
  f: AnyFunction,
  options: SecondOrderOptions,
) => (...args: readonly unknown[]) => unknown;

const table: Record<OperatorName, unknown> = {
  grad,
  valueAndGrad,
  derivative,
  jvp,
  vjp,
  linearize,
  jacobian,
  hvp,
  hessian,
};

/** The operators by name, in the order of the support matrix. */
export const operators: Readonly<Record<OperatorName, LooseOperator>> = table as Record<
  OperatorName,
  LooseOperator
>;

export const operatorNames: readonly OperatorName[] = Object.keys(table) as OperatorName[];
