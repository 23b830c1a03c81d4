import type { Shape } from "./tensor/shape.ts";
import type { Tensor } from "./tensor/tensor.ts";
import type { Passive, Value } from "./value.ts";

/** Static parameters of an op: plain data, so that a graph can be written to JSON. */
export type Params = Readonly<Record<string, unknown>>;

export const noParams: Params = {};

/** What every op declares. */
export interface OpBase {
  readonly name: string;
  /** 0: an engine must have a kernel. 1: it may fall back on other ops. */
  readonly tier: 0 | 1;
  /** Floating-point operations for one element of the result. */
  readonly flops: number;
}

/** Which second partials can be non-zero: none, mixed ones only, or all. */
export type Curvature = "linear" | "mixed" | "nonlinear";

/**
 * y = f(x), element by element. The local Jacobian is diagonal: `partial` is its diagonal, written
 * with free functions in terms of the operand and the result.
 */
export interface UnaryOp extends OpBase {
  readonly kind: "elementwise";
  readonly arity: 1;
  readonly curvature: Curvature;
  /** Also defined on `i32`. */
  readonly integers: boolean;
  readonly params: Params;
  kernel(x: number): number;
  partial(x: Value, y: Value): Value;
}

/** y = f(a, b), element by element; operands have equal shapes, or one's shape is a suffix of the other's. */
export interface BinaryOp extends OpBase {
  readonly kind: "elementwise";
  readonly arity: 2;
  readonly curvature: Curvature;
  readonly integers: boolean;
  readonly params: Params;
  kernel(a: number, b: number): number;
  readonly partials: readonly [Partial2, Partial2];
}

export type Partial2 = (a: Value, b: Value, y: Value) => Value;

/**
 * y = L x: a linear map and its transpose.
 *
 * Axes in `params` count from the trailing end, and leading axes beyond those that the op names are
 * mapped over: the same op pushes one tangent or a bundle of them. The last `inert` operands
 * (indices, predicates) are not differentiated.
 */
export interface LinearOp<P extends Params = Params> extends OpBase {
  readonly kind: "linear";
  readonly inert: 0 | 1;
  kernel(operands: readonly Tensor[], params: P): Passive;
  /** The cotangent of operand `i`, whose primal shape is `shapes[i]`. */
  transpose(
    cotangent: Value,
    i: number,
    shapes: readonly Shape[],
    inert: readonly Value[],
    params: P,
  ): Value;
}

/** y = B(a, b): linear in each operand; leading axes are mapped over as in {@link LinearOp}. */
export interface BilinearOp<P extends Params = Params> extends OpBase {
  readonly kind: "bilinear";
  /** How many trailing axes of a and b the op names; those before are mapped over. */
  coreRanks(params: P): readonly [number, number];
  kernel(a: Tensor, b: Tensor, params: P): Tensor;
  transposeLeft(cotangent: Value, a: Shape, b: Value, params: P): Value;
  transposeRight(cotangent: Value, a: Value, b: Shape, params: P): Value;
}

/** An op whose derivative is written as a whole, in ops; it may have several results. */
export interface StructuredOp<P extends Params = Params> extends OpBase {
  readonly kind: "structured";
  kernel(operands: readonly Tensor[], params: P): readonly Tensor[];
  /** ẏ from ẋ; an operand that is constant here has no tangent. */
  jvp(
    operands: readonly Value[],
    results: readonly Value[],
    tangents: readonly (Value | undefined)[],
    params: P,
  ): readonly Value[];
  /** x̄ from ȳ; a result that nobody used has no cotangent. */
  vjp(
    operands: readonly Value[],
    results: readonly Value[],
    cotangents: readonly (Value | undefined)[],
    params: P,
  ): readonly (Value | undefined)[];
}

/** An op with no derivative or with derivative zero: comparisons, rounding, index search. */
export interface InertOp<P extends Params = Params> extends OpBase {
  readonly kind: "inert";
  kernel(operands: readonly Passive[], params: P): Passive | boolean;
}

export type Op = UnaryOp | BinaryOp | LinearOp | BilinearOp | StructuredOp | InertOp;
export type OpKind = Op["kind"];
