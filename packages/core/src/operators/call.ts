import type { Backend, FlatFunction, Leaves } from "../backend.ts";
import {
  ArgumentError,
  AsyncFunctionError,
  CapabilityError,
  DTypeError,
  TreeMismatchError,
} from "../errors/classes.ts";
import { nextLevel } from "../interpreter.ts";
import { isPlainNumber, toNumber, toScalarTensor } from "../ops/scalar.ts";
import { zeros } from "../tensor/create.ts";
import { type DType, isFloating } from "../tensor/dtype.ts";
import { formatShape, sameShape } from "../tensor/shape.ts";
import { Tensor } from "../tensor/tensor.ts";
import {
  flattenTree,
  leafPaths,
  type TreeSpec,
  unflattenTree,
  withoutArrays,
} from "../tree/tree.ts";
import { dtypeOf, shapeOf, type Value } from "../value.ts";
import { Var } from "../var.ts";
import type { AnyFunction, OperatorOptions } from "./types.ts";

/** One call of an operator: the user's f seen as a function between leaves. */
export interface Call {
  readonly operation: string;
  readonly backend: Backend;
  readonly flat: FlatFunction;
  /** Leaves of the differentiated arguments. */
  readonly x: Leaves;
  readonly inputSpec: TreeSpec;
  /** Structure of the result; known once `flat` has run. */
  outputSpec(): TreeSpec;
  /** The by-product of the first run, stripped of this transform's variables. */
  aux(): unknown;
}

/** Take apart the arguments of `f` and the options of an operator, and check both. */
export function openCall(
  operation: string,
  f: AnyFunction,
  options: OperatorOptions,
  args: readonly unknown[],
): Call {
  const backend = requireBackend(operation, options);
  if (typeof f !== "function") {
    throw new ArgumentError(
      operation,
      "f",
      "a function",
      f,
      `write ${operation}(f, { backend })(x)`,
    );
  }
  const { argnums = 0 } = options;
  const positions = typeof argnums === "number" ? [argnums] : argnums;
  const missing = positions.find((i) => !Number.isInteger(i) || i < 0 || i >= args.length);
  if (missing !== undefined) {
    throw new ArgumentError(
      operation,
      "argnums",
      `positions of arguments that are there (0 to ${args.length - 1})`,
      missing,
      "count arguments from 0 and pass them all",
    );
  }
  const chosen = typeof argnums === "number" ? args[argnums] : argnums.map((i) => args[i]);
  const { leaves: x, spec: inputSpec } = flattenTree(operation, chosen);
  requireFloating(operation, x, inputSpec, backend.capabilities.dtypes);

  const argumentSpec = withoutArrays(inputSpec); // f sees a tensor, whatever the backend
  const outermost = nextLevel();
  let output: TreeSpec | undefined;
  let aux: unknown;
  const flat: FlatFunction = (leaves) => {
    const active = unflattenTree(argumentSpec, leaves);
    const full = args.slice();
    positions.forEach((position, k) => {
      full[position] = typeof argnums === "number" ? active : (active as unknown[])[k];
    });
    const returned = (f as (...values: unknown[]) => unknown)(...full);
    const result = options.hasAux ? splitAux(operation, returned) : [returned, undefined];
    if (isPromise(result[0])) throw new AsyncFunctionError(operation);
    // The first run is the one at x: differences go on to run f at other points.
    if (options.hasAux && output === undefined) aux = lowerTo(outermost, result[1]);
    const { leaves: y, spec } = flattenTree(`${operation}: result of f`, result[0]);
    output = spec;
    return y;
  };
  return {
    operation,
    backend,
    flat,
    x,
    inputSpec,
    outputSpec: () => output as TreeSpec,
    aux: () => aux,
  };
}

function requireBackend(operation: string, options: OperatorOptions | undefined): Backend {
  const backend: Backend | undefined = options?.backend;
  const { pushforward, pullback, values } = backend ?? {};
  if (!pushforward && !pullback && !values) {
    throw new CapabilityError(
      operation,
      "a backend with pushforward, pullback or values",
      backend === undefined ? "none" : `${backend.name} with none of them`,
      `write ${operation}(f, { backend: tape() }) with tape from @wengert/ad-tape, or forward from @wengert/ad-forward`,
    );
  }
  return backend as Backend;
}

function requireFloating(
  operation: string,
  x: Leaves,
  spec: TreeSpec,
  dtypes: readonly DType[],
): void {
  const at = x.findIndex((leaf) => !isFloating(dtypeOf(leaf)) || !dtypes.includes(dtypeOf(leaf)));
  if (at < 0) return;
  throw new DTypeError(
    operation,
    `differentiable leaves of ${dtypes.join(" or ")}`,
    `${dtypeOf(x[at] as Value)} at ${leafPaths(spec)[at]}`,
    'convert(x, "f64"), or leave the argument out of argnums',
  );
}

function splitAux(operation: string, returned: unknown): readonly [unknown, unknown] {
  if (isPromise(returned)) throw new AsyncFunctionError(operation);
  if (Array.isArray(returned) && returned.length === 2) return [returned[0], returned[1]];
  throw new ArgumentError(
    operation,
    "the result of f",
    "[result, aux], as hasAux says",
    returned,
    "return a pair, or drop hasAux",
  );
}

function isPromise(x: unknown): boolean {
  return typeof x === "object" && x !== null && "then" in x && !(x instanceof Tensor);
}

/** Strip from a by-product the variables of transforms younger than `level`. */
function lowerTo(level: number, tree: unknown): unknown {
  const { leaves, spec } = flattenTree("aux", tree);
  return unflattenTree(
    spec,
    leaves.map((leaf) => {
      let x = leaf;
      while (x instanceof Var && x.tracer.level > level) x = x.tracer.primal(x);
      return x;
    }),
  );
}

/** Leaves of a tree that must have the structure and shapes of `like`. */
export function matchLeaves(
  operation: string,
  tree: unknown,
  like: Leaves,
  spec: TreeSpec,
): Leaves {
  const given = flattenTree(operation, tree);
  const paths = leafPaths(spec);
  if (given.leaves.length !== like.length) {
    throw new TreeMismatchError(operation, "$", `${like.length} leaves`, `${given.leaves.length}`);
  }
  return given.leaves.map((leaf, i) => {
    const expected = shapeOf(like[i] as Value);
    if (!sameShape(shapeOf(leaf), expected)) {
      throw new TreeMismatchError(
        operation,
        paths[i] ?? "$",
        `shape ${formatShape(expected)}`,
        formatShape(shapeOf(leaf)),
      );
    }
    return leaf;
  });
}

/** Put leaves together as `spec` says: where a number went in, a number comes out, and so with tensors. */
export function closeTree(spec: TreeSpec, leaves: Leaves, like: Leaves): unknown {
  return unflattenTree(
    spec,
    leaves.map((leaf, i) =>
      isPlainNumber(like[i] as Value) ? toNumber(leaf) : toScalarTensor(leaf),
    ),
  );
}

/** The zero of the tangent space at `x`. */
export function zerosLike(x: Value): Value {
  return isPlainNumber(x) ? 0 : zeros(shapeOf(x), dtypeOf(x));
}

/** The unit of a scalar: the seed of a reverse sweep. */
export function onesLike(x: Value): Value {
  const zero = zerosLike(x);
  if (typeof zero === "number") return 1;
  (zero as Tensor).data.fill(1);
  return zero;
}
