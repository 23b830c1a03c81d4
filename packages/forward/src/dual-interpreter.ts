import {
  applyBilinear,
  applyBinary,
  applyLinear,
  applyStructured,
  applyUnary,
  type BilinearOp,
  type BinaryOp,
  type LinearOp,
  type Params,
  pushBilinear,
  pushBinary,
  pushLinear,
  pushUnary,
  type StructuredOp,
  TransformInterpreter,
  type UnaryOp,
  type Value,
  Var,
} from "@wengert/ad-core";

/**
 * Forward mode: every variable is a dual number x + ẋε, and each op pushes the tangents of its
 * operands through its local Jacobian as soon as the value is known. Nothing is stored, so memory
 * does not grow with the depth of f.
 *
 * A bundle of k tangents is one tangent with a leading axis of length k: the rules are the same.
 */
export class DualInterpreter extends TransformInterpreter {
  constructor() {
    super("forward");
  }

  /** The dual number x + ẋε; without a tangent it is a constant. */
  dual(primal: Value, tangent: Value | undefined): Value {
    return tangent === undefined ? primal : new Var(this, 0, primal, tangent);
  }

  primal(x: Var): Value {
    return x.primal as Value;
  }

  tangent(x: Value): Value | undefined {
    return this.owns(x) ? x.tangent : undefined;
  }

  /** ẏ = f′(x)ẋ */
  unary(op: UnaryOp, x: Value): Value {
    this.enter(op.name);
    const { primal, tangent } = x as Var;
    const y = applyUnary(op, primal as Value);
    return this.dual(y, pushUnary(op, primal as Value, y, tangent as Value));
  }

  /** ż = ∂f/∂a ȧ + ∂f/∂b ḃ */
  binary(op: BinaryOp, x: Value, y: Value): Value {
    this.enter(op.name);
    const a = this.lower(x);
    const b = this.lower(y);
    const z = applyBinary(op, a, b);
    return this.dual(z, pushBinary(op, a, b, z, this.tangent(x), this.tangent(y)));
  }

  /** ẏ = L ẋ */
  linear(op: LinearOp, operands: readonly Value[], params: Params): Value {
    this.enter(op.name);
    const primals = operands.map((x) => this.lower(x));
    const tangents = operands.map((x) => this.tangent(x));
    return this.dual(applyLinear(op, primals, params), pushLinear(op, primals, tangents, params));
  }

  /** ẏ = B(ȧ, b) + B(a, ḃ) */
  bilinear(op: BilinearOp, x: Value, y: Value, params: Params): Value {
    this.enter(op.name);
    const a = this.lower(x);
    const b = this.lower(y);
    const tangent = pushBilinear(op, a, b, this.tangent(x), this.tangent(y), params);
    return this.dual(applyBilinear(op, a, b, params), tangent);
  }

  /** ẏ as the op's own rule says. */
  structured(op: StructuredOp, operands: readonly Value[], params: Params): readonly Value[] {
    this.enter(op.name);
    const primals = operands.map((x) => this.lower(x));
    const tangents = operands.map((x) => this.tangent(x));
    const results = applyStructured(op, primals, params);
    const pushed = op.jvp(primals, results, tangents, params);
    return results.map((y, i) => this.dual(y, pushed[i]));
  }
}
