import {
  add,
  alignBilinear,
  alignTangent,
  applyBilinear,
  applyBinary,
  applyLinear,
  applyStructured,
  applyUnary,
  type BilinearOp,
  type BinaryOp,
  dtypeOf,
  leadOf,
  type LinearOp,
  mulStrong,
  type Params,
  rankOf,
  shapeOf,
  type StructuredOp,
  TransformInterpreter,
  type UnaryOp,
  type Value,
  Var,
  zeros,
} from "@wengert/ad-core";

/**
 * Forward mode: every variable is a dual number x + ẋε, and each op pushes the tangents of its
 * operands through its local Jacobian while the value is computed. Nothing is stored, so memory
 * does not grow with the depth of f.
 *
 * A bundle of k tangents is one tangent with a leading axis of length k: the rules are the same.
 */
export class DualInterpreter extends TransformInterpreter {
  constructor() {
    super("forward");
  }

  /** The dual number x + ẋε. */
  dual(primal: Value, tangent: Value | undefined): Value {
    return tangent === undefined ? primal : new Var(this, 0, primal, tangent);
  }

  primal(x: Var): Value {
    return x.primal as Value;
  }

  tangent(x: Value): Value | undefined {
    return this.owns(x) ? x.tangent : undefined;
  }

  /** ẏ = f′(x) ẋ */
  unary(op: UnaryOp, x: Value): Value {
    this.enter(op.name);
    const { primal, tangent } = x as Var;
    const y = applyUnary(op, primal as Value);
    return this.dual(y, scale(tangent as Value, op.partial(primal as Value, y)));
  }

  /** ẏ = ∂f/∂a ȧ + ∂f/∂b ḃ */
  binary(op: BinaryOp, x: Value, y: Value): Value {
    this.enter(op.name);
    const a = this.lower(x);
    const b = this.lower(y);
    const z = applyBinary(op, a, b);
    const fromA = this.owns(x)
      ? scale(alignTangent(x.tangent as Value, shapeOf(a), shapeOf(z)), op.partials[0](a, b, z))
      : undefined;
    const fromB = this.owns(y)
      ? scale(alignTangent(y.tangent as Value, shapeOf(b), shapeOf(z)), op.partials[1](a, b, z))
      : undefined;
    return this.dual(z, plus(fromA, fromB));
  }

  /** ẏ = L ẋ: the op itself, on the tangents. */
  linear(op: LinearOp, operands: readonly Value[], params: Params): Value {
    this.enter(op.name);
    const primals = operands.map((x) => this.lower(x));
    const y = applyLinear(op, primals, params);
    const active = primals.length - op.inert;
    const lead = this.#lead(operands);
    if (lead === undefined) return y;
    const tangents = operands.map((x, i) => {
      const p = primals[i] as Value;
      if (i >= active) return p;
      return this.tangent(x) ?? zeros([...lead, ...shapeOf(p)], dtypeOf(p));
    });
    return this.dual(y, applyLinear(op, tangents, params));
  }

  /** ẏ = B(ȧ, b) + B(a, ḃ) */
  bilinear(op: BilinearOp, x: Value, y: Value, params: Params): Value {
    this.enter(op.name);
    const a = this.lower(x);
    const b = this.lower(y);
    const [alignA, alignB] = alignBilinear(op, params, a, b);
    const [da, db] = [this.tangent(x), this.tangent(y)];
    const fromA = da === undefined ? undefined : applyBilinear(op, alignA(da), b, params);
    const fromB = db === undefined ? undefined : applyBilinear(op, a, alignB(db), params);
    return this.dual(applyBilinear(op, a, b, params), plus(fromA, fromB));
  }

  /** ẏ as the op's own rule says. */
  structured(op: StructuredOp, operands: readonly Value[], params: Params): readonly Value[] {
    this.enter(op.name);
    const primals = operands.map((x) => this.lower(x));
    const results = applyStructured(op, primals, params);
    const tangents = op.jvp(
      primals,
      results,
      operands.map((x) => this.tangent(x)),
      params,
    );
    return results.map((y, i) => this.dual(y, tangents[i]));
  }

  /** The leading axes that tangents have beyond their primals: the bundle. */
  #lead(operands: readonly Value[]): readonly number[] | undefined {
    const active = operands.find((x) => this.owns(x)) as Var | undefined;
    if (active === undefined) return undefined;
    return leadOf(shapeOf(active.tangent as Value), rankOf(active.primal as Value));
  }
}

/** tangent · partial, where an exact zero wins over an infinite partial. */
function scale(tangent: Value, partial: Value): Value {
  return partial === 1 ? tangent : mulStrong(tangent, partial);
}

function plus(a: Value | undefined, b: Value | undefined): Value | undefined {
  if (a === undefined) return b;
  return b === undefined ? a : add(a, b);
}
