import type { Suite } from "../kit/suite.ts";
import { batchAndDeterminismCases } from "./batches.ts";
import { identityCases } from "./identities.ts";
import { programs } from "./programs.ts";
import { taylorCases } from "./taylor.ts";

export const invariants: Suite = {
  id: "invariants",
  title: "identities between the operators, Taylor remainders, batches, determinism",
  cases: () =>
    programs.flatMap((program) =>
      identityCases(program).concat(taylorCases(program), batchAndDeterminismCases(program)),
    ),
};
