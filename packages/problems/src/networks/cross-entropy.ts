import { logSumExp, mul, shapeOf, sub, sum, type Value } from "@wengert/ad-core";

/**
 * The mean cross-entropy of softmax(z) against one-hot rows: (1/b) Σᵢ (ln Σⱼ e^zᵢⱼ − Σⱼ yᵢⱼ zᵢⱼ).
 *
 * Logits z and targets are [b, c]. `logSumExp` shifts the exponents, so nothing overflows.
 */
export function softmaxCrossEntropy(logits: Value, targets: Value): Value {
  const [rows = 0] = shapeOf(logits);
  const chosen = sum(mul(logits, targets), -1);
  return mul(1 / rows, sum(sub(logSumExp(logits, -1), chosen)));
}
