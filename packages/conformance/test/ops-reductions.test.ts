import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import * as ad from "@wengert/ad-core";
import { type Backend, type Tensor, tensor, type Value } from "@wengert/ad-core";
import { forward } from "@wengert/ad-forward";
import { tape } from "@wengert/ad-tape";
import { describe, expect, test } from "vitest";

type Program = (x: Value) => Value;

/** A deterministic irregular tensor, away from ties. */
const wave = (shape: readonly number[], phase = 0): Tensor =>
  tensor(
    Float64Array.from(
      { length: shape.reduce((a, b) => a * b, 1) },
      (_, i) => Math.sin(1.7 * i + phase) + 0.1 * Math.cos(5.3 * i),
    ),
    { shape },
  );

const vector = wave([5]);
const matrix = wave([3, 4]);
const cube = wave([2, 3, 4], 0.4);
const zeros = tensor([
  [0, 2, 3, -1],
  [0, 0, 3, 0.5],
  [1.5, -2, 0, 4],
]);

const programs: readonly (readonly [string, Program, Tensor])[] = [
  ["prod over all", (x) => ad.prod(x), matrix],
  ["prod over an inner axis, kept", (x) => ad.prod(x, 1, { keepDims: true }), cube],
  ["prod over two axes", (x) => ad.prod(x, [0, 2]), cube],
  ["prod through zeros", (x) => ad.prod(x, 1), zeros],
  ["max over an axis", (x) => ad.mul(ad.max(x, 0), ad.sum(x, 0)), matrix],
  ["min over all", (x) => ad.square(ad.min(x)), matrix],
  ["logSumExp over an axis", (x) => ad.logSumExp(x, 0), matrix],
  ["softmax along the last axis", (x) => ad.softmax(x), matrix],
  ["softmax over outer axes", (x) => ad.softmax(x, [0, 1]), cube],
  ["logSoftmax along the first axis", (x) => ad.logSoftmax(x, 0), matrix],
  ["mean over an axis", (x) => ad.square(ad.mean(x, 1)), matrix],
  ["variance over all", (x) => ad.variance(x), matrix],
  ["variance, maximum likelihood", (x) => ad.variance(x, -1, { correction: 0 }), matrix],
  ["std over two axes", (x) => ad.std(x, [1, 2]), cube],
  ["2-norm over all", (x) => ad.norm(x), matrix],
  ["2-norm over an axis", (x) => ad.norm(x, 0, { keepDims: true }), matrix],
  ["3.5-norm", (x) => ad.norm(x, 1, { ord: 3.5 }), matrix],
  ["1-norm", (x) => ad.square(ad.norm(x, 1, { ord: 1 })), matrix],
  ["infinity-norm", (x) => ad.square(ad.norm(x, 1, { ord: Infinity })), matrix],
  ["cumprod", (x) => ad.cumprod(x), vector],
  ["cumprod through zeros", (x) => ad.cumprod(x, 1), zeros],
  ["cumprod backwards along the first axis", (x) => ad.cumprod(x, 0, { reverse: true }), zeros],
  ["cummax", (x) => ad.square(ad.cummax(x)), matrix],
  ["cummin backwards", (x) => ad.square(ad.cummin(x, 0, { reverse: true })), matrix],
  ["cumLogSumExp", (x) => ad.cumLogSumExp(x), matrix],
  ["cumLogSumExp backwards", (x) => ad.cumLogSumExp(x, 0, { reverse: true }), matrix],
  ["linearRecurrence in both operands", (x) => ad.linearRecurrence(x, ad.sin(x), 1), matrix],
  ["linearRecurrence, broadcast", (x) => ad.linearRecurrence(ad.at(x, 0), ad.exp(x)), matrix],
  ["einsum, a matrix product", (x) => ad.einsum("ij,kj->ik", x, ad.sin(x)), matrix],
  [
    "einsum, a chain",
    (x) => ad.einsum("ij,jk,lk->il", x, wave([4, 2]), ad.slice(x, [0, 0], [3, 2])),
    matrix,
  ],
  ["einsum, diagonals", (x) => ad.einsum("iij,ij->j", x, wave([2, 3])), wave([2, 2, 3])],
  ["einsum, batches by an ellipsis", (x) => ad.einsum("...ij,...kj->...ik", x, ad.at(x, 0)), cube],
  ["einsum, summed out", (x) => ad.einsum("ij,kl->", x, ad.square(x)), matrix],
  ["kron", (x) => ad.kron(x, ad.at(x, 0)), wave([2, 3])],
  ["tensordot", (x) => ad.tensordot(x, ad.exp(x), 2), matrix],
  ["tile", (x) => ad.square(ad.tile(x, [2, 1, 3])), matrix],
  ["repeat", (x) => ad.square(ad.repeat(x, 2, 1)), matrix],
  ["repeat by row", (x) => ad.square(ad.repeat(x, [2, 0, 1])), matrix],
  ["tril", (x) => ad.square(ad.tril(x, 1)), cube],
  ["triu", (x) => ad.square(ad.triu(x, -1)), matrix],
  ["diagonal", (x) => ad.square(ad.diagonal(x, { offset: 1, axes: [2, 0] })), cube],
  ["diagEmbed", (x) => ad.square(ad.diagEmbed(x, -2)), matrix],
  ["matrixTrace", (x) => ad.square(ad.matrixTrace(x)), cube],
  ["roll", (x) => ad.mul(x, ad.roll(x, [1, -1], [0, 1])), matrix],
  ["meshgrid", (x) => ad.mul(...(ad.meshgrid([x, ad.exp(x)]) as [Value, Value])), vector],
];

