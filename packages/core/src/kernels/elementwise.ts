import { DTypeError } from "../errors/classes.ts";
import type { BinaryOp, UnaryOp } from "../op.ts";
import { allocate, type DType, isFloating } from "../tensor/dtype.ts";
import { makeTensor, type Tensor } from "../tensor/tensor.ts";

/** y[i] = f(x[i]). Results are rounded to the dtype by being stored in it. */
export function mapUnary(op: UnaryOp, x: Tensor): Tensor {
  requireArithmetic(op, x.dtype);
  const { kernel } = op;
  const input = x.data;
  const out = allocate(x.dtype, input.length);
  for (let i = 0; i < input.length; i++) out[i] = kernel(input[i] as number);
  return makeTensor(out, x.shape, x.dtype);
}

/** y = f(a, b) for equal shapes, a number, or one shape that is a suffix of the other. */
export function mapBinary(op: BinaryOp, a: number | Tensor, b: number | Tensor): Tensor {
  if (typeof a === "number") return scalarLeft(op, a, b as Tensor);
  if (typeof b === "number") return scalarRight(op, a, b);
  if (a.dtype !== b.dtype) {
    throw new DTypeError(
      op.name,
      "operands of one dtype",
      `${a.dtype} and ${b.dtype}`,
      `convert one of them: convert(x, "${isFloating(a.dtype) ? a.dtype : b.dtype}")`,
    );
  }
  requireArithmetic(op, a.dtype);
  return a.shape.length >= b.shape.length ? suffixRight(op, a, b) : suffixLeft(op, a, b);
}

function scalarLeft(op: BinaryOp, a: number, b: Tensor): Tensor {
  requireArithmetic(op, b.dtype, a);
  const { kernel } = op;
  const y = b.data;
  const out = allocate(b.dtype, y.length);
  for (let i = 0; i < y.length; i++) out[i] = kernel(a, y[i] as number);
  return makeTensor(out, b.shape, b.dtype);
}

function scalarRight(op: BinaryOp, a: Tensor, b: number): Tensor {
  requireArithmetic(op, a.dtype, b);
  const { kernel } = op;
  const x = a.data;
  const out = allocate(a.dtype, x.length);
  for (let i = 0; i < x.length; i++) out[i] = kernel(x[i] as number, b);
  return makeTensor(out, a.shape, a.dtype);
}

function suffixRight(op: BinaryOp, a: Tensor, b: Tensor): Tensor {
  const { kernel } = op;
  const x = a.data;
  const y = b.data;
  const out = allocate(a.dtype, x.length);
  for (let start = 0; start < x.length; start += y.length) {
    for (let j = 0; j < y.length; j++) {
      out[start + j] = kernel(x[start + j] as number, y[j] as number);
    }
  }
  return makeTensor(out, a.shape, a.dtype);
}

function suffixLeft(op: BinaryOp, a: Tensor, b: Tensor): Tensor {
  const { kernel } = op;
  const x = a.data;
  const y = b.data;
  const out = allocate(a.dtype, y.length);
  for (let start = 0; start < y.length; start += x.length) {
    for (let j = 0; j < x.length; j++) {
      out[start + j] = kernel(x[j] as number, y[start + j] as number);
    }
  }
  return makeTensor(out, b.shape, b.dtype);
}

/** Ops on `bool` are logical ones; ops on `i32` must stay within the integers. */
function requireArithmetic(op: UnaryOp | BinaryOp, dtype: DType, weak = 0): void {
  if (isFloating(dtype)) return;
  if (dtype === "i32" && op.integers && Number.isInteger(weak)) return;
  throw new DTypeError(
    op.name,
    op.integers ? "numbers of one kind" : "floating-point operands",
    dtype === "i32" && !Number.isInteger(weak) ? `i32 and ${weak}` : dtype,
    'convert(x, "f64") first',
  );
}
