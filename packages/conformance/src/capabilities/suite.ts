import {
  type Backend,
  DTypeError,
  derivative,
  exp,
  type FlatFunction,
  grad,
  gt,
  hessian,
  jacobian,
  type Leaves,
  mul,
  sin,
  square,
  sum,
  tensor,
  type Value,
} from "@wengert/ad-core";
import { check, close, throws } from "../kit/compare.ts";
import type { Case, Suite } from "../kit/suite.ts";

const energy = (x: Value): Value => sum(mul(square(x), exp(x)));
const slopeOf = (x: number): number => (2 * x + x * x) * Math.exp(x);

/** The declaration, line by line, against what the backend does. */
const cases: readonly Case[] = [
  {
    name: "the contract: a name, api 1, and at least one way to differentiate",
    run(backend) {
      check(backend.name.trim() !== "", "name: expected text");
      check(backend.api === 1, `api: expected 1, got ${String(backend.api)}`);
      const { pushforward, pullback, values } = backend;
      const methods = [pushforward, pullback, values].filter((method) => method !== undefined);
      check(methods.length > 0, "expected pushforward, pullback or values");
      check(
        methods.every((method) => typeof method === "function"),
        "expected absent methods to be absent",
      );
    },
  },
  {
    name: "mode says which methods there are",
    run({ capabilities: { mode }, pushforward, pullback }) {
      const [push, pull] = [pushforward !== undefined, pullback !== undefined];
      if (mode === "forward") check(push && !pull, "forward: expected pushforward and no pullback");
      if (mode === "reverse") check(pull && !push, "reverse: expected pullback and no pushforward");
      if (mode === "both") check(push && pull, "both: expected pushforward and pullback");
    },
  },
  {
    name: "zero-order methods are declared inexact, and nothing else sees values only",
    run({ capabilities: { mode, exact }, pushforward, pullback }) {
      if (mode === "zero-order") check(!exact, "zero-order: expected exact: false");
      else check(Boolean(pushforward ?? pullback), `${mode}: expected pushforward or pullback`);
    },
  },
  {
    name: "exact means exact to rounding",
    needs: ["exact"],
    run(backend) {
      const x = [0.3, -1.7, 2.5];
      close(grad(energy, { backend })(tensor(x)), tensor(x.map(slopeOf)), 1e-14);
    },
  },
  {
    name: "declared dtypes are kept by the derivative",
    run(backend, { first }) {
      for (const dtype of backend.capabilities.dtypes) {
        const x = tensor([0.5, 1], { dtype });
        const expected = tensor([1, 2], { dtype });
        const tolerance =
          dtype === "f32"
            ? Math.max(first, 1e-2 * Number(!backend.capabilities.exact), 1e-6)
            : first;
        close(grad((v: Value) => sum(square(v)), { backend })(x), expected, tolerance, dtype);
      }
    },
  },
  {
    name: "dtypes that are not declared are refused",
    run(backend) {
      for (const dtype of ["f64", "f32", "i32", "bool"] as const) {
        if (backend.capabilities.dtypes.includes(dtype)) continue;
        const x = tensor([1, 0], { dtype });
        throws(() => grad((v: Value) => sum(v), { backend })(x), DTypeError);
      }
    },
  },
  {
    name: "batch is how many tangents one evaluation of f carries",
    run(backend) {
      const { batch, mode } = backend.capabilities;
      check(
        Number.isInteger(batch) && batch >= 1,
        `batch: expected a positive integer, got ${batch}`,
      );
      if (backend.pushforward === undefined || mode === "zero-order") return;
      let evaluations = 0;
      const f: FlatFunction = ([x]) => {
        evaluations++;
        return [sin(x as Value)];
      };
      const size = Math.min(batch, 64);
      const tangents: Leaves[] = Array.from({ length: size }, (_, k) => [tensor([k, 1])]);
      backend.pushforward(f, [tensor([1, 2])], tangents);
      check(evaluations === 1, `expected 1 evaluation for ${size} tangents, got ${evaluations}`);
    },
  },
  {
    name: "a pullback evaluates f once, whatever is pulled",
    run(backend) {
      if (backend.pullback === undefined || backend.capabilities.memory !== "O(N)") return;
      let evaluations = 0;
      const f: FlatFunction = ([x]) => {
        evaluations++;
        return [sin(x as Value)];
      };
      const recorded = backend.pullback(f, [tensor([1, 2])]);
      recorded.pull([[tensor([1, 0])], [tensor([0, 1])]]);
      recorded.pull([[tensor([1, 1])]]);
      check(evaluations === 1, `expected 1 evaluation, got ${evaluations}`);
    },
  },
  {
    name: "nestsInside: it runs on variables of an outer transform",
    needs: ["second-order"],
    run(backend, { second }) {
      const slope = derivative((y: Value) => mul(y, square(y)), { backend });
      close(derivative((x: Value) => slope(x), { backend })(2), 12, second);
    },
  },
  {
    name: "nestsOutside: other transforms run inside f",
    needs: ["second-order"],
    run(backend, { second }) {
      const h = hessian((x: Value) => sum(mul(x, square(x))), { backend })(tensor([1, 2]));
      const expected = tensor([
        [6, 0],
        [0, 12],
      ]);
      close(h, expected, second);
    },
  },
  {
    name: "nativeControlFlow: an if on a value takes the branch of the value",
    run(backend, { first }) {
      if (!backend.capabilities.nativeControlFlow) return;
      const slope = derivative((x: Value) => (gt(x, 1) ? square(x) : mul(3, x)), { backend });
      close([slope(2), slope(0)], [4, 3], first);
    },
  },
  {
    name: "deterministic: two fresh calls give the same bits",
    run(backend) {
      if (!backend.capabilities.deterministic) return;
      const x = tensor([0.1, 0.2, -0.3]);
      const run = (): unknown => jacobian((v: Value) => sin(square(v)), { backend })(x);
      close(run(), run(), 0);
    },
  },
];

export const capabilities: Suite = {
  id: "capabilities",
  title: "what the backend declares is what it does",
  cases: ({ create }) => [
    ...cases,
    {
      name: "the factory gives independent backends of one name and declaration",
      run(backend: Backend) {
        const other = create();
        check(other !== backend, "expected a fresh object from every call of the factory");
        check(other.name === backend.name, "expected one name");
        close(JSON.stringify(other.capabilities), JSON.stringify(backend.capabilities), 0);
      },
    },
  ],
};