const backends = (): Backend[] => [tape(), forward({ chunk: 3 }), forward({ chunk: 1 })];

const data = (x: unknown): number[] => Array.from((x as Tensor).data);

function expectClose(got: unknown, want: readonly number[], tolerance: number): void {
  const numbers = data(got);
  expect(numbers).toHaveLength(want.length);
  const scale = Math.max(1, ...want.map(Math.abs));
  numbers.forEach((v, i) =>
    expect(Math.abs(v - (want[i] as number))).toBeLessThan(tolerance * scale),
  );
}

/** Central differences of Richardson's kind: an independent value of the Jacobian, row-major. */
function differences(f: (x: Tensor) => Tensor, x: Tensor): number[] {
  const at = (j: number, h: number): number[] => {
    const moved = Float64Array.from(x.data);
    moved[j] = (moved[j] as number) + h;
    return data(f(tensor(moved, { shape: x.shape })));
  };
  const slope = (j: number, h: number): number[] => {
    const [hi, lo] = [at(j, h), at(j, -h)];
    return hi.map((v, i) => (v - (lo[i] as number)) / (2 * h));
  };
  const columns = Array.from(x.data, (_, j) => {
    const [coarse, fine] = [slope(j, 2e-3), slope(j, 1e-3)];
    return fine.map((v, i) => (4 * v - (coarse[i] as number)) / 3);
  });
  return (columns[0] as number[]).flatMap((_, i) => columns.map((column) => column[i] as number));
}

