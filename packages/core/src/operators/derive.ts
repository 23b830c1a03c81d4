import type { Backend, FlatFunction, Leaves, Pullback } from "../backend.ts";
import { add, mul } from "../ops/arithmetic.ts";
import { concatenate } from "../ops/concatenate.ts";
import { matmul } from "../ops/matmul.ts";
import { reshape } from "../ops/reshape.ts";
import { sizeOf } from "../tensor/shape.ts";
import { Tensor } from "../tensor/tensor.ts";
import { rankOf, shapeOf, type Value } from "../value.ts";
import { Basis } from "./basis.ts";
import { onesLike, zerosLike } from "./call.ts";
import { differencePushforward } from "./from-values.ts";

/*
 * Every operator needs pushforwards, pullbacks, or either. A backend has at least one of
 * `pushforward`, `pullback` and `values`; these functions make the other ones.
 */

/** J ẋ by whatever the backend has. */
export function pushforwardOf(backend: Backend): NonNullable<Backend["pushforward"]> {
  if (backend.pushforward) return backend.pushforward.bind(backend);
  if (backend.pullback === undefined) return differencePushforward(backend);
  return (f, x, tangents) => {
    const { value, push } = linearizeOf(backend)(f, x);
    return { value, tangents: push(tangents) };
  };
}

/** f(x), and J as a function that may be called many times. */
export interface Linearized {
  readonly value: Leaves;
  push(tangents: readonly Leaves[]): readonly Leaves[];
}

/**
 * The linear map J at x. A backend with pullbacks evaluates f once: ȳ ↦ Jᵀȳ is linear, so its own
 * pullback is J, and two recordings make one forward map whatever the sizes of x and y. Forward
 * mode stores nothing and so evaluates f again for each push.
 */
export function linearizeOf(backend: Backend): (f: FlatFunction, x: Leaves) => Linearized {
  if (backend.pullback === undefined) {
    const push = pushforwardOf(backend);
    return (f, x) => ({
      value: push(f, x, []).value,
      push: (tangents) => push(f, x, tangents).tangents,
    });
  }
  if (backend.capabilities.nestsInside === "none") return (f, x) => pushByRows(backend, f, x);
  return (f, x) => {
    const first = backend.pullback?.(f, x) as Pullback;
    const transposed: FlatFunction = (cotangents) => first.pull([cotangents])[0] as Leaves;
    const second = backend.pullback?.(transposed, first.value.map(zerosLike)) as Pullback;
    return { value: first.value, push: (tangents) => second.pull(tangents) };
  };
}

/** One pullback for every entry of y. */
function pushByRows(backend: Backend, f: FlatFunction, x: Leaves): Linearized {
  const { value, pull } = pullbackOf(backend)(f, x);
  const basis = new Basis(value);
  const rows = Array.from(
    { length: basis.size },
    (_, k) => pull([basis.direction(k)])[0] as Leaves,
  );
  const product = (t: Leaves): Leaves =>
    assemble(
      rows.map((row) => innerProduct(row, t)),
      value,
    );
  return { value, push: (tangents) => tangents.map(product) };
}

/** Jᵀ ȳ by whatever the backend has. */
export function pullbackOf(backend: Backend): NonNullable<Backend["pullback"]> {
  if (backend.pullback) return backend.pullback.bind(backend);
  const push = pushforwardOf(backend);
  return (f, x) => {
    const basis = new Basis(x);
    const { value, columns } = allColumns(push, backend.capabilities.batch, f, x, basis);
    return {
      value,
      pull: (cotangents) =>
        cotangents.map((c) =>
          assemble(
            columns.map((column) => innerProduct(column, c)),
            x,
          ),
        ),
    };
  };
}

/** J e_k for every k, `batch` at a time. */
export function allColumns(
  push: NonNullable<Backend["pushforward"]>,
  batch: number,
  f: FlatFunction,
  x: Leaves,
  basis: Basis,
): { readonly value: Leaves; readonly columns: Leaves[] } {
  const columns: Leaves[] = [];
  let value: Leaves | undefined;
  for (let k = 0; k < basis.size; k += batch) {
    const swept = push(f, x, basis.directions(k, k + batch));
    value = swept.value;
    columns.push(...swept.tangents);
  }
  return { value: value ?? f(x), columns };
}

/** The gradient of a scalar: one pullback, or one pushforward for each entry of x. */
export function gradientOf(
  backend: Backend,
  f: FlatFunction,
  x: Leaves,
  check: (value: Leaves) => void,
): { readonly value: Value; readonly gradient: Leaves } {
  if (backend.pullback) {
    const { value, pull, release } = backend.pullback(f, x);
    check(value);
    const y = value[0] as Value;
    const gradient = pull([[seedOf(y)]])[0] as Leaves;
    release?.();
    return { value: y, gradient };
  }
  const basis = new Basis(x);
  const push = pushforwardOf(backend);
  const checked: FlatFunction = (leaves) => {
    const value = f(leaves);
    check(value);
    return value;
  };
  const { value, columns } = allColumns(push, backend.capabilities.batch, checked, x, basis);
  const y = value[0] as Value;
  const entries = columns.map((column) => mulSeed(column[0] as Value, y));
  return { value: y, gradient: assemble(entries, x) };
}

/** 1; or NaN where the value is NaN: such a point has no derivative to speak of. */
function seedOf(y: Value): Value {
  return mulSeed(onesLike(y), y);
}

function mulSeed(tangent: Value, y: Value): Value {
  return isPassiveNaN(y) ? mul(tangent, NaN) : tangent;
}

function isPassiveNaN(y: Value): boolean {
  return Number.isNaN(y instanceof Tensor ? y.data[0] : y);
}

/** ⟨a, b⟩ over all leaves. */
function innerProduct(a: Leaves, b: Leaves): Value {
  let sum: Value = 0;
  a.forEach((x, i) => {
    const y = b[i] as Value;
    const term = rankOf(x) === 0 ? mul(x, y) : matmul(flat(x), flat(y));
    sum = i === 0 ? term : add(sum, term);
  });
  return sum;
}

function flat(x: Value): Value {
  return reshape(x, [sizeOf(shapeOf(x))]);
}

/** One scalar per entry, in order, as leaves shaped like `like`. */
function assemble(entries: readonly Value[], like: Leaves): Leaves {
  let next = 0;
  return like.map((leaf) => {
    const shape = shapeOf(leaf);
    if (shape.length === 0) return entries[next++] as Value;
    const from = next;
    next += sizeOf(shape);
    if (from === next) return zerosLike(leaf);
    const parts = entries.slice(from, next).map((x) => reshape(x, [1]));
    return reshape(concatenate(parts), shape);
  });
}
