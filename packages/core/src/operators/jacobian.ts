import type { Leaves } from "../backend.ts";
import { stack } from "../ops/concatenate.ts";
import { reshape } from "../ops/reshape.ts";
import { isPlainNumber, toNumber } from "../ops/scalar.ts";
import { zeros } from "../tensor/create.ts";
import { sizeOf } from "../tensor/shape.ts";
import { type TreeSpec, unflattenTree, withoutArrays } from "../tree/tree.ts";
import { dtypeOf, shapeOf, type Value } from "../value.ts";
import { Basis, dimension } from "./basis.ts";
import { type Call, openCall } from "./call.ts";
import { allColumns, pullbackOf, pushforwardOf } from "./derive.ts";
import type { Active, AnyFunction, OperatorOptions, Result, Widen, WithAux } from "./types.ts";

/**
 * One Jacobian block for each pair of a result leaf and an argument leaf: a tensor of shape
 * `[...shape of y, ...shape of x]`, or a number when both are numbers. Blocks nest as y's structure
 * of x's structures, so number[] → number[] gives the rows of a matrix as number[][].
 */
export type Jacobian<Y, X> = Y extends number
  ? X
  : Y extends { readonly shape: unknown }
    ? X extends number
      ? Widen<Y>
      : X
    : { -readonly [K in keyof Y]: Jacobian<Y[K], X> };

type Block = (i: number, j: number) => Value;

/**
 * The Jacobian ∂f/∂x.
 *
 * Cost: ⌈n / batch⌉ pushforwards or m pullbacks, whichever the backend has; with both, the cheaper.
 *
 * @example
 * jacobian((x: Value) => mul(x, x), { backend: forward() })(tensor([1, 2])).toArray(); // [[2, 0], [0, 4]]
 */
export function jacobian<F extends AnyFunction, const O extends OperatorOptions>(
  f: F,
  options: O,
): <A extends Parameters<F>>(
  ...args: A
) => WithAux<F, O, Jacobian<Widen<Result<F, O>>, Active<A, O>>> {
  return (...args) => {
    const call = openCall("jacobian", f, options, args);
    const { block, value } = prefersRows(call) ? blocksByRows(call) : blocksByColumns(call);
    const result = nest(call.outputSpec(), value, call.inputSpec, call.x, block);
    return (options.hasAux ? [result, call.aux()] : result) as never;
  };
}

/** With both modes at hand, compare m rows with n columns; the sizes of y take one evaluation. */
function prefersRows({ backend, flat, x }: Call): boolean {
  if (backend.pullback === undefined) return false;
  if (backend.pushforward === undefined) return true;
  return dimension(flat(x)) <= dimension(x) / backend.capabilities.batch;
}

/** Column k is J e_k: forward mode. */
function blocksByColumns({ backend, flat, x }: Call): { value: Leaves; block: Block } {
  const { batch } = backend.capabilities;
  const { value, columns } = allColumns(pushforwardOf(backend), batch, flat, x, new Basis(x));
  const starts = startsOf(x);
  const block: Block = (i, j) => {
    const from = starts[j] as number;
    const own = columns.slice(from, from + sizeOf(shapeOf(x[j] as Value)));
    return joinBlock(
      own.map((column) => column[i] as Value),
      value[i] as Value,
      x[j] as Value,
      -1,
    );
  };
  return { value, block };
}

/** Row k is e_kᵀ J: reverse mode. */
function blocksByRows({ backend, flat, x }: Call): { value: Leaves; block: Block } {
  const { value, pull, release } = pullbackOf(backend)(flat, x);
  const basis = new Basis(value);
  const rows = Array.from(
    { length: basis.size },
    (_, k) => pull([basis.direction(k)])[0] as Leaves,
  );
  release?.();
  const starts = startsOf(value);
  const block: Block = (i, j) => {
    const from = starts[i] as number;
    const own = rows.slice(from, from + sizeOf(shapeOf(value[i] as Value)));
    return joinBlock(
      own.map((row) => row[j] as Value),
      value[i] as Value,
      x[j] as Value,
      0,
    );
  };
  return { value, block };
}

/** Slices of one block, joined along the axis they were cut along and shaped [...y, ...x]. */
function joinBlock(slices: readonly Value[], y: Value, x: Value, axis: 0 | -1): Value {
  const shape = [...shapeOf(y), ...shapeOf(x)];
  if (isPlainNumber(x) && isPlainNumber(y)) return toNumber(slices[0] as Value);
  if (slices.length === 0) return zeros(shape, dtypeOf(x));
  return reshape(stack(slices, axis), shape);
}

function startsOf(leaves: Leaves): number[] {
  let start = 0;
  return leaves.map((leaf) => {
    const from = start;
    start += sizeOf(shapeOf(leaf));
    return from;
  });
}

/** y's structure, with x's structure at each leaf, with a block at each of its leaves. */
function nest(ySpec: TreeSpec, y: Leaves, xSpec: TreeSpec, x: Leaves, block: Block): unknown {
  const perResult = y.map((_, i) =>
    unflattenTree(
      withoutArrays(xSpec),
      x.map((_leaf, j) => block(i, j)),
    ),
  );
  return unflattenTree(withoutArrays(ySpec), perResult as Value[]);
}
