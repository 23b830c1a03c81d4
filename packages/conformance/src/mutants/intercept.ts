import type {
  BilinearOp,
  BinaryOp,
  LinearOp,
  Op,
  Params,
  StructuredOp,
  UnaryOp,
} from "@wengert/ad-core";
import {
  applyBilinear,
  applyBinary,
  applyLinear,
  applyStructured,
  applyUnary,
  type Backend,
  type FlatFunction,
  TransformInterpreter,
  type Value,
  Var,
} from "@wengert/ad-core";

/** What a mutant does to an op: `run` computes it rightly on operands of the level below. */
export type Interception = (
  op: Op,
  operands: readonly Value[],
  run: (operands: readonly Value[]) => Value,
  level: Interceptor,
) => Value;

/**
 * A level of its own above that of the backend: every op of f passes through it, with operands that
 * may be changed on the way. That is how a fault in one rule is put into any backend at all.
 */
export class Interceptor extends TransformInterpreter {
  readonly #intercept: Interception;
  /** The wrapped arguments of f. */
  inputs: readonly Value[] = [];
  readonly uses: WeakMap<object, number> = new WeakMap();

  constructor(intercept: Interception) {
    super("mutant");
    this.#intercept = intercept;
  }

  wrap(x: Value): Var {
    return new Var(this, 0, x, undefined);
  }

  primal(x: Var): Value {
    return x.primal as Value;
  }

  #apply(op: Op, operands: readonly Value[], run: (operands: readonly Value[]) => Value): Value {
    this.enter(op.name);
    const lowered = (list: readonly Value[]): Value => run(list.map((x) => this.lower(x)));
    return this.wrap(this.#intercept(op, operands, lowered, this));
  }

  unary(op: UnaryOp, x: Value): Value {
    return this.#apply(op, [x], ([a]) => applyUnary(op, a as Value));
  }

  binary(op: BinaryOp, x: Value, y: Value): Value {
    return this.#apply(op, [x, y], ([a, b]) => applyBinary(op, a as Value, b as Value));
  }

  linear(op: LinearOp, operands: readonly Value[], params: Params): Value {
    return this.#apply(op, operands, (list) => applyLinear(op, list, params));
  }

  bilinear(op: BilinearOp, x: Value, y: Value, params: Params): Value {
    return this.#apply(op, [x, y], ([a, b]) => applyBilinear(op, a as Value, b as Value, params));
  }

  structured(op: StructuredOp, operands: readonly Value[], params: Params): readonly Value[] {
    this.enter(op.name);
    return applyStructured(
      op,
      operands.map((x) => this.lower(x)),
      params,
    ).map((y) => this.wrap(y));
  }
}

/** f with every op intercepted. */
function intercepted(f: FlatFunction, intercept: Interception): FlatFunction {
  return (leaves) => {
    const level = new Interceptor(intercept);
    level.inputs = leaves.map((x) => level.wrap(x));
    try {
      return f(level.inputs).map((y) => level.lower(y));
    } finally {
      level.close();
    }
  };
}

/** A backend that differentiates f as the interception makes it. */
export function interceptBackend(backend: Backend, name: string, intercept: Interception): Backend {
  const { pushforward, pullback } = backend;
  return {
    ...backend,
    name: `${name}(${backend.name})`,
    ...(pushforward &&
      ({
        pushforward: (f: FlatFunction, x, tangents) =>
          pushforward.call(backend, intercepted(f, intercept), x, tangents),
      } satisfies Partial<Backend>)),
    ...(pullback &&
      ({
        pullback: (f: FlatFunction, x) => pullback.call(backend, intercepted(f, intercept), x),
      } satisfies Partial<Backend>)),
  };
}
