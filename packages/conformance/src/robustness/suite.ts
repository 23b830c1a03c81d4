import type { Suite } from "../kit/suite.ts";
import { controlFlowCases } from "./control-flow.ts";
import { numberCases } from "./numbers.ts";
import { stateCases } from "./state.ts";
import { variableCases } from "./variables.ts";

export const robustness: Suite = {
  id: "robustness",
  title: "misuse, exceptions, native control flow, odd numbers, long computations",
  cases: () => [...variableCases, ...controlFlowCases, ...stateCases, ...numberCases],
};
