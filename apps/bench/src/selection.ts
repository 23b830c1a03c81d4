import type { Problem } from "@wengert/ad-problems";
import type { Arguments } from "./arguments.ts";
import { type BackendEntry, handWritten } from "./backends.ts";
import { microSuite } from "./micro.ts";
import { requireName, UsageError } from "./names.ts";

/** A problem at a size. */
interface Choice {
  readonly problem: Problem;
  readonly size: number;
  readonly seed: number;
}

export interface Selection {
  readonly choices: readonly Choice[];
  readonly backends: readonly BackendEntry[];
  readonly micro: boolean;
}

/**
 * What the arguments name. Without --problem, `--sizes` takes those sizes that a problem lists;
 * with it, any size of a problem that has several. Single operations are part of a run unless something else was asked for.
 *
 * @throws UsageError for a name that nobody knows, and when nothing is left
 */
export function select(
  { suites, problems: named, backends: wanted, sizes, full }: Arguments,
  problems: readonly Problem[],
  backends: readonly BackendEntry[],
): Selection {
  const knownSuites = [...new Set<string>(problems.map((p) => p.suite)), microSuite];
  const knownBackends = [...backends.map((b) => b.name), handWritten];
  for (const name of suites) requireName("suite", name, knownSuites);
  for (const name of wanted) requireName("backend", name, knownBackends);
  const ids = problems.map((p) => p.id);
  for (const name of named) requireName("problem", name, ids);

  const chosen = problems.filter(
    ({ id, suite }) =>
      (named.length === 0 || named.includes(id)) && (suites.length === 0 || suites.includes(suite)),
  );
  const choices = chosen.flatMap((problem) =>
    sizesOf(problem, sizes, full, named.length > 0).map((size) => ({
      problem,
      size,
      seed: problem.seeds[0] ?? 0,
    })),
  );
  const everything = named.length === 0 && wanted.length === 0 && sizes.length === 0;
  const micro = suites.length === 0 ? everything : suites.includes(microSuite);
  if (choices.length === 0 && !micro)
    throw new UsageError(nothingLeft(chosen, sizes, named, suites));
  return {
    choices,
    backends: wanted.length === 0 ? backends : backends.filter((b) => wanted.includes(b.name)),
    micro,
  };
}

function sizesOf(
  problem: Problem,
  sizes: readonly number[],
  full: boolean,
  any: boolean,
): readonly number[] {
  if (sizes.length === 0) return full ? problem.sizes : problem.quickSizes;
  const flexible = any && problem.sizes.length > 1;
  const fits = sizes.filter((size) => flexible || problem.sizes.includes(size));
  return [...new Set(fits)].sort((a, b) => a - b);
}

function nothingLeft(
  chosen: readonly Problem[],
  sizes: readonly number[],
  named: readonly string[],
  suites: readonly string[],
): string {
  if (chosen.length === 0) {
    return `no problem ${named.join(", ")} in suite ${suites.join(", ")}: see --list`;
  }
  const known = [...new Set(chosen.flatMap((p) => p.sizes))].sort((a, b) => a - b);
  const hint = named.length === 0 ? ", or name a --problem" : "";
  return `no problem lists size ${sizes.join(", ")}: expected one of ${known.join(", ")}${hint}`;
}

/** What --list prints. */
export function listing(problems: readonly Problem[], backends: readonly BackendEntry[]): string {
  const suites = [...new Set<string>(problems.map((p) => p.suite))];
  const width = Math.max(0, ...problems.map((p) => p.id.length));
  const lines = suites.flatMap((suite) => {
    const members = problems.filter((p) => p.suite === suite);
    const shown = members.map(
      (p) => `  ${p.id.padEnd(width)}  ${p.operator}  ${p.formula}\n${sizesLine(p, width)}`,
    );
    return [`suite ${suite}`, shown.join("\n")];
  });
  return [
    ...lines,
    `suite ${microSuite}`,
    "  single operations, and large gradients against hand-written JavaScript",
    `backends: ${[handWritten, ...backends.map((b) => b.name)].join(", ")}`,
  ].join("\n");
}

function sizesLine({ sizes, quickSizes, sizeMeaning }: Problem, width: number): string {
  const marked = sizes.map((size) => (quickSizes.includes(size) ? `${size}*` : `${size}`));
  const more = quickSizes.filter((size) => !sizes.includes(size)).map((size) => `${size}*`);
  return `  ${" ".repeat(width)}  sizes ${[...more, ...marked].join(", ")} (* quick): ${sizeMeaning}`;
}
