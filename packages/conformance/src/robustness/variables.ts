import {
  AsyncFunctionError,
  derivative,
  EscapedVarError,
  grad,
  mul,
  OperatorOnVarError,
  sin,
  tensor,
  type Value,
} from "@wengert/ad-core";
import { check, close, throws } from "../kit/compare.ts";
import type { Case } from "../kit/suite.ts";

type Loose = (x: never) => unknown;

/** JavaScript's own syntax on a variable: each would drop the derivative without a word. */
const misuses: readonly (readonly [string, Loose])[] = [
  ["x * y", (x: number) => x * 2],
  ["x + y", (x: number) => x + 1],
  ["-x", (x: number) => -x],
  ["x ** y", (x: number) => x ** 2],
  ["x < y", (x: number) => (x < 2 ? 1 : 0)],
  ["x == y", (x: number) => (x == 2 ? 1 : 0)],
  ["Math.max(x)", (x: number) => Math.max(x, 0)],
  ["a template", (x: number) => `${x}`.length],
  ["String(x)", (x: number) => String(x).length],
  ["parseInt(x)", (x: never) => Number.parseInt(x, 10)],
  ["JSON.stringify(x)", (x: number) => JSON.stringify({ x }).length],
  ["an array index", (x: number) => [1, 2, 3][x]],
];

/** What becomes of variables where they should not be. */
export const variableCases: readonly Case[] = [
  ...misuses.flatMap(([name, f]): Case[] =>
    ([1, tensor([1, 2])] as const).map((x) => ({
      name: `${name} on a variable ${typeof x === "number" ? "" : "tensor "}throws OperatorOnVarError`,
      needs: ["variables"],
      run: (backend) => void throws(() => grad(f, { backend })(x as never), OperatorOnVarError),
    })),
  ),
  {
    name: "a variable that was kept throws EscapedVarError in every kind of op",
    needs: ["variables"],
    run(backend) {
      let kept: Value = 0;
      const f = (x: Value): Value => {
        kept = x;
        return mul(x, x);
      };
      grad(f, { backend })(2);
      throws(() => sin(kept), EscapedVarError);
      throws(() => mul(3, kept), EscapedVarError);
    },
  },
  {
    name: "a kept variable throws inside a later call too",
    needs: ["variables"],
    run(backend) {
      let kept: Value | undefined;
      const f = (x: Value): Value => {
        kept ??= x;
        return mul(x, kept);
      };
      derivative(f, { backend })(2);
      throws(() => derivative(f, { backend })(3), EscapedVarError);
    },
  },
  {
    name: "a closure over a variable, called when the transform is over, throws",
    needs: ["variables"],
    run(backend) {
      const closures: ((y: Value) => Value)[] = [];
      const f = (x: Value): Value => {
        closures.push((y) => mul(x, y));
        return x;
      };
      derivative(f, { backend })(2);
      throws(() => closures[0]?.(3), EscapedVarError);
    },
  },
  {
    name: "a by-product of hasAux may be kept",
    run(backend, { first }) {
      const f = (x: Value): [Value, Value] => [mul(x, x), mul(3, x)];
      const [slope, aux] = derivative(f, { backend, hasAux: true })(2);
      close([slope, mul(aux, 2)], [4, 12], first);
    },
  },
  ...(["grad", "derivative"] as const).map(
    (name): Case => ({
      name: `an async f throws AsyncFunctionError in ${name}`,
      run(backend) {
        const f = async (x: Value): Promise<Value> => mul(x, x);
        const operator = name === "grad" ? grad : derivative;
        const error = throws(() => operator(f, { backend })(2), AsyncFunctionError);
        check(/await/.test(error.message), "expected a message that says where to await");
      },
    }),
  ),
  {
    name: "a promise that f returns throws AsyncFunctionError",
    run(backend) {
      const f = (x: Value): unknown => Promise.resolve(x);
      throws(() => grad(f, { backend })(2), AsyncFunctionError);
    },
  },
];
