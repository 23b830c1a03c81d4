import type { Backend } from "../backend.ts";
import { NestingError } from "../errors/classes.ts";
import { flattenTree, unflattenTree } from "../tree/tree.ts";
import { matchLeaves } from "./call.ts";
import { grad } from "./grad.ts";
import { type Jacobian, jacobian } from "./jacobian.ts";
import { jvp } from "./jvp.ts";
import type { Active, AnyFunction, SecondOrderOptions, WithAux } from "./types.ts";
import { vjp } from "./vjp.ts";

/** The direction must be structured like the argument; the product will be, typed arrays included. */
function checkDirection(
  all: readonly unknown[],
  { argnums = 0 }: SecondOrderOptions,
): (product: unknown) => unknown {
  const args = all.slice(0, -1);
  const chosen = typeof argnums === "number" ? args[argnums] : argnums.map((i) => args[i]);
  const { leaves, spec } = flattenTree("hvp", chosen);
  matchLeaves("hvp: direction", all[all.length - 1], leaves, spec);
  return (product) => unflattenTree(spec, flattenTree("hvp", product).leaves);
}

/** The outer backend, after checking that the pair composes: silence here would mean wrong zeros. */
function outerOf(operation: string, { backend, outer = backend }: SecondOrderOptions): Backend {
  if (outer?.capabilities?.nestsOutside === "none") {
    throw new NestingError(
      operation,
      outer.name,
      backend.name,
      `${outer.name} differentiates nothing that contains another transform`,
    );
  }
  if (backend?.capabilities?.nestsInside === "none") {
    throw new NestingError(
      operation,
      outer.name,
      backend.name,
      `${backend.name} does not run on the variables of another transform`,
    );
  }
  return outer;
}

/**
 * The Hessian–vector product ∇²f(x)·v without the Hessian: `hvp(f, options)(...args, v)`.
 *
 * The outer derivative is a pushforward of ∇f where the outer backend has one (forward over
 * reverse: the cheapest), else a pullback of ∇f, which is the same because ∇²f is symmetric.
 * Cost: a small multiple of the gradient.
 *
 * @see Pearlmutter (1994), *Fast exact multiplication by the Hessian*.
 * @example
 * hvp((x: Value) => integerPow(x, 3), { backend: tape(), outer: forward() })(2, 1); // 12
 */
export function hvp<F extends AnyFunction, const O extends SecondOrderOptions>(
  f: F,
  options: O,
): <A extends Parameters<F>>(...argsAndVector: [...A, unknown]) => WithAux<F, O, Active<A, O>> {
  const outer = outerOf("hvp", options);
  const gradient = grad(f, options) as AnyFunction;
  const outerOptions = { ...options, backend: outer };
  if (outer.pushforward || !outer.pullback) {
    const push = jvp(gradient, outerOptions) as unknown as (...args: unknown[]) => unknown[];
    return (...all) => {
      const likeArgument = checkDirection(all, options);
      const [, tangent, aux] = push(...all);
      const product = likeArgument(tangent);
      return (options.hasAux ? [product, aux] : product) as never;
    };
  }
  const transpose = vjp(gradient, outerOptions) as unknown as (...args: unknown[]) => unknown[];
  return (...all) => {
    checkDirection(all, options);
    const [, pull, aux] = transpose(...all.slice(0, -1));
    const product = (pull as (v: unknown) => unknown)(all[all.length - 1]);
    return (options.hasAux ? [product, aux] : product) as never;
  };
}

/**
 * The Hessian ∇²f: the Jacobian of the gradient, nested as the argument's structure of the
 * argument's structures.
 *
 * Cost: n Hessian–vector products.
 *
 * @example
 * hessian(rosenbrock, { backend: tape(), outer: forward() })([1, 1]);
 */
export function hessian<F extends AnyFunction, const O extends SecondOrderOptions>(
  f: F,
  options: O,
): <A extends Parameters<F>>(...args: A) => WithAux<F, O, Jacobian<Active<A, O>, Active<A, O>>> {
  const outer = outerOf("hessian", options);
  const gradient = grad(f, options) as AnyFunction;
  return jacobian(gradient, { ...options, backend: outer }) as never;
}

/** How reports name a composition: `hvp via forward∘tape`. */
export function describeOperator(
  operator: string,
  { backend, outer }: { readonly backend: Backend; readonly outer?: Backend },
): string {
  const second = operator === "hvp" || operator === "hessian";
  return `${operator} via ${second ? `${(outer ?? backend).name}∘${backend.name}` : backend.name}`;
}
