import type { Backend } from "../backend.ts";
import type { Tensor } from "../tensor/tensor.ts";
import type { Value } from "../value.ts";
import type { Var } from "../var.ts";

/** Any function of pytrees. */
export type AnyFunction = (...args: never[]) => unknown;

export interface OperatorOptions {
  /** The strategy: `tape()`, `forward()`, `zeroOrder()`, … */
  readonly backend: Backend;
  /** Which arguments to differentiate: a position, or several. Default 0. */
  readonly argnums?: number | readonly number[];
  /** f returns `[result, aux]`; aux is handed through, without derivatives. */
  readonly hasAux?: boolean;
}

export interface SecondOrderOptions extends OperatorOptions {
  /** The backend of the outer derivative; `backend` again unless given. */
  readonly outer?: Backend;
}

/** The type of a leaf as it comes out: literals widen, variables stay values. */
export type Widen<T> = T extends number
  ? number
  : T extends Tensor
    ? Tensor
    : T extends Var
      ? Value
      : T extends Float64Array
        ? Float64Array
        : T extends string | boolean | null | undefined | ((...args: never[]) => unknown)
          ? T
          : { -readonly [K in keyof T]: Widen<T[K]> };

/** The differentiated arguments: one, or a tuple of those that `argnums` names. */
export type Active<A extends readonly unknown[], O> = O extends { readonly argnums: infer I }
  ? I extends readonly number[]
    ? { -readonly [K in keyof I]: Widen<A[I[K] & keyof A]> }
    : I extends number
      ? Widen<A[I]>
      : never
  : Widen<A[0]>;

/** What f returns without its aux. */
export type Result<F extends AnyFunction, O> = O extends { readonly hasAux: true }
  ? ReturnType<F> extends readonly [infer R, unknown]
    ? R
    : never
  : ReturnType<F>;

/** The by-product of f. */
export type Aux<F extends AnyFunction> =
  ReturnType<F> extends readonly [unknown, infer X] ? X : never;

/** `T`, or `[T, aux]` where f has a by-product. */
export type WithAux<F extends AnyFunction, O, T> = O extends { readonly hasAux: true }
  ? [T, Aux<F>]
  : T;
