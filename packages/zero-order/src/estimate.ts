import {
  ArgumentError,
  DTypeError,
  dtypeOf,
  type FlatFunction,
  flattenTree,
  formatShape,
  isFloating,
  isVar,
  type Leaves,
  NotScalarOutputError,
  shapeOf,
  sizeOf,
  type Tensor,
  unflattenTree,
  type Value,
  type Widen,
  zeros,
} from "@wengert/ad-core";
import type { Estimator } from "./estimator.ts";
import { finiteDifference } from "./finite-difference.ts";
import { coarsestRoundoff } from "./precision.ts";

export interface EstimateOptions {
  /** Default: central differences. */
  readonly estimator?: Estimator;
  /** Measure the truncation error with a second estimate at twice the step: twice the queries. */
  readonly truncation?: boolean;
}

/**
 * - `non-finite`: the value or an entry of the gradient is not finite.
 * - `noise-limited`: the bound on rounding exceeds the whole gradient: no digit is certain.
 * - `step-too-large`: the measured truncation exceeds the whole gradient.
 * - `ok`: none of these.
 */
export type EstimateStatus = "ok" | "noise-limited" | "step-too-large" | "non-finite";

/** A gradient from samples, with its cost and its errors. */
export interface GradEstimate<T> {
  readonly value: number;
  /** Shaped like x. */
  readonly grad: T;
  /** The step of each coordinate, shaped like x. */
  readonly step: T;
  /** How often f was called. */
  readonly queries: number;
  /**
   * The largest of A ε |f(x)| / |hₖ|: what errors of relative size ε in the values of f can do to an
   * entry of the gradient. ε is the unit round-off, or the noise that the step rule was told of.
   */
  readonly roundoff: number;
  /** The largest measured |D_h − D_2h| / (2ᵠ − 1), when asked for. */
  readonly truncation?: number;
  readonly status: EstimateStatus;
}

/**
 * The gradient of a scalar f at x by sampling, coordinate by coordinate, with a report.
 *
 * @param f a function of one argument: a number, tensor, or arrays and objects of them. It may be
 * any JavaScript, and is called exactly `estimator.queries(n)` times (twice that, with
 * `truncation`).
 * @throws NotScalarOutputError when f returns anything but one scalar.
 * @throws DTypeError when x has leaves that are not floating.
 * @example
 * const { grad, queries } = estimate((x: number[]) => x[0] ** 2 * x[1], [3, 2]);
 */
export function estimate<T>(
  f: (x: NoInfer<T>) => Value,
  x: T,
  options: EstimateOptions = {},
): GradEstimate<Widen<T>> {
  const { estimator = finiteDifference() } = options;
  const { leaves, spec } = flattenTree("estimate", x);
  requirePassive(leaves);
  let queries = 0;
  const flat: FlatFunction = (at) => {
    queries++;
    return [scalar(f(unflattenTree(spec, at) as T))];
  };
  const sample = (stretch: number): Columns => columns(estimator, flat, leaves, stretch);
  const { value, gradient, steps, roundoff } = sample(1);
  const truncation = options.truncation
    ? truncationOf(gradient, sample(2).gradient, estimator.bias.power)
    : undefined;
  return {
    value,
    grad: unflattenTree(spec, shaped(gradient, leaves)) as Widen<T>,
    step: unflattenTree(spec, shaped(steps.map(Math.abs), leaves)) as Widen<T>,
    queries,
    roundoff,
    ...(truncation === undefined ? {} : { truncation }),
    status: statusOf(value, gradient, roundoff, truncation),
  };
}

interface Columns {
  readonly value: number;
  readonly gradient: readonly number[];
  readonly steps: readonly number[];
  readonly roundoff: number;
}

function columns(estimator: Estimator, f: FlatFunction, x: Leaves, stretch: number): Columns {
  const { value, tangents, steps } = estimator.pushforward(f, x, unitDirections(x), { stretch });
  const y = plain(value[0] as Value);
  const epsilon = estimator.noise ?? coarsestRoundoff([...x, ...value]);
  const smallest = steps.reduce((min, h) => Math.min(min, Math.abs(h)), Infinity);
  return {
    value: y,
    gradient: tangents.map((t) => plain(t[0] as Value)),
    steps,
    roundoff: (estimator.amplification * epsilon * Math.abs(y)) / smallest,
  };
}

/** e₀, e₁, …, one at a time, so that no n × n array ever exists. */
function* unitDirections(x: Leaves): Generator<Leaves> {
  const zero: Leaves = x.map((leaf) =>
    typeof leaf === "number" ? 0 : zeros(shapeOf(leaf), dtypeOf(leaf)),
  );
  for (let i = 0; i < x.length; i++) {
    const leaf = x[i] as Value;
    for (let k = 0; k < sizeOf(shapeOf(leaf)); k++) {
      const direction = zero.slice();
      if (typeof leaf === "number") {
        direction[i] = 1;
      } else {
        const unit = zeros(shapeOf(leaf), dtypeOf(leaf));
        unit.data[k] = 1;
        direction[i] = unit;
      }
      yield direction;
    }
  }
}

/** Numbers, in order, as leaves shaped like `like`. */
function shaped(entries: readonly number[], like: Leaves): Value[] {
  let next = 0;
  return like.map((leaf) => {
    if (typeof leaf === "number") return entries[next++] as number;
    const out = zeros(shapeOf(leaf), dtypeOf(leaf));
    for (let k = 0; k < out.size; k++) out.data[k] = entries[next++] as number;
    return out;
  });
}

/** |D_h − D_2h| / (2ᵠ − 1): what is left of the truncation error when h goes to zero. */
function truncationOf(at: readonly number[], twice: readonly number[], order: number): number {
  const gap = at.reduce((max, g, k) => Math.max(max, Math.abs(g - (twice[k] as number))), 0);
  return gap / (2 ** order - 1);
}

function statusOf(
  value: number,
  gradient: readonly number[],
  roundoff: number,
  truncation: number | undefined,
): EstimateStatus {
  if (![value, ...gradient].every(Number.isFinite)) return "non-finite";
  const largest = gradient.reduce((max, g) => Math.max(max, Math.abs(g)), 0);
  if (roundoff > largest) return "noise-limited";
  return truncation !== undefined && truncation > largest ? "step-too-large" : "ok";
}

function plain(x: Value): number {
  return typeof x === "number" ? x : (x as Tensor).item();
}

function scalar(y: unknown): Value {
  const { leaves } = flattenTree("estimate: result of f", y);
  const only = leaves[0];
  if (leaves.length === 1 && only !== undefined && shapeOf(only).length === 0) return only;
  throw new NotScalarOutputError(
    "estimate",
    leaves.length === 1
      ? `a tensor of shape ${formatShape(shapeOf(only as Value))}`
      : `${leaves.length} leaves`,
  );
}

function requirePassive(x: Leaves): void {
  if (x.some(isVar)) {
    throw new ArgumentError(
      "[ad-zero-order] estimate",
      "x",
      "plain numbers and tensors",
      x.find(isVar),
      "inside another transform use grad(f, { backend: zeroOrder() })",
    );
  }
  const odd = x.find((leaf) => !isFloating(dtypeOf(leaf)));
  if (odd !== undefined) {
    throw new DTypeError(
      "estimate",
      "leaves of f64 or f32",
      dtypeOf(odd),
      'convert(x, "f64"), or close over what is not to be differentiated',
    );
  }
}
