import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** A table of test/data, of the shape that its README describes. */
export function readData(name: string): unknown {
  return JSON.parse(
    gunzipSync(readFileSync(new URL(`../data/${name}.json.gz`, import.meta.url))).toString(),
  );
}

/** Numbers of the tables: JSON numbers, or the names of the non-finite ones. */
export const toNumber = (x: number | string): number => Number(x);

/** |got − want| / |want|, in units of 2⁻⁵² (an ulp or two halves of one); 0 where both agree exactly. */
export function ulps(got: number, want: number, scale: number = Math.abs(want)): number {
  if (Object.is(got, want) || got === want) return 0;
  return Math.abs(got - want) / (Math.max(scale, 2 ** -1022) * 2 ** -52);
}