describe.each(programs)("%s", (_name, f, x) => {
  const value = f(x) as Tensor;
  const weights = wave(value.shape, 0.9);
  const scalar = (v: Value): Value => ad.sum(ad.mul(f(v), weights));

  test("has the Jacobian of central differences in every backend", () => {
    const want = differences((v) => f(v) as Tensor, x);
    for (const backend of backends()) expectClose(ad.jacobian(f, { backend })(x), want, 1e-8);
  });

  test("keeps the shape of its result under the Jacobian", () => {
    const jacobian: Tensor = ad.jacobian(f, { backend: tape() })(x);
    expect(jacobian.shape).toEqual([...value.shape, ...x.shape]);
  });

  test("has the Hessian of central differences in every nesting", () => {
    const gradient = ad.grad(scalar, { backend: tape() }) as (v: Tensor) => Tensor;
    const want = differences(gradient, x);
    for (const backend of backends()) {
      for (const outer of backends()) {
        expectClose(ad.hessian(scalar, { backend, outer })(x), want, 1e-8);
      }
    }
  });

  test("satisfies ⟨Jv, w⟩ = ⟨v, Jᵀw⟩", () => {
    const v = wave(x.shape, 2.1);
    const [, pushed] = ad.jvp(f, { backend: forward() })(x, v);
    const [, pull] = ad.vjp(f, { backend: tape() })(x) as unknown as [Value, (w: Tensor) => Tensor];
    const inner = (a: unknown, b: unknown): number =>
      data(a).reduce((sum, u, i) => sum + u * (data(b)[i] as number), 0);
    expect(inner(pushed, weights)).toBeCloseTo(inner(v, pull(weights)), 11);
  });
});

/** These name f64 constants, which do not mix with f32. */
const withConstants = new Set(["einsum, a chain", "einsum, diagonals"]);

test.each(programs.filter(([name]) => !withConstants.has(name)))("keeps f32: %s", (_name, f, x) => {
  const single = ad.convert(x, "f32") as Tensor;
  expect((f(single) as Tensor).dtype).toBe("f32");
  const loss: Program = (v) => ad.sum(ad.square(f(v)));
  const exact = ad.grad(loss, { backend: tape() })(x);
  for (const backend of [tape(), forward({ chunk: 3 })]) {
    const gradient: Tensor = ad.grad(loss, { backend })(single);
    expect(gradient.dtype).toBe("f32");
    expectClose(gradient, data(exact), 1e-5);
  }
});

test("third derivatives of a product with a zero are exact", () => {
  const d = (f: Program): Program => ad.derivative(f, { backend: tape() });
  const p: Program = (t) => ad.toNumber(ad.prod(ad.stack([t, ad.add(t, 0), ad.mul(2, t), 5])));
  expect([p(0), d(p)(0), d(d(p))(0), d(d(d(p)))(0)]).toEqual([0, 0, 0, 60]);
  const q: Program = (t) => ad.toNumber(ad.sum(ad.cumprod(ad.stack([t, t, t]))));
  expect([q(0), d(q)(0), d(d(q))(0), d(d(d(q)))(0)]).toEqual([0, 1, 2, 6]);
});

