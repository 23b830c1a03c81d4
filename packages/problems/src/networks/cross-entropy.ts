import {
  add,
  exp,
  expandDims,
  log,
  mul,
  shapeOf,
  sub,
  sum,
  Tensor,
  type Value,
  value,
} from "@wengert/ad-core";

/** max over the last axis of [b, c], read without derivative: it only shifts the exponents. */
function rowMaxima(z: Value): Tensor {
  const { data, shape } = value(z) as Tensor;
  const [rows = 0, columns = 0] = shape;
  const out = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    let top = -Infinity;
    for (let j = 0; j < columns; j++) top = Math.max(top, data[i * columns + j] as number);
    out[i] = top;
  }
  return new Tensor(out, [rows], "f64");
}

/**
 * The mean cross-entropy of softmax(z) against one-hot rows: (1/b) Σᵢ (ln Σⱼ e^zᵢⱼ − Σⱼ yᵢⱼ zᵢⱼ).
 *
 * Logits z and targets are [b, c]. Exponents are shifted by their row's maximum, so nothing
 * overflows.
 */
export function softmaxCrossEntropy(logits: Value, targets: Value): Value {
  const [rows = 0] = shapeOf(logits);
  const top = rowMaxima(logits);
  const shifted = sub(logits, expandDims(top, 1));
  const normaliser = add(log(sum(exp(shifted), -1)), top);
  const chosen = sum(mul(logits, targets), -1);
  return mul(1 / rows, sum(sub(normaliser, chosen)));
}
