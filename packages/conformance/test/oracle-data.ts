import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** A file of `data/`, decompressed. */
export function oracleData(name: string): string {
  return gunzipSync(readFileSync(new URL(`../data/${name}`, import.meta.url))).toString();
}

/** Items by a key, in order of first appearance. */
export function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}
