import { expect, test } from "vitest";
import {
  add,
  args,
  dot,
  formatSteps,
  log,
  mul,
  sqrt,
  square,
  sub,
  Tensor,
  tensor,
  traceSteps,
  type Value,
} from "../src/index.ts";

const plain = (x: unknown): unknown => (x instanceof Tensor ? x.toArray() : x);

/** The lectures' ridge loss (wᵀx − y)² + λ wᵀw at y = 0, x = [1, 2], w = [3, 4], λ = 5. */
const ridge = (w: Value): Value => add(square(sub(dot(w, tensor([1, 2])), 0)), mul(5, dot(w, w)));

test("the forward table of the ridge loss has the lecture's values and tangents", () => {
  const { steps, value } = traceSteps(ridge, tensor([3, 4]), { mode: "forward" });
  expect(plain(value)).toBe(246);
  expect(steps.map((step) => [step.op, plain(step.value), plain(step.tangent)])).toEqual([
    [
      "input",
      [3, 4],
      [
        [1, 0],
        [0, 1],
      ],
    ],
    ["dotGeneral", 11, [1, 2]],
    ["sub", 11, [1, 2]],
    ["square", 121, [22, 44]],
    ["dotGeneral", 25, [6, 8]],
    ["mul", 125, [30, 40]],
    ["add", 246, [52, 84]],
  ]);
});

test("the reverse table of the ridge loss has the lecture's adjoints, last step first", () => {
  const { steps } = traceSteps(ridge, tensor([3, 4]), { mode: "reverse" });
  expect(steps.map((step) => [step.name, plain(step.value), plain(step.adjoint)])).toEqual([
    ["v6", 246, 1],
    ["v5", 125, 1],
    ["v4", 25, 5],
    ["v3", 121, 1],
    ["v2", 11, 22],
    ["v1", 11, 22],
    ["x", [3, 4], [52, 84]],
  ]);
});

test("the steps of w₂ log w₁ + √(w₂ log w₁) are the lecture's, by formula", () => {
  const [w1, w2] = [2.5, 1.3];
  const f = (a: Value, b: Value): Value => {
    const v2 = mul(b, log(a));
    return add(v2, sqrt(v2));
  };
  const { steps } = traceSteps(f, args(w1, w2), { mode: "reverse" });
  const v1 = Math.log(w1);
  const v2 = w2 * v1;
  const dv2 = 1 / (2 * Math.sqrt(v2)) + 1;
  const expected = [1, 1, dv2, w2 * dv2, v1 * dv2, (w2 * dv2) / w1];
  expect(steps.map((step) => step.name)).toEqual(["v4", "v3", "v2", "v1", "x[1]", "x[0]"]);
  steps.forEach((step, i) => expect(step.adjoint).toBeCloseTo(expected[i] as number, 14));
});

test("a step names its operands: earlier rows and constants", () => {
  const { steps } = traceSteps((x: Value) => mul(3, x), 2, { mode: "forward" });
  expect(steps[1]?.operands).toEqual([{ constant: 3 }, { row: 0 }]);
});

test("a result that ignores its argument has adjoint zero and no row", () => {
  const trace = traceSteps(() => 7, 2, { mode: "reverse" });
  expect(trace.result).toBeUndefined();
  expect(trace.steps.map((step) => step.adjoint)).toEqual([0]);
});

test("formatSteps prints one aligned line per row", () => {
  expect(formatSteps(traceSteps((x: Value) => mul(x, x), 3, { mode: "reverse" }))).toBe(
    ["v   =          value  adjoint", "v1  mul(x, x)  9      1", "x   input      3      6"].join(
      "\n",
    ),
  );
});

test("an unknown mode and a result that is no scalar are refused", () => {
  expect(() => traceSteps(ridge, 1, { mode: "sideways" as "forward" })).toThrow(/expected mode/);
  expect(() => traceSteps((x: Value) => x, tensor([1, 2]), { mode: "reverse" })).toThrow(/AD1303/);
});
