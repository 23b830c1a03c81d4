import type { Leaves } from "../backend.ts";
import { closeTree, matchLeaves, openCall } from "./call.ts";
import { linearizeOf, pushforwardOf } from "./derive.ts";
import type { AnyFunction, Aux, OperatorOptions, Result, Widen } from "./types.ts";

/** `[value, tangent]`, and the by-product of f where it has one. */
export type Pushed<F extends AnyFunction, O> = O extends { readonly hasAux: true }
  ? [Widen<Result<F, O>>, Widen<Result<F, O>>, Aux<F>]
  : [Widen<Result<F, O>>, Widen<Result<F, O>>];

/**
 * The Jacobian–vector product: `jvp(f, options)(...args, tangent)` gives `[f(x), J·tangent]`.
 *
 * The tangent has the structure of the differentiated argument (an array of them when `argnums` is
 * an array). Cost: about one to three evaluations of f in forward mode.
 *
 * @example
 * jvp((x: Value) => sin(x), { backend: forward() })(0, 1); // [0, 1]
 */
export function jvp<F extends AnyFunction, const O extends OperatorOptions>(
  f: F,
  options: O,
): (...argsAndTangent: [...Parameters<F>, unknown]) => Pushed<F, O> {
  return (...all) => {
    const call = openCall("jvp", f, options, all.slice(0, -1));
    const tangent = matchLeaves("jvp: tangent", all[all.length - 1], call.x, call.inputSpec);
    const { value, tangents } = pushforwardOf(call.backend)(call.flat, call.x, [tangent]);
    const spec = call.outputSpec();
    const pushed = [closeTree(spec, value, value), closeTree(spec, tangents[0] as Leaves, value)];
    return (options.hasAux ? [...pushed, call.aux()] : pushed) as never;
  };
}

/** `[value, push]`, and the by-product of f where it has one. */
export type LinearMap<F extends AnyFunction, O> = O extends { readonly hasAux: true }
  ? [Widen<Result<F, O>>, (tangent: unknown) => Widen<Result<F, O>>, Aux<F>]
  : [Widen<Result<F, O>>, (tangent: unknown) => Widen<Result<F, O>>];

/**
 * The linear map at x: `[f(x), (tangent) => J·tangent]`.
 *
 * With a reverse backend f is evaluated once and every push is a replay; forward mode stores nothing
 * and evaluates f again for each push.
 *
 * @example
 * const [y, push] = linearize((x: Value) => sin(x), { backend: forward() })(0);
 */
export function linearize<F extends AnyFunction, const O extends OperatorOptions>(
  f: F,
  options: O,
): (...args: Parameters<F>) => LinearMap<F, O> {
  return (...args) => {
    const call = openCall("linearize", f, options, args);
    const { value, push } = linearizeOf(call.backend)(call.flat, call.x);
    const spec = call.outputSpec();
    const pushTangent = (tangent: unknown): unknown => {
      const leaves = matchLeaves("linearize: tangent", tangent, call.x, call.inputSpec);
      return closeTree(spec, push([leaves])[0] as Leaves, value);
    };
    const result = [closeTree(spec, value, value), pushTangent];
    return (options.hasAux ? [...result, call.aux()] : result) as never;
  };
}
