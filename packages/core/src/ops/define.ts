import { applyUnary } from "../dispatch.ts";
import { type BinaryOp, type Curvature, noParams, type Partial2, type UnaryOp } from "../op.ts";
import type { Tensor } from "../tensor/tensor.ts";
import type { Value } from "../value.ts";
import { applyAligned } from "./align.ts";

/** A free function of one operand: numbers in give numbers out, tensors in give tensors. */
export interface UnaryFunction {
  (x: number): number;
  (x: Tensor): Tensor;
  (x: Value): Value;
  readonly op: UnaryOp;
}

/** A free function of two operands, broadcasting by NumPy's rule. */
export interface BinaryFunction {
  (a: number, b: number): number;
  (a: Tensor | number, b: Tensor | number): Tensor;
  (a: Value, b: Value): Value;
  readonly op: BinaryOp;
}

interface Common {
  readonly name: string;
  readonly tier?: 0 | 1;
  readonly flops?: number;
  readonly curvature?: Curvature;
  readonly integers?: boolean;
  readonly params?: Readonly<Record<string, unknown>>;
}

const defaults = {
  tier: 0,
  flops: 1,
  curvature: "nonlinear",
  integers: false,
  params: noParams,
} as const;

/** One transcendental counts as this many flops. */
export const transcendental = 10;

export interface UnaryRule extends Common {
  kernel(x: number): number;
  partial(x: Value, y: Value): Value;
}

export function unary(rule: UnaryRule): UnaryFunction {
  const op: UnaryOp = { ...defaults, ...rule, kind: "elementwise", arity: 1 };
  const { kernel } = op;
  const fn = (x: Value): Value => (typeof x === "number" ? kernel(x) : applyUnary(op, x));
  return Object.assign(fn, { op }) as unknown as UnaryFunction;
}

export interface BinaryRule extends Common {
  kernel(a: number, b: number): number;
  readonly partials: readonly [Partial2, Partial2];
}

export function binaryOp(rule: BinaryRule): BinaryOp {
  return { ...defaults, ...rule, kind: "elementwise", arity: 2 };
}

export function binary(rule: BinaryRule): BinaryFunction {
  const op = binaryOp(rule);
  const { kernel } = op;
  const fn = (a: Value, b: Value): Value =>
    typeof a === "number" && typeof b === "number" ? kernel(a, b) : applyAligned(op, a, b);
  return Object.assign(fn, { op }) as unknown as BinaryFunction;
}

/** A hand-written free function with its op attached: for the few ops where every nanosecond counts. */
export function binaryFunction(fn: (a: Value, b: Value) => Value, op: BinaryOp): BinaryFunction {
  return Object.assign(fn, { op }) as unknown as BinaryFunction;
}
