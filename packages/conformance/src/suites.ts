import { capabilities } from "./capabilities/suite.ts";
import { conventions } from "./conventions/suite.ts";
import { errors } from "./errors/suite.ts";
import { invariants } from "./invariants/suite.ts";
import type { Suite } from "./kit/suite.ts";
import { nesting } from "./nesting/suite.ts";
import { plumbing } from "./plumbing/suite.ts";
import { resources } from "./resources/suite.ts";
import { robustness } from "./robustness/suite.ts";

/** The suites of the kit, in the order in which they run. */
export const suites: readonly Suite[] = [
  capabilities,
  plumbing,
  nesting,
  invariants,
  robustness,
  conventions,
  errors,
  resources,
];
