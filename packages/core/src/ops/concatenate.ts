import { applyLinear } from "../dispatch.ts";
import { ArgumentError, ShapeError } from "../errors/classes.ts";
import { writeView } from "../kernels/strided.ts";
import type { LinearOp } from "../op.ts";
import { zeros } from "../tensor/create.ts";
import { formatShape, type Shape, sameShape, stridesOf } from "../tensor/shape.ts";
import { Tensor } from "../tensor/tensor.ts";
import { shapeOf, type Value } from "../value.ts";
import { coreOf, trailingAxis } from "./axes.ts";
import { expandDims } from "./reshape.ts";
import { sliceCore } from "./slice.ts";

type ConcatenateParams = { readonly axis: number };

export const concatenateOp: LinearOp<ConcatenateParams> = {
  kind: "linear",
  name: "concatenate",
  tier: 0,
  flops: 0,
  inert: 0,
  kernel(operands, { axis }) {
    const first = operands[0] as Tensor;
    const at = axis + first.shape.length;
    const shape = first.shape.slice();
    shape[at] = operands.reduce((sum, x) => sum + (x.shape[at] as number), 0);
    const out = zeros(shape, first.dtype);
    const strides = stridesOf(shape);
    let offset = 0;
    for (const x of operands) {
      writeView(out, { shape: x.shape, strides, offset }, x);
      offset += (x.shape[at] as number) * (strides[at] as number);
    }
    return out;
  },
  transpose(cotangent, i, shapes, _inert, { axis }) {
    const lengths = shapes.map((shape) => shape[shape.length + axis] as number);
    const from = lengths.slice(0, i).reduce((sum, n) => sum + n, 0);
    const core = coreOf(shapes[i] as Shape, -axis);
    return sliceCore(cotangent, {
      start: core.map((_, k) => (k === 0 ? from : 0)),
      limit: core.map((n, k) => (k === 0 ? from + n : n)),
      stride: core.map(() => 1),
    });
  },
};

/**
 * Join along an existing axis.
 *
 * @example
 * concatenate([tensor([1, 2]), tensor([3])]).toArray(); // [1, 2, 3]
 */
export function concatenate(operands: readonly Tensor[], axis?: number): Tensor;
export function concatenate(operands: readonly Value[], axis?: number): Value;
export function concatenate(operands: readonly Value[], axis = 0): Value {
  const first = operands[0];
  if (first === undefined) {
    throw new ArgumentError(
      "concatenate",
      "operands",
      "at least one",
      "none",
      "use zeros([0]) for an empty result",
    );
  }
  const shape = shapeOf(first);
  const along = trailingAxis("concatenate", axis, shape.length);
  const rest = (s: Shape): Shape => s.map((n, i) => (i === s.length + along ? 0 : n));
  const odd = operands.find((x) => !sameShape(rest(shapeOf(x)), rest(shape)));
  if (odd !== undefined) {
    throw new ShapeError(
      "concatenate",
      `shapes equal to ${formatShape(shape)} but for axis ${axis}`,
      formatShape(shapeOf(odd)),
      "reshape or pad the operand",
    );
  }
  return operands.length === 1 ? first : applyLinear(concatenateOp, operands, { axis: along });
}

/**
 * Join along a new axis; scalars make a vector.
 *
 * @example
 * stack([1, 2, 3]).toArray(); // [1, 2, 3]
 */
export function stack(operands: readonly (Tensor | number)[], axis?: number): Tensor;
export function stack(operands: readonly Value[], axis?: number): Value;
export function stack(operands: readonly Value[], axis = 0): Value {
  if (operands.length === 0) {
    throw new ArgumentError(
      "stack",
      "operands",
      "at least one",
      "none",
      "use zeros([0]) for an empty result",
    );
  }
  if (operands.every((x) => typeof x === "number")) {
    return new Tensor(Float64Array.from(operands), [operands.length], "f64");
  }
  return concatenate(
    operands.map((x) => expandDims(x, axis)),
    axis,
  );
}
