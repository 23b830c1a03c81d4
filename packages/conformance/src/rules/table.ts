import { activation } from "./adapters/activation.ts";
import { elementwise } from "./adapters/elementwise.ts";
import { indexing } from "./adapters/indexing.ts";
import type { Rule } from "./bound.ts";

/** Every PyTorch operation of the data that the op set expresses. */
export const rules: Readonly<Record<string, Rule | undefined>> = {
  ...elementwise,
  ...activation,
  ...indexing,
};
