/** A mistake of the person at the keyboard: one line, exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** `one of a, b and c`, cut short where there are many. */
function enumerate(names: readonly string[]): string {
  const shown = names.slice(0, 12);
  return shown.join(", ") + (names.length > shown.length ? ", … (see --list)" : "");
}

/** The known name nearest to `name`, if it is near enough to be meant. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (name === "") return undefined;
  const ranked = known
    .map((candidate) => ({ candidate, distance: editDistance(name, candidate) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  if (best === undefined) return undefined;
  const near = name.length < 4 ? 1 : Math.max(2, Math.floor(name.length / 3));
  const begun = known.filter((candidate) => candidate.startsWith(name));
  if (begun.length === 1) return begun[0];
  return best.distance <= near ? best.candidate : undefined;
}

/** Refuse a name that nobody knows. */
export function requireName(kind: string, name: string, known: readonly string[]): string {
  if (known.includes(name)) return name;
  const meant = nearest(name, known);
  const hint =
    meant === undefined ? `expected one of ${enumerate(known)}` : `did you mean "${meant}"?`;
  throw new UsageError(`unknown ${kind} "${name}": ${hint}`);
}

/** Levenshtein's distance: insertions, deletions and substitutions. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substituted = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substituted, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
