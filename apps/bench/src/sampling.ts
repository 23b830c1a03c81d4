import Benchmark from "benchmark";

/** Something to be timed: call it with a running number, which chooses between equal inputs. */
export type Target = (i: number) => unknown;

/** Results end here, so that no compiler may drop the work. */
const sink: { last: unknown } = { last: undefined };

/** One unit for Benchmark.js takes at least this long, so that its own loop costs nothing. */
const unitSeconds = 20e-6;

/** One sample takes at least this long. */
const sampleSeconds = 1e-3;

/** A target with the number of calls that make a unit. */
export interface Prepared {
  readonly unit: () => void;
  readonly calls: number;
  /** Seconds for one call, roughly. */
  readonly estimate: number;
}

function unitOf(target: Target, calls: number): () => void {
  return () => {
    for (let i = 0; i < calls; i++) sink.last = target(i);
  };
}

function secondsOf(unit: () => void): number {
  const start = performance.now();
  unit();
  return (performance.now() - start) / 1000;
}

/**
 * Run until blocks of calls stop getting faster (the compilers have done their work), for at most
 * `seconds`, and choose the number of calls that make a unit.
 */
export function warmUp(target: Target, seconds: number): Prepared {
  const deadline = performance.now() + seconds * 1000;
  let calls = 1;
  let best = Infinity;
  let unimproved = 0;
  for (;;) {
    const elapsed = secondsOf(unitOf(target, calls));
    const each = elapsed / calls;
    const enough = elapsed >= sampleSeconds;
    if (each > 0.98 * best) unimproved++;
    else unimproved = 0;
    best = Math.min(best, each);
    if (performance.now() > deadline || (enough && unimproved >= 20)) break;
    if (!enough) calls *= 2;
  }
  const perUnit = Math.max(1, Math.ceil(unitSeconds / best));
  return { unit: unitOf(target, perUnit), calls: perUnit, estimate: best };
}

/** Samples of the seconds of one call, taken by Benchmark.js for about `seconds`. */
export function sample({ unit, calls, estimate }: Prepared, seconds: number): number[] {
  const bench = new Benchmark({
    fn: unit,
    async: false,
    minSamples: 1,
    minTime: sampleSeconds,
    maxTime: seconds,
    initCount: Math.max(1, Math.ceil((1.1 * sampleSeconds) / (estimate * calls))),
  });
  bench.run();
  if (bench.error !== undefined) throw bench.error;
  return bench.stats.sample.map((period) => period / calls);
}
