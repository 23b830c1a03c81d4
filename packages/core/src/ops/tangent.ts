import { applyLinear } from "../dispatch.ts";
import type { BilinearOp, Params } from "../op.ts";
import { type Shape, sameShape } from "../tensor/shape.ts";
import { shapeOf, type Value } from "../value.ts";
import { coreOf, leadOf, range } from "./axes.ts";
import { broadcastInDimOp } from "./broadcast.ts";
import { sumAxes } from "./sum.ts";

/*
 * Elementwise ops let the shape of one operand be a suffix of the other's. These two maps, each the
 * other's transpose, are all that derivatives need to know about it. Leading axes of a bundle stay
 * in front.
 */

/** The tangent of an operand, repeated along the axes that the operand lacks in the result. */
export function alignTangent(tangent: Value, core: Shape, shape: Shape): Value {
  if (core.length === shape.length) return tangent;
  const offset = shape.length - core.length;
  return applyLinear(broadcastInDimOp, [tangent], {
    from: core.length,
    shape,
    dims: range(core.length).map((axis) => axis + offset),
  });
}

/** The cotangent of a result, summed over the axes that the operand lacks. */
export function alignCotangent(cotangent: Value, operand: Shape, result: Shape): Value {
  if (sameShape(operand, result)) return cotangent;
  const rank = result.length;
  return sumAxes(
    cotangent,
    range(rank - operand.length).map((axis) => axis - rank),
  );
}

/**
 * The tangents of the operands of a bilinear op, made ready for B(ȧ, b) and B(a, ḃ): where one
 * operand is mapped over leading axes that the other lacks, those axes come after the bundle's.
 */
export function alignBilinear(
  op: BilinearOp,
  params: Params,
  a: Value,
  b: Value,
): readonly [(tangent: Value) => Value, (tangent: Value) => Value] {
  const [rankA, rankB] = op.coreRanks(params);
  const [sa, sb] = [shapeOf(a), shapeOf(b)];
  const [leadA, leadB] = [leadOf(sa, rankA), leadOf(sb, rankB)];
  const lead = leadA.length >= leadB.length ? leadA : leadB;
  return [
    (tangent) => alignTangent(tangent, sa, [...lead, ...coreOf(sa, rankA)]),
    (tangent) => alignTangent(tangent, sb, [...lead, ...coreOf(sb, rankB)]),
  ];
}

/** A pulled-back cotangent, summed over the leading axes that the operand lacks. */
export function sumLead(cotangent: Value, operand: Shape): Value {
  return alignCotangent(cotangent, operand, shapeOf(cotangent));
}
