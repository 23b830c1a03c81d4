import { handWritten, type ResultsDocument, type Row } from "../results/document.ts";

/** What the chart shows against size. */
export type Measure = "time" | "memory";

/** A measured point with its interval. */
export interface Point {
  readonly backend: string;
  readonly size: number;
  readonly middle: number;
  readonly low: number;
  readonly high: number;
  readonly row: Row;
}

/** The points of a problem, by backend and ascending size; those of wrong derivatives are left out. */
export function pointsOf({ rows }: ResultsDocument, problem: string, measure: Measure): Point[] {
  return rows
    .filter((row) => row.problem === problem && row.status === "ok")
    .flatMap((row): Point[] => {
      const { backend, size, time, peakBytes } = row;
      if (measure === "memory") {
        // No logarithm of zero bytes: nothing was allocated, and nothing is drawn.
        if (!peakBytes) return [];
        return [{ backend, size, middle: peakBytes, low: peakBytes, high: peakBytes, row }];
      }
      if (time === null) return [];
      return [{ backend, size, middle: time.median, low: time.low, high: time.high, row }];
    })
    .sort((a, b) => a.size - b.size);
}

/** The value of f itself, as a line beside those of its derivatives. */
export function valuePoints({ rows }: ResultsDocument, problem: string): Point[] {
  const bySize = new Map<number, Point>();
  for (const row of rows) {
    if (row.problem !== problem || row.valueTime === null || bySize.has(row.size)) continue;
    const { median: middle, low, high } = row.valueTime;
    bySize.set(row.size, { backend: valueName, size: row.size, middle, low, high, row });
  }
  return [...bySize.values()].sort((a, b) => a.size - b.size);
}

export const valueName = "value of f";

/**
 * The exponent p of time ≈ c·nᵖ: the slope of the least-squares line through the points in
 * logarithms. Undefined below two different sizes.
 */
export function slopeOf(points: readonly Point[]): number | undefined {
  const n = points.length;
  const xs = points.map((point) => Math.log(point.size));
  const ys = points.map((point) => Math.log(point.middle));
  const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / n;
  const [mx, my] = [mean(xs), mean(ys)];
  const sxx = xs.reduce((sum, x) => sum + (x - mx) ** 2, 0);
  if (!(sxx > 0)) return undefined;
  return xs.reduce((sum, x, i) => sum + (x - mx) * ((ys[i] ?? 0) - my), 0) / sxx;
}

/** Hand-written first, the value last. */
export function orderOf(backends: readonly string[]): string[] {
  return [...backends].sort(
    (a, b) => rank(a) - rank(b) || backends.indexOf(a) - backends.indexOf(b),
  );
}

function rank(name: string): number {
  return name === handWritten ? 0 : name === valueName ? 2 : 1;
}
