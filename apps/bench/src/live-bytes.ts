/** How `peakBytes` comes about; part of every results file. */
export const memoryMethod =
  "live bytes of the JavaScript heap and of array buffers after a forced garbage collection, " +
  "at the end of the first evaluations of f (where a tape is longest) and with the derivative " +
  "in hand; the largest, less what was live before; a pass of its own, not timed";

/** Full collections cost milliseconds: look at the first evaluations only. */
const looks = 3;

function live(collect: () => void): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

export interface Growth {
  readonly bytes: number;
  /** Comes along so that it is live until the last look. */
  readonly result: unknown;
}

/**
 * The largest growth of live memory during `run`, which is handed a function to call at moments of
 * interest. Nothing without --expose-gc: the number would be an accident.
 */
export function peakLiveBytes(run: (look: () => void) => unknown): Growth | undefined {
  const collect = (globalThis as { gc?: () => void }).gc;
  if (collect === undefined) return undefined;
  run(() => {}); // what is allocated once and kept is not the derivative's
  const before = live(collect);
  let peak = before;
  let left = looks;
  const result = run(() => {
    if (left-- > 0) peak = Math.max(peak, live(collect));
  });
  peak = Math.max(peak, live(collect));
  return { bytes: Math.max(0, peak - before), result };
}
