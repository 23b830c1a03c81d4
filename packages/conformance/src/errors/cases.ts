import {
  add,
  args,
  type Backend,
  convert,
  derivative,
  expandDims,
  grad,
  hvp,
  iota,
  jacobian,
  jvp,
  linearize,
  matmul,
  mul,
  prepare,
  reshape,
  sin,
  slice,
  square,
  stack,
  sum,
  Tensor,
  tensor,
  transpose,
  type Value,
  vjp,
  zeros,
} from "@wengert/ad-core";

/** A mistake that users make; what they are told about it stands in golden-texts.ts. */
export interface Mistake {
  readonly id: string;
  /** f must see variables. */
  readonly variables?: boolean;
  /** The message names the backend that found it: it is tested where that is not a wrapper. */
  make(backend: Backend): unknown;
}

/** What the type system would have refused. */
const wrong: Readonly<Record<"options" | "missing" | "map" | "bigint" | "text" | "array", never>> =
  {
    options: {} as never,
    missing: undefined as never,
    map: new Map() as never,
    bigint: { n: [2n] } as never,
    text: "3" as never,
    array: [1] as never,
  };
const notAFunction = 3 as unknown as (x: Value) => Value;
const vector = tensor([1, 2, 3]);
const identity = (x: Value): Value => x;

export const mistakes: readonly Mistake[] = [
  { id: "no backend", make: () => grad(square, wrong.options)(2) },
  { id: "no options", make: () => grad(square, wrong.missing)(2) },
  {
    id: "a backend without methods",
    make: (backend) =>
      grad(square, {
        backend: { name: "hollow", api: 1, capabilities: backend.capabilities },
      })(2),
  },
  { id: "f is not a function", make: (backend) => grad(notAFunction, { backend })(2) },
  { id: "argnums out of range", make: (backend) => grad(square, { backend, argnums: 1 })(2) },
  { id: "argnums not an integer", make: (backend) => grad(square, { backend, argnums: [0.5] })(2) },
  { id: "grad of a vector", make: (backend) => grad(identity, { backend })(vector) },
  {
    id: "grad of an array",
    make: (backend) => grad((x: Value) => [x, x], { backend })(2),
  },
  { id: "derivative in a vector", make: (backend) => derivative(identity, { backend })(vector) },
  {
    id: "an integer argument",
    make: (backend) => grad((x: Value) => sum(x), { backend })(iota(3, "i32")),
  },
  {
    id: "an integer leaf",
    make: (backend) =>
      grad((p: { a: Value; b: Value }) => p.a, { backend })({ a: 1, b: iota(2, "i32") }),
  },
  {
    id: "a Map as an argument",
    make: (backend) => grad(identity, { backend })(wrong.map),
  },
  {
    id: "a bigint in a tree",
    make: (backend) => grad(identity, { backend })(wrong.bigint),
  },
  {
    id: "a Date as a result",
    make: (backend) => grad(() => new Date(0), { backend, argnums: [] })(),
  },
  {
    id: "hasAux without a pair",
    make: (backend) => grad((_x: Value) => 3, { backend, hasAux: true })(2),
  },
  {
    id: "an async function",
    make: (backend) => grad(async (x: Value) => x, { backend })(2),
  },
  {
    id: "a tangent with too many leaves",
    make: (backend) => jvp((x: readonly Value[]) => x, { backend })([1, 2], [1, 2, 3]),
  },
  {
    id: "a tangent of the wrong shape",
    make: (backend) => jvp(identity, { backend })(vector, tensor([1, 2])),
  },
  {
    id: "a nested tangent of the wrong shape",
    make: (backend) =>
      linearize((p: { w: Value[] }) => p.w, { backend })({ w: [vector, 1] })[1]({
        w: [vector, vector],
      }),
  },
  {
    id: "a cotangent of the wrong shape",
    make: (backend) => vjp(identity, { backend })(vector)[1](1),
  },
  {
    id: "a direction of the wrong shape",
    make: (backend) => hvp((x: Value) => sum(x), { backend })(vector, 1),
  },
  {
    id: "a prepared operator and another shape",
    make: (backend) => prepare(grad, (x: Value) => sum(x), vector, { backend })(tensor([1, 2])),
  },
  {
    id: "a prepared operator and another structure",
    make: (backend) =>
      prepare(grad, (x: { a: Value }, y: Value) => mul(x.a, y), args({ a: 1 }, 2), { backend })(1),
  },
  {
    id: "prepare without an operator",
    make: (backend) => prepare(wrong.missing, square, 2, { backend }),
  },
  { id: "into a number", make: (backend) => prepare(grad, square, 2, { backend }).into(0, 2) },
  {
    id: "x * y",
    variables: true,
    make: (backend) => grad((x: Value) => (x as number) * 2, { backend })(2),
  },
  {
    id: "a template",
    variables: true,
    make: (backend) => grad((x: Value) => String(x).length, { backend })(2),
  },
  {
    id: "Math.exp",
    variables: true,
    make: (backend) => grad((x: Value) => Math.exp(x as number), { backend })(2),
  },
  {
    id: "JSON.stringify",
    variables: true,
    make: (backend) => grad((x: Value) => JSON.stringify(x).length, { backend })(2),
  },
  {
    id: "an escaped variable",
    variables: true,
    make(backend) {
      let kept: Value = 0;
      const f = (x: Value): Value => {
        kept = x;
        return square(x);
      };
      grad(f, { backend })(2);
      return add(kept, 1);
    },
  },
  {
    id: "an array as an operand",
    make: (backend) => grad((x: Value) => add(x, wrong.array), { backend })(2),
  },
  {
    id: "a string as an operand",
    make: (backend) => grad((x: Value) => mul(x, wrong.text), { backend })(2),
  },
  { id: "undefined as an operand", make: () => sin(wrong.missing) },
  {
    id: "shapes that do not broadcast",
    make: (backend) => jacobian((x: Value) => add(x, tensor([1, 2])), { backend })(vector),
  },
  {
    id: "matmul of lengths that differ",
    make: (backend) => jacobian((x: Value) => matmul(zeros([2, 2]), x), { backend })(vector),
  },
  {
    id: "two dtypes",
    make: (backend) => jacobian((x: Value) => mul(x, convert(vector, "f32")), { backend })(vector),
  },
  { id: "reshape to another size", make: () => reshape(vector, [2, 2]) },
  { id: "slice out of range", make: () => slice(vector, [5]) },
  { id: "an axis that is not there", make: () => sum(vector, 2) },
  { id: "transpose with a wrong permutation", make: () => transpose(zeros([2, 3]), [0, 0]) },
  { id: "stack of nothing", make: () => stack([]) },
  { id: "expandDims out of range", make: () => expandDims(vector, 7) },
  { id: "a ragged array", make: () => tensor([[1, 2], [3]]) },
  {
    id: "data that do not fill the shape",
    make: () => new Tensor(new Float64Array(3), [2], "f64"),
  },
  { id: "item of a vector", make: () => vector.item() },
];
