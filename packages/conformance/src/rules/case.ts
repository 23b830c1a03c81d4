import { type Tensor, tensor } from "@wengert/ad-core";

/** A tensor as the data files hold it; non-finite numbers are strings. */
export interface TensorData {
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly data: readonly (number | boolean | string)[];
}

/** One call of one tensor operation, with its derivatives along fixed directions. */
export interface RuleCase {
  readonly id: string;
  /** PyTorch's name of the operation. */
  readonly op: string;
  readonly cat: string;
  readonly args: readonly unknown[];
  readonly kwargs: Readonly<Record<string, unknown>>;
  readonly out: readonly TensorData[];
  /** Positions of the differentiated tensors, depth first over args, then kwargs. */
  readonly diff: readonly number[];
  readonly diff_out: readonly number[];
  readonly cot: readonly TensorData[];
  readonly vjp: readonly TensorData[];
  readonly tan: readonly TensorData[];
  readonly jvp: readonly TensorData[];
  readonly hvp?: readonly TensorData[];
}

/**
 * The cases of a JSON-lines text (`data/opinfo.jsonl.gz`, decompressed).
 *
 * @example
 * ruleCases(gunzipSync(readFileSync(file)).toString());
 */
export function ruleCases(data: string): RuleCase[] {
  return data
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as RuleCase);
}

export function isTensorData(x: unknown): x is TensorData {
  return typeof x === "object" && x !== null && "shape" in x && "data" in x;
}

/** PyTorch's int64 becomes i32, its bool stays bool, everything else is f64. */
export function decodeTensor({ shape, dtype, data }: TensorData): Tensor {
  const numbers = data.map(Number);
  const type = /int/.test(dtype) ? "i32" : /bool/.test(dtype) ? "bool" : "f64";
  return tensor(numbers, { shape, dtype: type });
}
