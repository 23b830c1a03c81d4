import { applyStructured } from "../dispatch.ts";
import { DTypeError, ShapeError } from "../errors/classes.ts";
import type { StructuredOp } from "../op.ts";
import { isFloating } from "../tensor/dtype.ts";
import { formatShape, type Shape, sizeOf } from "../tensor/shape.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { dtypeOf, rankOf, shapeOf, type Value } from "../value.ts";
import { mulStrong } from "./arithmetic.ts";
import { trailingAxes } from "./axes.ts";
import {
  expandReduced,
  keepReduced,
  type ReduceOptions,
  type ReduceParams,
  sumAxes,
} from "./sum.ts";

/** One axis, several, or (undefined) all. */
export type Axes = number | readonly number[] | undefined;

/** A reduction that turns a tensor into a tensor, and a value of any level into a value. */
export interface Reduction {
  (x: Tensor | number, axes?: Axes, options?: ReduceOptions): Tensor;
  (x: Value, axes?: Axes, options?: ReduceOptions): Value;
  readonly op: StructuredOp<ReduceParams>;
}

export interface WeightedRule<P extends ReduceParams = ReduceParams> {
  readonly name: string;
  readonly flops: number;
  readonly tier?: 0 | 1;
  kernel(x: Tensor, params: P): Tensor;
  /** wᵢ = ∂y/∂xᵢ in the shape of x, written in ops, so that it can be differentiated again. */
  weights(x: Value, y: Value, params: P): Value;
}

/**
 * A nonlinear reduction y = r(x) whose local Jacobian is one row of weights for each result:
 * ẏ = Σᵢ wᵢẋᵢ, x̄ᵢ = wᵢȳ. A weight of exactly 0 wins over an infinite tangent.
 */
export function weightedReduction<P extends ReduceParams>(rule: WeightedRule<P>): StructuredOp<P> {
  return {
    kind: "structured",
    name: rule.name,
    tier: rule.tier ?? 1,
    flops: rule.flops,
    kernel: ([x], params) => [rule.kernel(x as Tensor, params)],
    jvp([x], [y], [tangent], params) {
      const weights = rule.weights(x as Value, y as Value, params);
      return [sumAxes(mulStrong(tangent as Value, weights), params.axes)];
    },
    vjp([x], [y], [cotangent], params) {
      const weights = rule.weights(x as Value, y as Value, params);
      const shape = shapeOf(x as Value);
      return [mulStrong(expandReduced(cotangent as Value, params.axes, shape), weights)];
    },
  };
}

export interface ReductionRequest {
  /** The name in messages. */
  readonly operation: string;
  readonly axes: Axes;
  readonly options: ReduceOptions;
}

/** Apply a reduction to axes counted from either end; no axes at all leave x to `untouched`. */
export function applyReduction<P extends ReduceParams>(
  op: StructuredOp<P>,
  x: Value,
  { operation, axes, options }: ReductionRequest,
  more: Omit<P, "axes">,
  untouched: (x: Value) => Value = (y) => y,
): Value {
  const list = trailingAxes(operation, axes, rankOf(x));
  if (list.length === 0) return untouched(x);
  const [y] = applyStructured(op, [x], { ...more, axes: list } as unknown as P);
  return options.keepDims ? keepReduced(y as Value, list, shapeOf(x)) : (y as Value);
}

/** The free function of a reduction without further parameters. */
export function reduction(
  operation: string,
  rule: WeightedRule,
  check: (x: Value, axes: readonly number[]) => void = () => undefined,
): Reduction {
  const op = weightedReduction(rule);
  const fn = (x: Value, axes?: Axes, options: ReduceOptions = {}): Value => {
    const list = trailingAxes(operation, axes, rankOf(x));
    check(x, list);
    return applyReduction(op, x, { operation, axes: list, options }, {});
  };
  return Object.assign(fn, { op }) as unknown as Reduction;
}

/** How many elements go into each result. */
export function reducedCount(shape: Shape, axes: readonly number[]): number {
  return sizeOf(axes.map((axis) => shape[shape.length + axis] as number));
}

/** Refuse to choose an element of nothing. */
export function requireElements(operation: string, x: Value, axes: readonly number[]): void {
  const shape = shapeOf(x);
  const results = sizeOf(shape.filter((_, i) => !axes.includes(i - shape.length)));
  if (results === 0 || reducedCount(shape, axes) > 0) return;
  throw new ShapeError(
    operation,
    "at least one element in every group that is reduced",
    formatShape(shape),
    "test the shape first, or concatenate a neutral element",
  );
}

/** Refuse integers where the result is not one. */
export function requireFloating(operation: string, x: Value): void {
  const dtype = dtypeOf(x);
  if (isFloating(dtype)) return;
  throw new DTypeError(operation, "a floating-point operand", dtype, 'convert(x, "f64") first');
}
