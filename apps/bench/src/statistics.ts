/** The time of one call, in seconds. */
export interface Timing {
  readonly median: number;
  /** The bounds of the 95 % interval of the median. */
  readonly low: number;
  readonly high: number;
  readonly minimum: number;
  /** How many samples were taken; `samples` holds at most 32 of them. */
  readonly count: number;
  readonly samples: readonly number[];
}

/** An interval wider than this part of the median makes a cell noisy. */
const noiseLimit = 0.1;

export function isNoisy(timing: Timing): boolean {
  return timing.high - timing.low > noiseLimit * timing.median;
}

/** The middle value, or the mean of the two middle ones. */
export function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  return medianOfSorted(sorted);
}

function medianOfSorted(sorted: Float64Array): number {
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

const resamples = 1000;

/**
 * The 95 % percentile bootstrap interval of the median: the medians of 1000 samples drawn with
 * replacement, without the lowest and the highest 2.5 %. Same values, same interval.
 *
 * @see Efron and Tibshirani, *An Introduction to the Bootstrap* (1993), §13.3.
 */
export function bootstrapInterval(values: readonly number[]): readonly [number, number] {
  const draw = generator(values.length);
  const medians = new Float64Array(resamples);
  const resample = new Float64Array(values.length);
  for (let r = 0; r < resamples; r++) {
    for (let i = 0; i < values.length; i++) resample[i] = values[draw()] ?? NaN;
    medians[r] = medianOfSorted(resample.sort());
  }
  medians.sort();
  const rank = (q: number): number => medians[Math.round(q * (resamples - 1))] ?? NaN;
  return [rank(0.025), rank(0.975)];
}

/** Integers below n from a fixed seed (Marsaglia's xorshift). */
function generator(n: number): () => number {
  let state = 0x9e3779b9;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return Math.floor(((state >>> 0) / 2 ** 32) * n);
  };
}

/** Median, interval and a selection of the raw samples. */
export function summarise(values: readonly number[]): Timing {
  const [low, high] = bootstrapInterval(values);
  return {
    median: median(values),
    low,
    high,
    minimum: Math.min(...values),
    count: values.length,
    samples: thin(values, 32),
  };
}

/** At most `limit` values, evenly spaced in time. */
export function thin(values: readonly number[], limit: number): number[] {
  if (values.length <= limit) return [...values];
  const stride = values.length / limit;
  return Array.from({ length: limit }, (_, i) => values[Math.floor(i * stride)] ?? NaN);
}

/** exp of the mean logarithm; NaN of nothing. */
export function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, x) => sum + Math.log(x), 0) / values.length);
}
