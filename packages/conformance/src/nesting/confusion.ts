import {
  add,
  type Backend,
  cos,
  exp,
  integerPow,
  jvp,
  mul,
  sin,
  square,
  stopGradient,
  sub,
  sum,
  tensor,
  type Value,
  vjp,
} from "@wengert/ad-core";
import { type Differentiate, differentiateBy, gradientBy } from "./differentiate.ts";

/** A nested program with its value from a closed form. */
export interface NestedProgram {
  readonly name: string;
  /** `D` differentiates outside, `d` inside; they may be of different backends. */
  run(D: Differentiate, d: Differentiate, outer: Backend, inner: Backend): unknown;
  readonly expected: unknown;
}

/**
 * Programs that mix up levels where an inner perturbation is not told from an outer one.
 *
 * @see Siskind and Pearlmutter (2005), *Perturbation Confusion and Referential Transparency*.
 * @see Manzyuk et al. (2019), *Perturbation Confusion in Forward Automatic Differentiation of
 * Higher-Order Functions*, for the curried shift.
 */
export const nestedPrograms: readonly NestedProgram[] = [
  {
    name: "D(x → x · D(y → x + y)(1))(1) = 1",
    run: (D, d) => D((x) => mul(x, d((y) => add(x, y))(1)))(1),
    expected: 1,
  },
  {
    name: "D(x → x · D(y → x y)(2))(3) = 6",
    run: (D, d) => D((x) => mul(x, d((y) => mul(x, y))(2)))(3),
    expected: 6,
  },
  {
    name: "D(x → x · D(y → x)(1))(2) = 0",
    run: (D, d) => D((x) => mul(x, d(() => x)(1)))(2),
    expected: 0,
  },
  {
    name: "D(x → D(y → x y²)(x))(3) = 4x: the inner point is the outer variable",
    run: (D, d) => D((x) => d((y) => mul(x, square(y)))(x))(3),
    expected: 12,
  },
  {
    name: "D(x → D(y → sin(x y))(2))(½): closed over, nonlinear",
    run: (D, d) => D((x) => d((y) => sin(mul(x, y)))(2))(0.5),
    expected: Math.cos(1) - Math.sin(1),
  },
  {
    name: "three levels: D(x → x · D(y → y · D(z → x y z)(1))(2))(3) = 24",
    run: (D, d) => D((x) => mul(x, d((y) => mul(y, D((z) => mul(mul(x, y), z))(1)))(2)))(3),
    expected: 24,
  },
  {
    name: "siblings: D(x → D(y → x y)(1) · D(z → x z)(2))(3) = 6",
    run: (D, d) => D((x) => mul(d((y) => mul(x, y))(1), d((z) => mul(x, z))(2)))(3),
    expected: 6,
  },
  {
    name: "one functor object, differentiated while it holds the outer variable (ForwardDiff.jl#313)",
    run: (D, d) => {
      const functor = { held: 1 as Value, call: (y: Value): Value => mul(functor.held, y) };
      return D((x) => {
        functor.held = x;
        return mul(x, d(functor.call)(x));
      })(3);
    },
    expected: 6,
  },
  {
    name: "one function at both levels: D(x → f(x) · D f(x))(2) with f = x³",
    run: (D, d) => {
      const f = (x: Value): Value => integerPow(x, 3);
      return D((x) => mul(f(x), d(f)(x)))(2);
    },
    // (f f′)′ = (3x⁵)′ = 15x⁴
    expected: 240,
  },
  {
    name: "the curried shift: D(u → D(v → f(x + u + v))(0))(0) = f″(x) (Manzyuk et al.)",
    run: (D, d) => {
      const f = (x: Value): Value => integerPow(x, 3);
      return D((u) => d((v) => f(add(add(2, u), v)))(0))(0);
    },
    expected: 12,
  },
  {
    name: "the curried derivative operator applied to its own result",
    run: (D, d) => {
      const shift =
        (by: Differentiate) =>
        (f: (x: Value) => Value) =>
        (x: Value): Value =>
          by((u) => f(add(x, u)))(0);
      return shift(D)(shift(d)((x) => integerPow(x, 3)))(2);
    },
    expected: 12,
  },
  {
    name: "a jvp inside: D(x → jvp(y → x y², 3)(1))(2) = 6",
    run: (D, _d, _outer, backend) =>
      D((x) => jvp((y: Value) => mul(x, square(y)), { backend })(3, 1)[1])(2),
    expected: 6,
  },
  {
    name: "a tangent that is the outer variable: D(x → jvp(sin, 1)(x))(2) = cos 1",
    run: (D, _d, _outer, backend) => D((x) => jvp((y: Value) => sin(y), { backend })(1, x)[1])(2),
    expected: Math.cos(1),
  },
  {
    name: "a pullback inside, seeded with the outer variable: D(x → pull of y² at x by x)(3) = 4x",
    run: (D, _d, _outer, backend) =>
      D((x) => vjp((y: Value) => square(y), { backend })(x)[1](x))(3),
    expected: 12,
  },
  {
    name: "a pullback made outside and used inside is linear: D(x → pull(x)) = 12",
    run: (D, _d, _outer, backend) => {
      const [, pull] = vjp((y: Value) => integerPow(y, 3), { backend })(2);
      return D((x) => pull(x))(5);
    },
    expected: 12,
  },
  {
    name: "a mixed partial: D(x → D(y → sin x · exp y)(0))(1) = cos 1",
    run: (D, d) => D((x) => d((y) => mul(sin(x), exp(y)))(0))(1),
    expected: Math.cos(1),
  },
  {
    name: "the third derivative of x⁵ in turn outside, inside, outside: 60x²",
    run: (D, d) => D((x) => d((y) => D((z) => integerPow(z, 5))(y))(x))(2),
    expected: 240,
  },
  {
    name: "the fourth derivative of sin",
    run: (D, d) => D(d(D(d((x) => sin(x)))))(0.3),
    expected: Math.sin(0.3),
  },
  {
    name: "a derivative inside a native loop",
    run: (D, d) =>
      D((x) => {
        let y: Value = x;
        for (let i = 0; i < 3; i++) y = mul(y, d((z) => mul(z, x))(y)); // y ← y x
        return y;
      })(2),
    // y = x⁴
    expected: 32,
  },
  {
    name: "recursion through derivatives: f₀ = cos, fₖ = D fₖ₋₁",
    run: (D, d) => {
      const iterate = (k: number, by: Differentiate): ((x: Value) => Value) =>
        k === 0 ? (x) => cos(x) : by((x) => iterate(k - 1, by === D ? d : D)(x));
      return iterate(3, D)(0.7);
    },
    expected: Math.sin(0.7),
  },
  {
    name: "stopGradient cuts every level: D(x → D(y → stop(x) y)(1))(2) = 0",
    run: (D, d) => D((x) => d((y) => mul(stopGradient(x), y))(1))(2),
    expected: 0,
  },
  {
    name: "an inner result that is constant to the outer: D(x → x · D(y → y²)(3))(1) = 6",
    run: (D, d) => D((x) => mul(x, d((y) => square(y))(3)))(1),
    expected: 6,
  },
  {
    name: "gradients of tensors: ∇(w → Σ ∇(v → Σ w v²)(w)) = 4w",
    run: (_D, _d, outer, inner) => {
      const [D, d] = [gradientBy(outer), gradientBy(inner)];
      return D((w) => sum(d((v) => sum(mul(w, square(v))))(w)))(tensor([1, -2]));
    },
    expected: tensor([4, -8]),
  },
  {
    name: "a number outside, a tensor inside: D(t → Σ ∇(v → Σ t v³)(u))(2) = Σ 3u²",
    run: (D, _d, _outer, inner) =>
      D((t) => sum(gradientBy(inner)((v) => sum(mul(t, integerPow(v, 3))))(tensor([1, 2]))))(2),
    expected: tensor(15),
  },
  {
    name: "a gradient step inside: D(r → f(x − r f′(x)))(0.1) with f = x²",
    run: (D, d) => {
      const f = (x: Value): Value => square(x);
      return D((r) => f(sub(3, mul(r, d(f)(3)))))(0.1);
    },
    // (3 − 6r)² → −12 (3 − 6r)
    expected: -28.8,
  },
];

/** Both D and d of one pair of backends. */
export function runNested(program: NestedProgram, outer: Backend, inner: Backend): unknown {
  return program.run(differentiateBy(outer), differentiateBy(inner), outer, inner);
}
