import { applyStructured } from "../dispatch.ts";
import { DTypeError, ShapeError } from "../errors/classes.ts";
import { forEachLine } from "../kernels/lines.ts";
import type { StructuredOp } from "../op.ts";
import { allocate } from "../tensor/dtype.ts";
import { broadcastShapes, formatShape } from "../tensor/shape.ts";
import { makeTensor, type Tensor } from "../tensor/tensor.ts";
import { dtypeOf, shapeOf, type Value } from "../value.ts";
import { add, mulStrong } from "./arithmetic.ts";
import { trailingAxis } from "./axes.ts";
import { broadcastTo } from "./broadcast.ts";
import { convert } from "./convert.ts";
import type { ScanOptions, ScanParams } from "./cumsum.ts";
import { isPlainNumber } from "./scalar.ts";
import { shift } from "./shift.ts";
import { alignCotangent, alignTangent } from "./tangent.ts";

/** The shape of a must be a suffix of the shape of b. */
export const linearRecurrenceOp: StructuredOp<ScanParams> = {
  kind: "structured",
  name: "linearRecurrence",
  tier: 0,
  flops: 2,
  kernel([a, b], { axis, reverse }) {
    const [factor, input] = [(a as Tensor).data, (b as Tensor).data];
    const { shape, dtype } = b as Tensor;
    const out = allocate(dtype, input.length);
    forEachLine(shape, axis, reverse, (start, step, count) => {
      let h = 0;
      for (let k = 0, at = start; k < count; k++, at += step) {
        const forcing = input[at] as number;
        h = k === 0 ? forcing : (factor[at % factor.length] as number) * h + forcing;
        out[at] = h;
      }
    });
    return [makeTensor(out, shape, dtype)];
  },
  /** ḣ_k = a_k ḣ_{k−1} + (ȧ_k h_{k−1} + ḃ_k): the same recurrence. */
  jvp([a, b], [h], [da, db], params) {
    const [coefficient, state] = [a as Value, h as Value];
    const shape = shapeOf(state);
    const fromA =
      da && mulStrong(alignTangent(da, shapeOf(coefficient), shape), shift(state, params, 0));
    const fromB = db && alignTangent(db, shapeOf(b as Value), shape);
    const forcing = fromA && fromB ? add(fromA, fromB) : ((fromA ?? fromB) as Value);
    return recur(coefficient, forcing, params);
  },
  /** λ_k = h̄_k + a_{k+1}λ_{k+1}; b̄ = λ, ā_k = λ_k h_{k−1}. */
  vjp([a], [h], [cotangent], { axis, reverse }) {
    const [coefficient, state] = [a as Value, h as Value];
    const shape = shapeOf(state);
    const back = { axis, reverse: !reverse };
    const [lambda] = recur(shift(coefficient, back, 0), cotangent as Value, back);
    const product = mulStrong(lambda as Value, shift(state, { axis, reverse }, 0));
    return [alignCotangent(product, shapeOf(coefficient), shape), lambda];
  },
};

function recur(a: Value, b: Value, params: ScanParams): readonly Value[] {
  return applyStructured(linearRecurrenceOp, [a, b], params);
}

/**
 * h_k = a_k h_{k−1} + b_k along an axis, h_{−1} = 0: a diagonal linear state-space model, a leaky
 * sum, Horner's rule.
 *
 * Operands broadcast. Cost: two flops an element; a pushforward is one more recurrence, a pullback
 * one that runs the other way. Nothing is divided, so zeros among the coefficients are harmless.
 *
 * @throws ShapeError when the operands do not broadcast; DTypeError when their dtypes differ.
 * @see Blelloch (1990), *Prefix sums and their applications*, §1.4.
 * @example
 * linearRecurrence(0.5, tensor([1, 1, 1])).toArray(); // [1, 1.5, 1.75]
 */
export function linearRecurrence(
  a: Tensor | number,
  b: Tensor | number,
  axis?: number,
  options?: ScanOptions,
): Tensor;
export function linearRecurrence(a: Value, b: Value, axis?: number, options?: ScanOptions): Value;
export function linearRecurrence(
  a: Value,
  b: Value,
  axis = -1,
  { reverse = false }: ScanOptions = {},
): Value {
  const shape = broadcastShapes(shapeOf(a), shapeOf(b));
  if (shape === undefined) {
    throw new ShapeError(
      "linearRecurrence",
      "shapes that broadcast",
      `${formatShape(shapeOf(a))} and ${formatShape(shapeOf(b))}`,
      "reshape or broadcastTo one operand",
    );
  }
  const along = trailingAxis("linearRecurrence", axis, shape.length);
  const dtype = dtypeOf(isPlainNumber(b) ? a : b);
  const ready = (x: Value): Value => {
    if (!isPlainNumber(x) && dtypeOf(x) !== dtype) {
      throw new DTypeError(
        "linearRecurrence",
        "operands of one dtype",
        `${dtypeOf(a)} and ${dtypeOf(b)}`,
        "convert one of them",
      );
    }
    return convert(broadcastTo(x, shape), dtype);
  };
  return recur(ready(a), ready(b), { axis: along, reverse })[0] as Value;
}
