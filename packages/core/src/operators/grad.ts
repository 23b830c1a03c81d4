import type { Leaves } from "../backend.ts";
import { NotScalarOutputError } from "../errors/classes.ts";
import { formatShape } from "../tensor/shape.ts";
import { rankOf, shapeOf, type Value } from "../value.ts";
import { type Call, closeTree, openCall } from "./call.ts";
import { gradientOf } from "./derive.ts";
import type { Active, AnyFunction, OperatorOptions, Result, Widen, WithAux } from "./types.ts";

/** f must return one scalar: a number or a tensor of rank 0. */
function requireScalar(call: Call, value: Leaves): void {
  const only = value[0];
  if (value.length === 1 && only !== undefined && rankOf(only) === 0) return;
  throw new NotScalarOutputError(
    call.operation,
    value.length === 1
      ? `a tensor of shape ${formatShape(shapeOf(only as Value))}`
      : `${value.length} leaves`,
  );
}

function evaluate(
  operation: string,
  f: AnyFunction,
  options: OperatorOptions,
  args: readonly unknown[],
): { value: Value; gradient: unknown; aux: unknown } {
  const call = openCall(operation, f, options, args);
  const { value, gradient } = gradientOf(call.backend, call.flat, call.x, (y) =>
    requireScalar(call, y),
  );
  return { value, gradient: closeTree(call.inputSpec, gradient, call.x), aux: call.aux() };
}

/**
 * The gradient ∇f of a scalar function, shaped like the argument.
 *
 * Cost: one pullback (reverse mode), or one pushforward for each input (forward mode).
 *
 * @param options `argnums` chooses arguments (several give an array of gradients); with `hasAux`,
 * f returns `[loss, aux]` and the result is `[gradient, aux]`.
 * @throws NotScalarOutputError when f returns anything but one scalar.
 * @example
 * grad((w: Value) => mul(w, w), { backend: tape() })(3); // 6
 */
export function grad<F extends AnyFunction, const O extends OperatorOptions>(
  f: F,
  options: O,
): <A extends Parameters<F>>(...args: A) => WithAux<F, O, Active<A, O>> {
  return (...args) => {
    const { gradient, aux } = evaluate("grad", f, options, args);
    return (options.hasAux ? [gradient, aux] : gradient) as never;
  };
}

/**
 * Value and gradient for the price of the gradient: `[f(x), ∇f(x)]`, or `[[f(x), aux], ∇f(x)]`
 * with `hasAux`.
 *
 * @example
 * const [loss, g] = valueAndGrad((w: Value) => mul(w, w), { backend: tape() })(3);
 */
export function valueAndGrad<F extends AnyFunction, const O extends OperatorOptions>(
  f: F,
  options: O,
): <A extends Parameters<F>>(...args: A) => [WithAux<F, O, Widen<Result<F, O>>>, Active<A, O>] {
  return (...args) => {
    const { value, gradient, aux } = evaluate("valueAndGrad", f, options, args);
    return [options.hasAux ? [value, aux] : value, gradient] as never;
  };
}
