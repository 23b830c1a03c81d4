import { applyLinear } from "../dispatch.ts";
import type { LinearOp } from "../op.ts";
import { allocate, type DType } from "../tensor/dtype.ts";
import { makeTensor, type Tensor } from "../tensor/tensor.ts";
import { dtypeOf, type Value } from "../value.ts";

type ConvertParams = { readonly from: DType; readonly to: DType };

export const convertOp: LinearOp<ConvertParams> = {
  kind: "linear",
  name: "convert",
  tier: 0,
  flops: 0,
  inert: 0,
  kernel([x], { to }) {
    const { data, shape } = x as Tensor;
    const out = allocate(to, data.length);
    for (let i = 0; i < data.length; i++) {
      out[i] = to === "bool" ? Number(data[i] !== 0) : (data[i] as number);
    }
    return makeTensor(out, shape, to);
  },
  transpose: (cotangent, _i, _shapes, _inert, { from }) => convert(cotangent, from),
};

/**
 * The same numbers in another dtype; i32 truncates towards zero. Between floating types the
 * derivative passes through.
 *
 * @example
 * convert(tensor([1.7]), "i32").toArray(); // [1]
 */
export function convert<D extends DType>(x: Tensor | number, dtype: D): Tensor<D>;
export function convert(x: Value, dtype: DType): Value;
export function convert(x: Value, dtype: DType): Value {
  const from = dtypeOf(x);
  return from === dtype ? x : applyLinear(convertOp, [x], { from, to: dtype });
}
