import {
  add,
  type Backend,
  exp,
  hessian,
  hvp,
  integerPow,
  mul,
  NestingError,
  sin,
  square,
  sub,
  sum,
  tensor,
  type Value,
} from "@wengert/ad-core";
import { close, throws } from "../kit/compare.ts";
import type { Case, Suite } from "../kit/suite.ts";
import { nestedPrograms, runNested } from "./confusion.ts";
import { strongZeroPrograms } from "./strong-zero.ts";

interface Pair {
  readonly name: string;
  /** The outer and the inner backend, given the one under test. */
  backends(subject: Backend): readonly [Backend, Backend];
}

const rosenbrock = ([x, y]: readonly [Value, Value]): Value =>
  add(square(sub(1, x)), mul(100, square(sub(y, square(x)))));

/** Σ xᵢ³ + exp(Σ xᵢ): ∇² = diag 6xᵢ + exp(Σ x). */
const dense = (x: Value): Value => add(sum(integerPow(x, 3)), exp(sum(x)));
const atPoint = tensor([0.5, -0.25, 0.125]);
const e = Math.exp(0.375);

/** Every ordered pair in which the subject takes part. */
function pairsOf(partners: readonly (() => Backend)[]): Pair[] {
  const own: Pair = { name: "itself∘itself", backends: (subject) => [subject, subject] };
  return [
    own,
    ...partners.flatMap((create): Pair[] => {
      const { name } = create();
      return [
        { name: `itself∘${name}`, backends: (subject) => [subject, create()] },
        { name: `${name}∘itself`, backends: (subject) => [create(), subject] },
      ];
    }),
  ];
}

function matrixCases({ name, backends }: Pair): Case[] {
  const needs = ["second-order"] as const;
  return [
    {
      name: `${name}: hvp of a number[]`,
      operator: "hvp",
      needs,
      run(subject, { second }) {
        const [outer, backend] = backends(subject);
        close(hvp(rosenbrock, { backend, outer })([1.5, 1], [1, -1]), [2902, -800], second);
      },
    },
    {
      name: `${name}: hvp of a tensor`,
      operator: "hvp",
      needs,
      run(subject, { second }) {
        const [outer, backend] = backends(subject);
        const product = hvp(dense, { backend, outer })(atPoint, tensor([1, 2, 3]));
        close(product, tensor([3 + 6 * e, -3 + 6 * e, 2.25 + 6 * e]), second);
      },
    },
    {
      name: `${name}: hessian of a number[]`,
      operator: "hessian",
      needs,
      run(subject, { second }) {
        const [outer, backend] = backends(subject);
        const expected = [
          [2302, -600],
          [-600, 200],
        ];
        close(hessian(rosenbrock, { backend, outer })([1.5, 1]), expected, second);
      },
    },
    {
      name: `${name}: hessian of a tensor`,
      operator: "hessian",
      needs,
      run(subject, { second }) {
        const [outer, backend] = backends(subject);
        const expected = tensor([
          [3 + e, e, e],
          [e, -1.5 + e, e],
          [e, e, 0.75 + e],
        ]);
        close(hessian(dense, { backend, outer })(atPoint), expected, second);
      },
    },
    {
      name: `${name}: third derivative along a line`,
      operator: "hvp",
      needs: ["second-order", "exact"],
      run(subject, { second }) {
        const [outer, backend] = backends(subject);
        // d/dt ⟨v, ∇²f(t v) v⟩ with f = Σ sin: −Σ vᵢ³ cos(t vᵢ)
        const v = [1, -2];
        const along = (t: Value): Value => {
          const product = hvp(
            (x: readonly Value[]) => x.map((xi): Value => sin(xi)).reduce((a, b) => add(a, b)),
            { backend, outer },
          )(
            v.map((vi) => mul(t, vi)),
            v,
          ) as readonly Value[];
          return product.map((p, i): Value => mul(p, v[i] as number)).reduce((a, b) => add(a, b));
        };
        const expected = -(Math.cos(0.3) - 8 * Math.cos(0.6));
        const third = runNested({ name: "", run: (D) => D(along)(0.3), expected }, outer, backend);
        close(third, expected, second);
      },
    },
    ...[...nestedPrograms, ...strongZeroPrograms].map(
      (program): Case => ({
        name: `${name}: ${program.name}`,
        needs: ["second-order", "exact"],
        run(subject, { second }) {
          const [outer, inner] = backends(subject);
          close(runNested(program, outer, inner), program.expected, second);
        },
      }),
    ),
  ];
}

/** A backend that does not nest must be refused, never silently give zeros. */
function refusals(backend: Backend): Case[] {
  const { nestsInside, nestsOutside } = backend.capabilities;
  if (nestsInside === "any" && nestsOutside === "any") return [];
  return (["hvp", "hessian"] as const).map((operator) => ({
    name: `${operator} is refused, as the declaration says`,
    operator,
    run(subject) {
      const options = { backend: subject, outer: subject };
      const run = (): unknown =>
        operator === "hvp"
          ? hvp(rosenbrock, options)([1.5, 1], [1, 0])
          : hessian(rosenbrock, options)([1.5, 1]);
      throws(run, NestingError);
    },
  }));
}

export const nesting: Suite = {
  id: "nesting",
  title: "derivatives of derivatives, in every order of backends, without perturbation confusion",
  cases: ({ backend, partners }) => [
    ...pairsOf(partners).flatMap(matrixCases),
    ...refusals(backend),
  ],
};
