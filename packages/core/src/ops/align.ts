import { applyBinary } from "../dispatch.ts";
import { ShapeError } from "../errors/classes.ts";
import type { BinaryOp } from "../op.ts";
import { broadcastShapes, formatShape, isSuffix, sameShape } from "../tensor/shape.ts";
import { shapeOf, type Value } from "../value.ts";
import { broadcastTo } from "./broadcast.ts";

/**
 * Make two operands fit an elementwise op: equal shapes, or one a suffix of the other. Whatever
 * else NumPy's rule allows becomes an explicit broadcast here, so that no derivative rule ever has
 * to think about axes of length one.
 */
export function alignShapes(operation: string, a: Value, b: Value): readonly [Value, Value] {
  const sa = shapeOf(a);
  const sb = shapeOf(b);
  if (sameShape(sa, sb) || isSuffix(sa, sb) || isSuffix(sb, sa)) return [a, b];
  const shape = broadcastShapes(sa, sb);
  if (shape === undefined) {
    throw new ShapeError(
      operation,
      "shapes that broadcast (equal, or 1, counted from the last axis)",
      `${formatShape(sa)} and ${formatShape(sb)}`,
      "reshape, transpose or broadcastTo one operand",
    );
  }
  return [
    isSuffix(sa, shape) ? a : broadcastTo(a, shape),
    isSuffix(sb, shape) ? b : broadcastTo(b, shape),
  ];
}

/** What a free function of two operands does when they are not both numbers. */
export function applyAligned(op: BinaryOp, a: Value, b: Value): Value {
  if (!hasAxes(a) || !hasAxes(b)) return applyBinary(op, a, b);
  const [x, y] = alignShapes(op.name, a, b);
  return applyBinary(op, x, y);
}

function hasAxes(x: Value): boolean {
  if (typeof x !== "object" || x === null) return false;
  const { shape } = x;
  return shape !== undefined && shape.length > 0;
}
