import type { Options } from "tsup";

/** The one build recipe of every package in this repository: ESM only, with declarations. */
export declare function lib(overrides?: Options): Options;
