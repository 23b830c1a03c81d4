import {
  ArgumentError,
  add,
  flattenTree,
  mul,
  toNumber,
  unflattenTree,
  type Value,
} from "@wengert/ad-core";

export interface DescendOptions<X> {
  /** The step η: constant, or a function of the iteration. */
  readonly step: number | ((iteration: number) => number);
  readonly iterations: number;
  /** Stop when the loss is at or below this. */
  readonly target?: number;
  /** Sees every iterate before the step is taken; returning true ends the run. */
  readonly onStep?: (state: { iteration: number; x: X; loss: number }) => boolean | void;
}

export interface Descent<X> {
  readonly x: X;
  readonly loss: number;
  /** Steps taken. */
  readonly iterations: number;
}

/**
 * Plain gradient descent, w ← w − η ∇L(w), on any tree of numbers and tensors.
 *
 * @param valueAndGradient what `valueAndGrad(f, { backend })` returns, from any backend.
 * @throws ArgumentError when the loss is no longer finite: the step is too long.
 * @example
 * descend(valueAndGrad(loss, { backend: tape() }), start, { step: 1e-3, iterations: 500 });
 */
export function descend<X>(
  valueAndGradient: (x: X) => readonly [unknown, unknown],
  start: X,
  options: DescendOptions<X>,
): Descent<X> {
  const { step, iterations, target = -Infinity, onStep } = options;
  let x = start;
  for (let iteration = 0; ; iteration++) {
    const [value, gradient] = valueAndGradient(x);
    const loss = Number(toNumber(value as Value));
    if (!Number.isFinite(loss)) {
      throw new ArgumentError(
        "descend",
        "the loss",
        "finite",
        loss,
        `at iteration ${iteration}: try a step ten times shorter`,
      );
    }
    const stop = onStep?.({ iteration, x, loss }) === true;
    if (stop || loss <= target || iteration >= iterations)
      return { x, loss, iterations: iteration };
    x = move(x, gradient, typeof step === "number" ? step : step(iteration));
  }
}

/** x − η g, leaf by leaf. */
function move<X>(x: X, gradient: unknown, step: number): X {
  const { leaves, spec } = flattenTree("descend", x);
  const slopes = flattenTree("descend", gradient).leaves;
  const moved = leaves.map((leaf, i) => add(leaf, mul(-step, slopes[i] as Value)));
  return unflattenTree(spec, moved) as X;
}
