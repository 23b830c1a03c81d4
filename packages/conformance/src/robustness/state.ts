import {
  add,
  derivative,
  grad,
  gt,
  integerPow,
  jacobian,
  mul,
  prepare,
  square,
  sum,
  tensor,
  type Value,
  vjp,
} from "@wengert/ad-core";
import { check, close, throws } from "../kit/compare.ts";
import type { Case } from "../kit/suite.ts";

class Boom extends Error {}

/** Exceptions, repeated and interleaved calls, prepared objects, functions that write. */
export const stateCases: readonly Case[] = [
  {
    name: "an error of f passes through as it is, and the next call is fine",
    run(backend, { first }) {
      const boom = new Boom("from f");
      const f = (x: Value): Value => {
        mul(x, x);
        throw boom;
      };
      check(throws(() => grad(f, { backend })(2), Boom) === boom, "expected the very same error");
      close(grad((x: Value) => mul(x, x), { backend })(3), 6, first);
    },
  },
  {
    name: "an error at an inner level leaves the outer one intact",
    needs: ["second-order"],
    run(backend, { second }) {
      const f = (x: Value): Value => {
        try {
          derivative(
            (y: Value) => {
              mul(x, y);
              throw new Boom("inside");
            },
            { backend },
          )(x);
        } catch {
          // f goes on
        }
        return mul(x, derivative((y: Value) => mul(x, y), { backend })(1));
      };
      close(derivative(f, { backend })(3), 6, second);
    },
  },
  {
    name: "an error in a prepared call does not lock it",
    run(backend, { first }) {
      let fails = true;
      const f = (x: Value): Value => {
        if (fails) throw new Boom("once");
        return square(x);
      };
      const g = prepare(grad, f, 2, { backend });
      throws(() => g(2), Boom);
      fails = false;
      close(g(3), 6, first);
    },
  },
  {
    name: "a prepared operator gives fresh results at another point",
    run(backend, { first }) {
      const g = prepare(grad, (x: Value) => sum(integerPow(x, 3)), tensor([1, 2]), { backend });
      const before = g(tensor([1, 2]));
      const after = g(tensor([3, -1]));
      close([before, after], [tensor([3, 12]), tensor([27, 3])], first);
    },
  },
  {
    name: "a prepared operator takes the branch of the new point",
    run(backend, { first }) {
      if (!backend.capabilities.nativeControlFlow) return;
      const branch = (x: Value): Value => (gt(x, 0) ? square(x) : mul(-3, x));
      const g = prepare(grad, branch, 2, { backend });
      close([g(2), g(-2), g(5)], [4, -3, 10], first);
    },
  },
  {
    name: "results of earlier calls are not overwritten by later ones",
    run(backend, { first }) {
      const g = grad((x: Value) => sum(square(x)), { backend });
      const results = [1, 2, 3].map((k) => g(tensor([k, -k])));
      close(
        results,
        [1, 2, 3].map((k) => tensor([2 * k, -2 * k])),
        first,
      );
    },
  },
  {
    name: "two pullbacks may be used in turn",
    run(backend, { first }) {
      const [, one] = vjp((x: Value) => square(x), { backend })(3);
      const [, two] = vjp((x: Value) => integerPow(x, 3), { backend })(2);
      close([one(1), two(1), one(10), two(10)], [6, 12, 60, 120], first);
    },
  },
  {
    name: "a call inside f with passive values is independent of the outer one",
    run(backend, { first }) {
      const slope = derivative((y: Value) => square(y), { backend });
      const f = (x: Value): Value => mul(x, slope(5));
      close(derivative(f, { backend })(2), 10, first);
    },
  },
  {
    name: "a prepared operator refuses to be called from within its own f; a clone may be",
    run(backend, { first }) {
      const box: { call?: (x: number) => unknown } = {};
      let depth = 0;
      const f = (x: Value): Value => {
        if (depth++ === 0) box.call?.(1);
        return square(x);
      };
      const g = prepare(grad, f, 2, { backend });
      box.call = g;
      const error = throws(() => g(2), Error);
      check(
        /clone/.test(error.message),
        `expected a message that names clone(), got ${error.message}`,
      );
      depth = 0;
      box.call = g.clone();
      close(g(2), 4, first);
    },
  },
  {
    name: "f may overwrite the array that it receives",
    run(backend, { first }) {
      const f = (x: Value[]): Value => {
        x[0] = mul(x[0] as Value, 10);
        x.reverse();
        return add(square(x[0]), x[1] as Value);
      };
      const x = [1, 2];
      close(grad(f, { backend })(x), [10, 4], first);
      close(x, [1, 2], 0, "the caller's array");
    },
  },
  {
    name: "writing to a result does not reach the input or later results",
    run(backend, { first }) {
      const x = tensor([1, 2]);
      const f = (y: Value): Value => y;
      const [, pull] = vjp(f, { backend })(x);
      const cotangent = tensor([5, 6]);
      close(pull(cotangent), tensor([5, 6]), first);
      const jac = jacobian(f, { backend })(x);
      jac.data.fill(9);
      close(x, tensor([1, 2]), 0, "the input");
      const fresh = tensor([
        [1, 0],
        [0, 1],
      ]);
      close(jacobian(f, { backend })(x), fresh, first);
    },
  },
  {
    name: "one backend object serves many functions at once",
    run(backend, { first }) {
      const g = grad((x: Value) => square(x), { backend });
      const h = grad((x: readonly Value[]) => mul(x[0] as Value, x[1] as Value), { backend });
      close([g(1), h([2, 3]), g(4), h([5, 6])], [2, [3, 2], 8, [6, 5]], first);
    },
  },
];
