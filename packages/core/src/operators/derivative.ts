import type { Leaves } from "../backend.ts";
import { ArgumentError } from "../errors/classes.ts";
import { rankOf } from "../value.ts";
import { closeTree, onesLike, openCall } from "./call.ts";
import { pushforwardOf } from "./derive.ts";
import type { AnyFunction, OperatorOptions, Result, Widen, WithAux } from "./types.ts";

/**
 * The derivative of a function of one scalar, shaped like the result.
 *
 * Cost: one pushforward.
 *
 * @example
 * derivative((x: Value) => sin(x), { backend: forward() })(0); // 1
 */
export function derivative<F extends AnyFunction, const O extends OperatorOptions>(
  f: F,
  options: O,
): (...args: Parameters<F>) => WithAux<F, O, Widen<Result<F, O>>> {
  return (...args) => {
    const call = openCall("derivative", f, options, args);
    const only = call.x[0];
    if (call.x.length !== 1 || only === undefined || rankOf(only) !== 0) {
      throw new ArgumentError(
        "derivative",
        "the argument",
        "one scalar",
        args[typeof options.argnums === "number" ? options.argnums : 0],
        "use grad, jvp or jacobian for an argument of several entries",
      );
    }
    const seed: Leaves = [onesLike(only)];
    const { value, tangents } = pushforwardOf(call.backend)(call.flat, call.x, [seed]);
    const result = closeTree(call.outputSpec(), tangents[0] as Leaves, value);
    return (options.hasAux ? [result, call.aux()] : result) as never;
  };
}
