import type { Suite } from "./kit/suite.ts";
import { plumbing } from "./plumbing/suite.ts";

/** The suites of the kit, in the order in which they run. */
export const suites: readonly Suite[] = [plumbing];
