import { expectTypeOf, test } from "vitest";
import {
  type Backend,
  grad,
  hessian,
  mul,
  sin,
  sum,
  type Tensor,
  type Value,
  valueAndGrad,
} from "../src/index.ts";

declare const backend: Backend;
declare const x: Tensor;

/** Nothing here runs: the compiler is the test. */
function typesOnly(): void {
  const f = (a: Value): Value => mul(a, sin(a));
  expectTypeOf(grad(f, { backend })(2.5)).toEqualTypeOf<number>();
  expectTypeOf(grad(f, { backend })(x)).toEqualTypeOf<Tensor>();
  expectTypeOf(grad(grad(f, { backend }), { backend })(2)).toEqualTypeOf<number>();

  const plain = (a: number, b: number): number => mul(a, b);
  expectTypeOf(plain(1, 2)).toEqualTypeOf<number>();
  expectTypeOf(grad(plain, { backend, argnums: [0, 1] })(1, 2)).toEqualTypeOf<[number, number]>();

  const tree = (p: { w: Value; b: Value[] }): Value => sum(p.w);
  expectTypeOf(grad(tree, { backend })({ w: x, b: [1] })).toEqualTypeOf<{
    w: Tensor;
    b: number[];
  }>();

  const withAux = (a: Value): [Value, string] => [mul(a, a), "aux"];
  expectTypeOf(grad(withAux, { backend, hasAux: true })(1)).toEqualTypeOf<[number, string]>();
  expectTypeOf(valueAndGrad(f, { backend })(1)[1]).toEqualTypeOf<number>();

  expectTypeOf(hessian((v: Value[]): Value => v[0] as Value, { backend })([1, 2])).toEqualTypeOf<
    number[][]
  >();

  // @ts-expect-error an operator needs a backend
  grad(f, {});
  // @ts-expect-error JavaScript's operators do not work on values
  f(1) * 2;
}

test("operators infer their results", () => {
  expectTypeOf(typesOnly).toBeFunction();
});
