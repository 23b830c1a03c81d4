/** How `peakBytes` comes about; part of every results file. */
export const memoryMethod =
  "live bytes after forced garbage collections, at the end of the first evaluations of f (where a " +
  "tape is longest) and with the derivative in hand, in a pass that is not timed: growth of the " +
  "JavaScript heap over that after an earlier derivative, plus growth of array buffers over those " +
  "before the first derivative (an arena kept for reuse counts)";

/** Full collections cost milliseconds: look at the first evaluations only. */
const looks = 3;

type Collect = () => void;

/** Present under --expose-gc only; without it the numbers would be accidents. */
function collector(): Collect | undefined {
  return (globalThis as { gc?: Collect }).gc;
}

/** Bytes in live array buffers, as far as they can be known. */
export function bufferBytes(): number {
  collector()?.();
  return process.memoryUsage().arrayBuffers;
}

export interface Growth {
  readonly bytes: number;
  /** Comes along so that it is live until the last look. */
  readonly result: unknown;
}

/**
 * The largest growth of live memory during `run`, which is handed a function to call at moments of
 * interest. Compilers and caches of code disturb the heap by a few KiB; less than that is noise.
 *
 * @param buffersBefore array buffers before the first derivative of this process
 * @returns undefined without --expose-gc
 */
export function peakLiveBytes(
  run: (look: () => void) => unknown,
  buffersBefore: number,
): Growth | undefined {
  const collect = collector();
  if (collect === undefined) return undefined;
  run(() => {});
  collect();
  collect();
  const heapBefore = process.memoryUsage().heapUsed;
  let peak = 0;
  let left = looks;
  const look = (): void => {
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    const heap = Math.max(0, heapUsed - heapBefore);
    peak = Math.max(peak, heap + Math.max(0, arrayBuffers - buffersBefore));
  };
  const result = run(() => {
    if (left-- > 0) look();
  });
  look();
  return { bytes: peak, result };
}
