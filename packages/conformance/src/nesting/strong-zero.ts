import { at, gt, hessian, hvp, log, mul, select, sqrt, stack, type Value } from "@wengert/ad-core";
import type { NestedProgram } from "./confusion.ts";

const [x0, y0] = [3, 5];
const f = ([x, y, z]: readonly [Value, Value, Value]): Value => mul(mul(x, y), z);
const fOfTensor = (v: Value): Value => mul(mul(at(v, 0), at(v, 1)), at(v, 2));

/** ∇²(x y z) at z = 0. */
const hessianAtZero = [
  [0, 0, y0],
  [0, 0, x0],
  [y0, x0, 0],
];

/**
 * The caveat of the strong zero: skipping a node whose adjoint is exactly 0 is right for a passive
 * zero only. In f = (x y) z at z = 0 the adjoint of x y is z, whose *value* is 0 while its
 * derivative is 1, so ∂²f/∂x∂z must be y.
 */
export const strongZeroPrograms: readonly NestedProgram[] = [
  {
    name: "∂²((x y) z)/∂x∂z at z = 0 is y, z outside",
    run: (D, d) => D((z) => d((x) => mul(mul(x, y0), z))(x0))(0),
    expected: y0,
  },
  {
    name: "∂²((x y) z)/∂x∂z at z = 0 is y, x outside",
    run: (D, d) => D((x) => d((z) => mul(mul(x, y0), z))(0))(x0),
    expected: y0,
  },
  {
    name: "∂²(z (x y))/∂z∂y at z = 0 is x, the zero on the left",
    run: (D, d) => D((z) => d((y) => mul(z, mul(x0, y)))(y0))(0),
    expected: x0,
  },
  {
    name: "the Hessian of x y z at z = 0",
    run: (_D, _d, outer, backend) => hessian(f, { backend, outer })([x0, y0, 0]),
    expected: hessianAtZero,
  },
  {
    name: "the Hessian–vector product of x y z at z = 0 along z, in tensors",
    run: (_D, _d, outer, backend) => {
      const direction = stack([0, 0, 1]);
      return hvp(fOfTensor, { backend, outer })(stack([x0, y0, 0]), direction);
    },
    expected: stack([y0, x0, 0]),
  },
  {
    name: "a branch not taken adds nothing to a second derivative: x² where x ≤ 0, else log x, at 0",
    run: (D, d) => D(d((x) => select(gt(x, 0) as unknown as boolean, log(x), mul(x, x))))(0),
    expected: 2,
  },
  {
    name: "nor where its partial is infinite: √x beside 3x at 0",
    run: (D, d) =>
      D((x) => mul(x, d((y) => select(gt(y, 0) as unknown as boolean, sqrt(y), mul(3, y)))(x)))(0),
    expected: 3,
  },
];
