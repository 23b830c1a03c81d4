import { handWritten, type ResultsDocument } from "./document.ts";

/** A problem of a results file with the sizes that any backend was run at, ascending. */
export interface ProblemOutline {
  readonly suite: string;
  readonly problem: string;
  readonly sizes: readonly number[];
}

/** Which of a problem's sizes the table shows. */
export const sizeChoices = ["smallest", "middle", "largest", "all"] as const;
export type SizeChoice = (typeof sizeChoices)[number];

/** Problems in the order of the file. */
export function problemsOf({ rows }: ResultsDocument): ProblemOutline[] {
  const byName = new Map<string, { suite: string; sizes: Set<number> }>();
  for (const { suite, problem, size } of rows) {
    const entry = byName.get(problem) ?? { suite, sizes: new Set() };
    byName.set(problem, entry);
    entry.sizes.add(size);
  }
  return [...byName].map(([problem, { suite, sizes }]) => ({
    suite,
    problem,
    sizes: [...sizes].sort((a, b) => a - b),
  }));
}

/** Hand-written code first, then the backends in the order of the file. */
export function backendsOf({ rows }: ResultsDocument): string[] {
  const names = [...new Set(rows.map((row) => row.backend))];
  return names.sort((a, b) => Number(b === handWritten) - Number(a === handWritten));
}

/** The chosen ones of ascending sizes. */
export function chooseSizes(sizes: readonly number[], choice: SizeChoice): readonly number[] {
  if (choice === "all" || sizes.length === 0) return sizes;
  const at = { smallest: 0, middle: (sizes.length - 1) >> 1, largest: sizes.length - 1 }[choice];
  return sizes.slice(at, at + 1);
}