describe("edge conventions", () => {
  type Row = { case: string; value: number | string; recommended: unknown };
  const file = new URL("../data/edge-conventions.json.gz", import.meta.url);
  const { cases } = JSON.parse(gunzipSync(readFileSync(file)).toString()) as { cases: Row[] };
  const inf = -Infinity;
  const rows: Record<string, readonly [Program, readonly number[]]> = {
    "max(dim) of [1,1,0]": [(x) => ad.max(x, 0), [1, 1, 0]],
    "max() global of [1,1,0]": [(x) => ad.max(x), [1, 1, 0]],
    "amax of [1,1,0]": [(x) => ad.max(x), [1, 1, 0]],
    "norm2([0,0])": [(x) => ad.norm(x), [0, 0]],
    "norm1([0,1])": [(x) => ad.norm(x, 0, { ord: 1 }), [0, 1]],
    "norminf([1,1])": [(x) => ad.norm(x, 0, { ord: Infinity }), [1, 1]],
    "logsumexp([-inf,-inf])": [(x) => ad.logSumExp(x), [inf, inf]],
    "prod([0,2,3])": [(x) => ad.prod(x), [0, 2, 3]],
    "prod([0,0,3])": [(x) => ad.prod(x), [0, 0, 3]],
    "cumprod([0,2,3])": [(x) => ad.sum(ad.cumprod(x)), [0, 2, 3]],
    "cumprod([0,0,3])": [(x) => ad.sum(ad.cumprod(x)), [0, 0, 3]],
    "std([1,1,1])": [(x) => ad.std(x), [1, 1, 1]],
    "var([1,1,1])": [(x) => ad.variance(x), [1, 1, 1]],
  };

  test.each(Object.keys(rows))("%s", (name) => {
    const [f, x] = rows[name] as (typeof rows)[string];
    const row = cases.find((each) => each.case === name) as Row;
    expect((f(tensor(x)) as Tensor).item()).toBe(Number(row.value));
    for (const backend of backends()) {
      const gradient: Tensor = ad.grad(f, { backend })(tensor(x));
      expect([data(gradient).map((v) => v + 0)]).toEqual(row.recommended);
    }
  });

  const flat: Record<string, readonly [Program, readonly number[]]> = {
    "norm at the origin": [(x) => ad.norm(x), [0, 0]],
    "3-norm at the origin": [(x) => ad.norm(x, 0, { ord: 3 }), [0, 0]],
    "std of constants": [(x) => ad.std(x), [1, 1, 1]],
    "logSumExp of -Infinity": [(x) => ad.logSumExp(x), [inf, inf]],
    "max at a tie": [(x) => ad.max(x), [1, 1, 0]],
  };

  test.each(Object.keys(flat))("the Hessian is 0: %s", (name) => {
    const [f, x] = flat[name] as (typeof flat)[string];
    for (const backend of backends()) {
      for (const outer of backends()) {
        const hessian: Tensor = ad.hessian(f, { backend, outer })(tensor(x));
        expect(data(hessian).every((v) => v === 0)).toBe(true);
      }
    }
  });

  test("the Hessian of a product is exact at zeros", () => {
    const want = [0, 3, 2, 3, 0, 0, 2, 0, 0];
    for (const backend of backends()) {
      for (const outer of backends()) {
        const hessian = ad.hessian((x: Value) => ad.prod(x), { backend, outer })(tensor([0, 2, 3]));
        expect(data(hessian)).toEqual(want);
      }
    }
  });

  test("logSumExp and softmax are defined at infinities", () => {
    const slope = (x: number[]): number[] =>
      data(ad.grad((v: Value) => ad.logSumExp(v), { backend: tape() })(tensor(x)));
    expect(slope([Infinity, 0])).toEqual([1, 0]);
    expect(slope([Infinity, 1, Infinity])).toEqual([0.5, 0, 0.5]);
    expect(slope([-Infinity, 3])).toEqual([0, 1]);
    expect(data(ad.softmax(tensor([inf, inf])))).toEqual([0, 0]);
  });

  test("cumLogSumExp starts from -Infinity without NaN", () => {
    const f: Program = (x) => ad.at(ad.cumLogSumExp(x), 2);
    for (const backend of backends()) {
      expect(data(ad.grad(f, { backend })(tensor([inf, inf, 0])))).toEqual([0, 0, 1]);
    }
  });

  test("cummax gives the derivative to the latest of equals", () => {
    const f: Program = (x) => ad.at(ad.cummax(x), 2);
    expect(data(ad.grad(f, { backend: tape() })(tensor([1, 1, 0])))).toEqual([0, 1, 0]);
  });
});

test("reductions of a number keep its derivative", () => {
  const d = (f: Program, at: number): unknown =>
    ad.derivative((t: Value) => ad.toNumber(f(t)), { backend: tape() })(at);
  expect(d((t) => ad.prod(t), 3)).toBe(1);
  expect(d((t) => ad.max(t), 3)).toBe(1);
  expect(d((t) => ad.mean(t), 3)).toBe(1);
  expect(d((t) => ad.norm(t), -3)).toBe(-1);
  expect(d((t) => ad.norm(t, undefined, { ord: 4 }), -3)).toBe(-1);
  expect(d((t) => ad.logSumExp(t), 3)).toBe(1);
  expect(d((t) => ad.variance(t, undefined, { correction: 0 }), 3)).toBe(0);
  expect(d((t) => ad.std(t, undefined, { correction: 0 }), 3)).toBe(0);
});
