import type { Leaves } from "../backend.ts";
import { closeTree, matchLeaves, openCall } from "./call.ts";
import { pullbackOf } from "./derive.ts";
import type { Active, AnyFunction, Aux, OperatorOptions, Result, Widen } from "./types.ts";

/** `[value, pull]`, and the by-product of f where it has one. */
export type Pulled<F extends AnyFunction, A extends readonly unknown[], O> = O extends {
  readonly hasAux: true;
}
  ? [Widen<Result<F, O>>, (cotangent: unknown) => Active<A, O>, Aux<F>]
  : [Widen<Result<F, O>>, (cotangent: unknown) => Active<A, O>];

/**
 * The vector–Jacobian product: `[f(x), pull]`, where `pull(cotangent)` is Jᵀ·cotangent, shaped like
 * the differentiated argument. `pull` may be called again.
 *
 * Cost: one recording of f, then a small multiple of f for each pull, whatever the number of inputs.
 *
 * @example
 * const [y, pull] = vjp((x: Value) => mul(x, x), { backend: tape() })(3);
 * pull(1); // 6
 */
export function vjp<F extends AnyFunction, const O extends OperatorOptions>(
  f: F,
  options: O,
): <A extends Parameters<F>>(...args: A) => Pulled<F, A, O> {
  return (...args) => {
    const call = openCall("vjp", f, options, args);
    const { value, pull } = pullbackOf(call.backend)(call.flat, call.x);
    const spec = call.outputSpec();
    const pullCotangent = (cotangent: unknown): unknown => {
      const leaves = matchLeaves("vjp: cotangent", cotangent, value, spec);
      return closeTree(call.inputSpec, pull([leaves])[0] as Leaves, call.x);
    };
    const result = [closeTree(spec, value, value), pullCotangent];
    return (options.hasAux ? [...result, call.aux()] : result) as never;
  };
}
