import {
  add,
  dot,
  grad,
  jacobian,
  linearize,
  log,
  mul,
  sin,
  sum,
  tensor,
  type Value,
  valueAndGrad,
  vjp,
} from "@wengert/ad-core";
import { expect, test } from "vitest";
import { Columns } from "../src/columns.ts";
import { tape } from "../src/index.ts";
import { sweepGeneric } from "../src/sweep-generic.ts";
import { sweepNumeric } from "../src/sweep-numeric.ts";

const backend = tape();

/** v2 = v0·v1 at (3, 4), v3 = v2 + v0: rows as a recording leaves them. */
function recorded(): Columns {
  const columns = new Columns();
  columns.push(3, 0, 0, 0, 0);
  columns.push(4, 0, 0, 0, 0);
  columns.push(12, 0, 4, 1, 3);
  columns.push(15, 2, 1, 0, 1);
  return columns;
}

test("the numeric sweep adds up every path to an input", () => {
  const columns = recorded();
  columns.adjoints[3] = 1;
  sweepNumeric(columns, 2);
  expect(Array.from(columns.adjoints.slice(0, 4))).toEqual([5, 3, 1, 1]);
});

test("the generic sweep gives the same on the same rows", () => {
  const adjoints: (Value | undefined)[] = [undefined, undefined, undefined, 1];
  sweepGeneric(recorded(), [], adjoints, 2);
  expect(adjoints.slice(0, 2)).toEqual([5, 3]);
});

test("columns grow without losing a row", () => {
  const columns = new Columns();
  for (let i = 0; i < 1000; i++) columns.push(i, i - 1, 1, 0, 0);
  expect(columns.length).toBe(1000);
  expect(Array.from({ length: 1000 }, (_, i) => columns.values[i])).toEqual(
    Array.from({ length: 1000 }, (_, i) => i),
  );
});

test("a million steps are swept without recursion", () => {
  const f = (x: Value): Value => {
    let y: Value = 0;
    for (let i = 0; i < 1_000_000; i++) y = add(y, x);
    return y;
  };
  expect(valueAndGrad(f, { backend })(2)).toEqual([2_000_000, 1_000_000]);
});

test("numbers and tensors mix on one tape", () => {
  const f = (s: Value, v: Value): Value => mul(sin(s), sum(mul(s, v)));
  const [ds, dv] = grad(f, { backend, argnums: [0, 1] })(2, tensor([1, 2, 3]));
  expect(ds).toBeCloseTo(Math.cos(2) * 12 + Math.sin(2) * 6, 14);
  (dv.toArray() as number[]).forEach((d) => expect(d).toBeCloseTo(2 * Math.sin(2), 14));
});

test("a pullback may be pulled again, with another cotangent", () => {
  const [, pull] = vjp((x: Value) => mul(x, x), { backend })(tensor([1, 2]));
  expect(pull(tensor([1, 0])).toArray()).toEqual([2, 0]);
  expect(pull(tensor([0, 1])).toArray()).toEqual([0, 4]);
});

test("two pullbacks alive at once do not share columns", () => {
  const [, first] = vjp((x: Value) => mul(x, x), { backend })(3);
  const [, second] = vjp((x: Value) => mul(mul(x, x), x), { backend })(3);
  expect([first(1), second(1), first(1)]).toEqual([6, 27, 6]);
});

test("a function that throws leaves the backend usable", () => {
  const broken = (x: Value): Value => {
    mul(x, x);
    throw new RangeError("mine");
  };
  expect(() => grad(broken, { backend })(1)).toThrow(RangeError);
  expect(grad((x: Value) => mul(x, x), { backend })(3)).toBe(6);
});

test("an infinite partial on a dead branch contributes nothing", () => {
  const f = (x: Value): Value => add(mul(0, log(x)), x);
  expect(grad((x: Value) => f(add(x, 0)), { backend })(1e-300)).toBe(1);
});

test("the Jacobian of a linear map is its matrix, one sweep a row", () => {
  const rows = [tensor([1, 2, 3]), tensor([4, 5, 6])];
  const f = (x: Value): Value[] => rows.map((row) => dot(row, x));
  const J = jacobian(f, { backend })(tensor([7, 8, 9])) as unknown as { toArray(): number[] }[];
  expect(J.map((row) => row.toArray())).toEqual([
    [1, 2, 3],
    [4, 5, 6],
  ]);
});

test("linearize hands the by-product of f through", () => {
  const f = (x: Value): [Value, string] => [mul(x, x), "aux"];
  const [y, push, aux] = linearize(f, { backend, hasAux: true })(3);
  expect([y, push(1), aux]).toEqual([9, 6, "aux"]);
});
