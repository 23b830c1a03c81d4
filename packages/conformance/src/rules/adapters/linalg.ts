import {
  abs,
  add,
  expandDims,
  eye,
  integerPow,
  log,
  matmul,
  mul,
  ones,
  rankOf,
  reshape,
  shapeOf,
  sign,
  sizeOf,
  sliceAxis,
  squeeze,
  stack,
  sub,
  swapAxes,
  type Tensor,
  take,
  transpose,
  tril,
  triu,
  unstack,
  type Value,
} from "@wengert/ad-core";
import { type Bound, type Rule, rule } from "../bound.ts";
import { inverse, solve } from "./elimination.ts";

const flip = (a: Value): Value => swapAxes(a, -1, -2);
const orderOf = (a: Value): number => shapeOf(a).at(-1) as number;

/** The element (i, j) of every matrix. */
function entry(a: Value, i: number, j: number): Value {
  const lead = shapeOf(a).slice(0, -2);
  const n = shapeOf(a).at(-1) as number;
  return take(reshape(a, [...lead, n * n]), i * n + j, -1);
}

/**
 * Determinants by expansion along rows, each minor computed once: a polynomial, so exact in its
 * derivatives at singular matrices too. Cost: n·2ⁿ products.
 */
function determinant(a: Value): Value {
  const n = orderOf(a);
  if (n === 0) return ones(shapeOf(a).slice(0, -2));
  let minors = new Map<number, Value>();
  for (let row = n - 1; row >= 0; row--) {
    const next = new Map<number, Value>();
    for (let columns = 0; columns < 1 << n; columns++) {
      const chosen = Array.from({ length: n }, (_, j) => j).filter((j) => columns & (1 << j));
      if (chosen.length !== n - row) continue;
      const terms = chosen.map((j, k) => {
        const minor = minors.get(columns & ~(1 << j));
        const term = minor === undefined ? entry(a, row, j) : mul(entry(a, row, j), minor);
        return k % 2 === 0 ? term : mul(-1, term);
      });
      next.set(columns, terms.reduce(add));
    }
    minors = next;
  }
  return minors.get((1 << n) - 1) as Value;
}

/** Product of the reflections I − τ v vᵀ, their v below the diagonal of A. */
function householder(a: Value, tau: Value): Value {
  const [m, n] = shapeOf(a).slice(-2) as [number, number];
  const unit = tril(a, -1);
  const reflectors = add(unit, sliceAxis(eye(m), 1, 0, n));
  let q: Value = sliceAxis(eye(m), 1, 0, n);
  for (let i = orderOf(tau) - 1; i >= 0; i--) {
    const v = sliceAxis(reflectors, -1, i, i + 1);
    const t = expandDims(sliceAxis(tau, -1, i, i + 1), -1);
    q = sub(q, matmul(mul(t, v), matmul(flip(v), q)));
  }
  return q;
}

/** The matrix that an LU factorisation with LAPACK's row exchanges stands for. */
function fromFactors(lu: Value, pivots: Tensor): Value {
  const n = orderOf(lu);
  const product = matmul(add(tril(lu, -1), eye(n)), triu(lu));
  const count = sizeOf(shapeOf(lu).slice(0, -2));
  const parts = unstack(reshape(product, [count, n, n])).map((matrix, b) => {
    const rows = Array.from({ length: n }, (_, i) => i);
    for (let i = 0; i < n; i++) {
      const other = (pivots.data[b * n + i] as number) - 1;
      [rows[i], rows[other]] = [rows[other] as number, rows[i] as number];
    }
    return take(
      matrix,
      rows.map((_, i) => rows.indexOf(i)),
    );
  });
  return reshape(stack(parts), shapeOf(lu));
}

/** Solve from the left or the right. */
const solveSided = (a: Value, b: Value, left: boolean): Value =>
  left ? solve(a, b) : flip(solve(flip(a), flip(b)));

function triangular(p: Bound): Value {
  const a = p.value("a");
  const isUpper = p.flag("upper", true);
  const unit = p.flag("unitriangular");
  const strict = isUpper ? triu(a, unit ? 1 : 0) : tril(a, unit ? -1 : 0);
  return solveSided(
    unit ? add(strict, eye(orderOf(a))) : strict,
    p.value("b"),
    p.flag("left", true),
  );
}

function solveRule(p: Bound): Value {
  const [a, b] = [p.value("a"), p.value("b")];
  const vector = rankOf(b) === 1 || shapeOf(b).join() === shapeOf(a).slice(0, -1).join();
  return vector ? squeeze(solve(a, expandDims(b, -1)), -1) : solve(a, b);
}

function tensorSolve(p: Bound): Value {
  const b = p.value("b");
  const given = p.value("a");
  const rank = rankOf(given);
  const last = ((p.raw("dims") as number[] | undefined) ?? []).map((i) => (i < 0 ? i + rank : i));
  const rest = shapeOf(given)
    .map((_, i) => i)
    .filter((i) => !last.includes(i));
  const a = transpose(given, [...rest, ...last]);
  const n = sizeOf(shapeOf(b));
  const x = solve(reshape(a, [n, n]), reshape(b, [n, 1]));
  return reshape(x, shapeOf(a).slice(rankOf(b)));
}

const gram = (p: Bound): Value => {
  const l = p.value("l");
  return p.flag("upper") ? matmul(flip(l), l) : matmul(l, flip(l));
};

/** What of linear algebra needs no factorisation. */
export const linalg: Readonly<Record<string, Rule>> = {
  cholesky_inverse: rule("l upper", (p) => inverse(gram(p))),
  cholesky_solve: rule("b l upper", (p) => solve(gram(p), p.value("b"))),
  "linalg.det": rule("a", (p) => determinant(p.value("a"))),
  "linalg.householder_product": rule("a tau", (p) => householder(p.value("a"), p.value("tau"))),
  "linalg.inv": rule("a", (p) => inverse(p.value("a"))),
  "linalg.lu_solve": rule("lu pivots b", (p) => {
    const a = fromFactors(p.value("lu"), p.tensor("pivots"));
    return solveSided(p.flag("adjoint") ? flip(a) : a, p.value("b"), p.flag("left", true));
  }),
  "linalg.slogdet": rule("a", (p) => {
    const d = determinant(p.value("a"));
    return [sign(d), log(abs(d))];
  }),
  "linalg.solve": rule("a b", solveRule),
  "linalg.solve_triangular": rule("a b", triangular),
  "linalg.tensorinv": rule("a ind", (p) => {
    const [a, ind] = [p.value("a"), p.number("ind", 2)];
    const n = sizeOf(shapeOf(a).slice(0, ind));
    const shape = [...shapeOf(a).slice(ind), ...shapeOf(a).slice(0, ind)];
    return reshape(inverse(reshape(a, [n, n])), shape);
  }),
  "linalg.tensorsolve": rule("a b", tensorSolve),
  "linalg.vander": rule("x N", (p) => {
    const x = rankOf(p.value("x")) === 0 ? reshape(p.value("x"), [1]) : p.value("x");
    const n = p.number("N", orderOf(x));
    return stack(
      Array.from({ length: n }, (_, k) => integerPow(x as Tensor, k)),
      -1,
    );
  }),
  logdet: rule("a", (p) => log(determinant(p.value("a")))),
  triangular_solve: rule("b a upper", (p) => [triangular(p), p.value("a")]),
};
