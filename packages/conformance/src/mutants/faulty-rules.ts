import { add, isVar, mul, rankOf, stopGradient, sub, type Value, value } from "@wengert/ad-core";
import { type Interception, Interceptor } from "./intercept.ts";

/*
 * Faults in the rules of single ops. Each leaves all *values* right and spoils derivatives only: y is
 * replaced by something that equals it and has another slope.
 */

/** Equal to y, with `factor` times its derivative. */
function rescaled(y: Value, factor: number): Value {
  const constant = stopGradient(y);
  return add(constant, mul(factor, sub(y, constant)));
}

/** sin′ = −cos. */
export const flippedSign: Interception = (op, operands, run) => {
  const y = run(operands);
  return op.name === "sin" ? rescaled(y, -1) : y;
};

/** d x² = x ẋ: the 2 is missing. */
export const missingFactor: Interception = (op, operands, run) => {
  const y = run(operands);
  return op.name === "square" || op.name === "integerPow" ? rescaled(y, 0.5) : y;
};

/** The second use of a variable overwrites the first instead of adding to it. */
export const droppedAccumulation: Interception = (_op, operands, run, level) =>
  run(
    operands.map((x) => {
      if (!isVar(x) || !level.owns(x)) return x;
      const uses = (level.uses.get(x) ?? 0) + 1;
      level.uses.set(x, uses);
      return uses > 1 ? stopGradient(x.primal as Value) : x;
    }),
  );

/** The derivative by the second operand of a product is forgotten. */
export const forgottenOperand: Interception = (op, operands, run) => {
  if (op.name !== "mul") return run(operands);
  const [a, b] = operands as [Value, Value];
  return run([a, stopGradient(b)]);
};

/** An operand that is repeated along an axis gets a wrong share of the derivative. */
export const forgottenBroadcast: Interception = (op, operands, run) => {
  if (op.kind !== "elementwise" || op.arity !== 2) return run(operands);
  const [a, b] = operands as [Value, Value];
  if (rankOf(a) === rankOf(b)) return run([a, b]);
  const small = rankOf(a) < rankOf(b) ? a : b;
  const y = run([a, b]);
  return isVar(small) && rankOf(small) > 0 ? rescaled(y, 0.5) : y;
};

/** At a tie, maximum gives everything to its first operand. */
export const ignoredTie: Interception = (op, operands, run, level) => {
  const [a, b] = operands as [Value, Value];
  const tied =
    (op.name === "maximum" || op.name === "max") &&
    rankOf(a) === 0 &&
    rankOf(b) === 0 &&
    Number(value(a)) === Number(value(b));
  return tied ? add(level.lower(a), 0) : run(operands);
};

/** √ and log have slope NaN at and below 0, where it is ∞ or counts for nothing. */
export const notANumber: Interception = (op, operands, run) => {
  const y = run(operands);
  if (op.name !== "sqrt" && op.name !== "log") return y;
  const at = operands[0] as Value;
  return rankOf(at) === 0 && Number(value(at)) <= 0
    ? add(y, mul(sub(at, stopGradient(at)), NaN))
    : y;
};

/**
 * A variable of an outer call of the same backend is taken for one's own, with tangent 1: what
 * happens where all calls share one level.
 */
export const sharedLevel: Interception = (_op, operands, run, level) => {
  const own = level.inputs[0];
  return run(
    operands.map((x) => {
      const foreign = isVar(x) && x.tracer !== level && x.tracer instanceof Interceptor;
      if (!foreign || own === undefined || rankOf(own) > 0 || rankOf(x) > 0) return x;
      const mine = level.lower(own);
      return add(x, sub(mine, stopGradient(mine)));
    }),
  );
};
