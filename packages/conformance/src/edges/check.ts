import {
  type Backend,
  flattenTree,
  grad,
  hessian,
  reshape,
  sum,
  Tensor,
  tensor,
  type Value,
} from "@wengert/ad-core";
import { type EdgeProgram, edgePrograms } from "./cases.ts";
import type { EdgeRow } from "./data.ts";

/** What our op set gives where it leaves the table, or the table itself; undefined = not fixed. */
export function expectedGradient(row: EdgeRow): readonly unknown[] | undefined {
  return edgePrograms[row.case]?.instead?.gradient ?? row.recommended ?? undefined;
}

/**
 * Does `backend` follow a convention? Undefined where it does, otherwise what is wrong.
 *
 * The gradient is taken of the program on plain numbers and again on tensors of one element, the
 * Hessian (where it is fixed) by `backend` over itself.
 */
export function checkEdge(row: EdgeRow, backend: Backend): string | undefined {
  const program = edgePrograms[row.case];
  if (program === undefined) return `${row.case}: no program`;
  return checkProgram(row.case, program, expectedGradient(row), backend);
}

export function checkProgram(
  name: string,
  program: EdgeProgram,
  gradient: readonly unknown[] | undefined,
  backend: Backend,
): string | undefined {
  const forms = program.at.every((x) => typeof x === "number")
    ? [program, onTensors(program)]
    : [program];
  for (const { f, at } of forms) {
    const options = { backend, argnums: at.map((_, i) => i) };
    const where = `${name} via ${backend.name} on ${at[0] instanceof Tensor ? "tensors" : "numbers"}`;
    if (gradient !== undefined) {
      const wrong = mismatch(numbers(grad(f, options)(...at)), numbers(gradient.map(revive)));
      if (wrong !== undefined) return `${where}: gradient ${wrong}`;
    }
    if (program.hessian !== undefined) {
      const wrong = mismatch(hessianRows(f, at, backend), program.hessian.flat());
      if (wrong !== undefined) return `${where}: Hessian ${wrong}`;
    }
  }
  return undefined;
}

/** The same program on vectors of one element. */
function onTensors({ f, at }: EdgeProgram): EdgeProgram {
  return {
    f: (...args) => sum(f(...args)),
    at: at.map((x) => tensor([x as number])),
  };
}

/** All scalars of all arguments as one vector, so that the Hessian is one matrix. */
function hessianRows(
  f: EdgeProgram["f"],
  at: readonly (number | Tensor)[],
  backend: Backend,
): number[] {
  const blocks = hessian(f, { backend, argnums: at.map((_, i) => i) })(...at) as Value[][];
  const rows: number[] = [];
  const height = numbers(at[0]).length;
  if (at.length === 1) return numbers(blocks);
  for (const row of blocks) {
    if (height !== 1) throw new TypeError("several arguments must be scalars");
    rows.push(...numbers(row));
  }
  return rows;
}

/** "Infinity" as the data write it, null as NaN's absence. */
function revive(x: unknown): unknown {
  if (Array.isArray(x)) return x.map(revive);
  return Number(x);
}

function numbers(tree: unknown): number[] {
  return flattenTree("edge", tree).leaves.flatMap((leaf) =>
    Array.from((reshape(leaf, [-1]) as Tensor).data),
  );
}

/** Exact, infinities and NaN included; ordinary numbers to a few units in the last place. */
function mismatch(got: readonly number[], want: readonly number[]): string | undefined {
  const agree = got.every((g, i) => {
    const w = want[i] as number;
    return Object.is(g, w) || g === w || Math.abs(g - w) <= 1e-15 * Math.abs(w);
  });
  return agree && got.length === want.length
    ? undefined
    : `is [${got.join()}], not [${want.join()}]`;
}
