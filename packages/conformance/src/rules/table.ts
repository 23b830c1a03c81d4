import { activation } from "./adapters/activation.ts";
import { contraction } from "./adapters/contraction.ts";
import { elementwise } from "./adapters/elementwise.ts";
import { indexing } from "./adapters/indexing.ts";
import { linalg } from "./adapters/linalg.ts";
import { losses } from "./adapters/loss.ts";
import { norms } from "./adapters/norm.ts";
import { pooling } from "./adapters/pooling.ts";
import { reduction } from "./adapters/reduction.ts";
import { shape } from "./adapters/shape.ts";
import { sorting } from "./adapters/sorting.ts";
import type { Rule } from "./bound.ts";

/** Every PyTorch operation of the data that the op set expresses. */
export const rules: Readonly<Record<string, Rule | undefined>> = {
  ...elementwise,
  ...activation,
  ...indexing,
  ...shape,
  ...contraction,
  ...reduction,
  ...norms,
  ...pooling,
  ...sorting,
  ...losses,
  ...linalg,
};
