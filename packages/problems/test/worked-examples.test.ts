import { args, grad, type Passive, type Tensor, traceSteps, type Value } from "@wengert/ad-core";
import { forward } from "@wengert/ad-forward";
import { tape } from "@wengert/ad-tape";
import { describe, expect, test } from "vitest";
import {
  logSqrt,
  productAbc,
  productCounts,
  productExpression,
  ridge,
  symbolic,
  x2xy,
} from "../src/index.ts";
import { numbersOf } from "./support.ts";

const flat = (x: Passive | undefined): unknown => (typeof x === "object" ? x.toArray() : x);

describe("ridge, at the lecture's point", () => {
  const [w, x, y, lambda] = ridge.inputs(2, 0) as [Tensor, Tensor, number, number];
  const f = (v: Value): Value => (ridge.f as (...all: Value[]) => Value)(v, x, y, lambda);

  test("is w = [3, 4], x = [1, 2], y = 0, lambda = 5", () => {
    expect([w.toArray(), x.toArray(), y, lambda]).toEqual([[3, 4], [1, 2], 0, 5]);
  });

  test("has the lecture's steps, one op each, in the lecture's order", () => {
    const steps = traceSteps(f, w, { mode: "forward" }).steps.filter((s) => s.op !== "input");
    expect(steps).toHaveLength(ridge.stepNames?.length as number);
    expect(ridge.stepNames).toEqual(["a", "b", "c", "d", "e", "L"]);
    expect(steps.map((s) => s.op)).toEqual([
      "dotGeneral",
      "sub",
      "square",
      "dotGeneral",
      "mul",
      "add",
    ]);
    expect(steps.map((s) => flat(s.value))).toEqual([11, 11, 121, 25, 125, 246]);
  });

  test("has the lecture's tangents", () => {
    const steps = traceSteps(f, w, { mode: "forward" }).steps.filter((s) => s.op !== "input");
    expect(steps.map((s) => flat(s.tangent))).toEqual([
      [1, 2],
      [1, 2],
      [22, 44],
      [6, 8],
      [30, 40],
      [52, 84],
    ]);
  });

  test("has the lecture's adjoints", () => {
    const { steps } = traceSteps(f, w, { mode: "reverse" });
    expect(steps.map((s) => flat(s.adjoint))).toEqual([1, 1, 5, 1, 22, 22, [52, 84]]);
  });

  test.each([tape(), forward(), forward({ chunk: 1 })])(
    "has the gradient [52, 84] by $name",
    (backend) => {
      expect(grad(f, { backend })(w).toArray()).toEqual([52, 84]);
      expect(numbersOf(ridge.oracle?.(w, x, y, lambda))).toEqual([52, 84]);
    },
  );
});

describe("log-sqrt", () => {
  test("has the reference value and gradient at (2.5, 3.5)", () => {
    const point = logSqrt.inputs(2, 0);
    expect(point).toEqual([2.5, 3.5]);
    expect(logSqrt.handWritten?.value(...point)).toBeCloseTo(4.997832337453338, 14);
    const [d1, d2] = numbersOf(logSqrt.oracle?.(...point));
    expect(d1).toBeCloseTo(1.790883529342464, 14);
    expect(d2).toBeCloseTo(1.1721214141446974, 14);
  });

  test("has the lecture's adjoints at every step", () => {
    const [w1, w2] = [2.5, 3.5];
    const { steps } = traceSteps(logSqrt.f, args(w1, w2), { mode: "reverse" });
    const v1 = Math.log(w1);
    const dv2 = 1 / (2 * Math.sqrt(w2 * v1)) + 1;
    const expected = [1, 1, dv2, w2 * dv2, v1 * dv2, (w2 * dv2) / w1];
    steps.forEach((step, i) => expect(step.adjoint).toBeCloseTo(expected[i] as number, 14));
    expect(steps.filter((s) => s.op !== "input")).toHaveLength(logSqrt.stepNames?.length as number);
  });
});

describe("x2-xy", () => {
  test.each([tape(), forward()])(
    "is 10 at (2, 3), with the gradient (7, 2) by $name",
    (backend) => {
      const point = x2xy.inputs(2, 0);
      expect(point).toEqual([2, 3]);
      expect(x2xy.handWritten?.value(...point)).toBe(10);
      expect(grad(x2xy.f, { backend, argnums: [0, 1] })(...(point as never[]))).toEqual([7, 2]);
      expect(x2xy.oracle?.(...point)).toEqual([7, 2]);
    },
  );
});

describe("symbolic differentiation of a product", () => {
  const {
    apply,
    constant,
    countShared,
    countTree,
    differentiate,
    evaluate,
    plus,
    print,
    times,
    variable,
  } = symbolic;
  const abc = times(times(apply("sin", variable), apply("exp", variable)), apply("log", variable));

  test("follows the product rule, dropping zeros and ones", () => {
    expect(print(differentiate(times(variable, variable)))).toBe("(w + w)");
    expect(print(differentiate(plus(apply("sin", variable), constant(3))))).toBe("cos(w)");
    expect(print(differentiate(times(apply("sin", variable), apply("exp", variable))))).toBe(
      "(cos(w)·exp(w) + sin(w)·exp(w))",
    );
  });

  test("is right", () => {
    const w = 1.3;
    const closed =
      Math.exp(w) * (Math.cos(w) * Math.log(w) + Math.sin(w) * Math.log(w) + Math.sin(w) / w);
    expect(evaluate(differentiate(abc), w)).toBeCloseTo(closed, 13);
    const [point, scales] = productAbc.inputs(10, 1) as [number, number[]];
    const derivative = evaluate(differentiate(productExpression(scales)), point);
    expect(derivative / (productAbc.oracle?.(point, scales) as number)).toBeCloseTo(1, 12);
  });

  test("counts operations written out, and with equal subexpressions shared", () => {
    const sum = plus(apply("sin", variable), apply("sin", variable));
    expect(countTree(sum)).toBe(3);
    expect(countShared(sum)).toBe(2);
  });

  test("grows as k² written out, where automatic differentiation grows as k", () => {
    const [small, large] = [
      productCounts(100, [forward(), tape()]),
      productCounts(200, [forward(), tape()]),
    ];
    expect(small.value).toBe(3 * 100 - 1);
    expect(large.value).toBe(3 * 200 - 1);
    expect(large.symbolic / small.symbolic).toBeGreaterThan(3.9);
    for (const name of ["forward", "tape"]) {
      const [a, b] = [small.automatic[name] as number, large.automatic[name] as number];
      expect(b / a).toBeLessThan(2.05);
      expect(a).toBeLessThan(4 * small.value);
      expect(small.symbolic).toBeGreaterThan(10 * a);
    }
    expect(large.symbolicShared / small.symbolicShared).toBeLessThan(2.05);
  });
});
