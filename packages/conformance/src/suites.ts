import { invariants } from "./invariants/suite.ts";
import type { Suite } from "./kit/suite.ts";
import { nesting } from "./nesting/suite.ts";
import { plumbing } from "./plumbing/suite.ts";

/** The suites of the kit, in the order in which they run. */
export const suites: readonly Suite[] = [plumbing, nesting, invariants];
