import { ArgumentError } from "../errors/classes.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { shapeOf, type Value } from "../value.ts";
import { mul } from "./arithmetic.ts";
import { diagonal } from "./diagonal.ts";
import { dotGeneral } from "./dot-general.ts";
import { isEllipsis, type Labels, parseEinsum } from "./einsum-spec.ts";
import { reshape } from "./reshape.ts";
import { sum } from "./sum.ts";
import { permute } from "./transpose.ts";

/** An operand and the labels of its axes. */
interface Term {
  readonly x: Value;
  readonly labels: Labels;
}

type Lengths = ReadonlyMap<string, number>;

/** Drop axes of length 1 that an ellipsis stretches: a product broadcasts without them. */
function dropStretched({ x, labels }: Term, lengths: Lengths): Term {
  const shape = shapeOf(x);
  const kept = labels.flatMap((name, axis) =>
    isEllipsis(name) && shape[axis] !== lengths.get(name) ? [] : [axis],
  );
  if (kept.length === labels.length) return { x, labels };
  return {
    x: reshape(
      x,
      kept.map((axis) => shape[axis] as number),
    ),
    labels: kept.map((axis) => labels[axis] as string),
  };
}

/** A subscript that occurs twice in one term stands for the diagonal. */
function takeDiagonals(term: Term): Term {
  const { x, labels } = term;
  const second = labels.findIndex((name, axis) => labels.indexOf(name) < axis);
  if (second < 0) return term;
  const name = labels[second] as string;
  const first = labels.indexOf(name);
  const rest = labels.filter((_, axis) => axis !== first && axis !== second);
  return takeDiagonals({ x: diagonal(x, { axes: [first, second] }), labels: [...rest, name] });
}

/** Sum over the subscripts that nobody else needs. */
function sumOut({ x, labels }: Term, needed: ReadonlySet<string>): Term {
  const gone = labels.flatMap((name, axis) => (needed.has(name) ? [] : [axis]));
  if (gone.length === 0) return { x, labels };
  return { x: sum(x, gone), labels: labels.filter((name) => needed.has(name)) };
}

/** Bring the axes into the given order; labels that the term lacks become axes of length 1. */
function arrange({ x, labels }: Term, order: Labels): Value {
  if (labels.length === 0) return x; // a scalar multiplies anything, whatever its dtype
  const perm = order.flatMap((name) => (labels.includes(name) ? [labels.indexOf(name)] : []));
  const moved = permute(x, perm);
  if (perm.length === order.length) return moved;
  const shape = shapeOf(x);
  return reshape(
    moved,
    order.map((name) => (labels.includes(name) ? (shape[labels.indexOf(name)] as number) : 1)),
  );
}

/** The product of two terms, summed over the shared subscripts that are not needed any more. */
function contract(a: Term, b: Term, needed: ReadonlySet<string>): Term {
  const shared = a.labels.filter((name) => b.labels.includes(name));
  const summed = shared.filter((name) => !needed.has(name));
  const batch = shared.filter((name) => needed.has(name));
  const free = (term: Term): string[] => term.labels.filter((name) => !shared.includes(name));
  const labels = [...batch, ...free(a), ...free(b)];
  if (summed.length === 0) return { x: mul(arrange(a, labels), arrange(b, labels)), labels };
  const places = (term: Term, names: Labels): number[] =>
    names.map((name) => term.labels.indexOf(name));
  const x = dotGeneral(a.x, b.x, {
    batch: [places(a, batch), places(b, batch)],
    contract: [places(a, summed), places(b, summed)],
  });
  return { x, labels };
}

/** The pair whose product costs the fewest multiplications; the earliest of equals. */
function cheapestPair(terms: readonly Term[], lengths: Lengths): readonly [number, number] {
  let best: readonly [number, number] = [0, 1];
  let least = Infinity;
  for (let j = 1; j < terms.length; j++) {
    for (let i = 0; i < j; i++) {
      const names = new Set([...(terms[i] as Term).labels, ...(terms[j] as Term).labels]);
      let cost = 1;
      for (const name of names) cost *= lengths.get(name) as number;
      if (cost < least) {
        least = cost;
        best = [i, j];
      }
    }
  }
  return best;
}

/**
 * Einstein summation: name the axes of each operand by letters; equal letters are matched, and letters
 * that the output lacks are summed over. Without `->` the output has the letters that occur once, in
 * alphabetical order. A letter twice in one operand takes a diagonal; `...` stands for leading axes,
 * which broadcast.
 *
 * Operands are contracted in pairs, the cheapest first (greedy: not always the best order), each pair
 * by {@link dotGeneral}. Named axes do not broadcast.
 *
 * @throws ArgumentError for subscripts that cannot be read; ShapeError when lengths disagree.
 * @example
 * einsum("ij,jk->ik", a, b) // the matrix product
 * einsum("...ii->...", a) // the trace of each matrix
 * einsum("ni,ij,nj->n", x, a, x) // a quadratic form of each row
 */
export function einsum(subscripts: string, ...operands: readonly (Tensor | number)[]): Tensor;
export function einsum(subscripts: string, ...operands: readonly Value[]): Value;
export function einsum(subscripts: string, ...operands: readonly Value[]): Value {
  if (operands.length === 0) {
    throw new ArgumentError("einsum", "operands", "at least one", "none", 'einsum("ij->ji", x)');
  }
  const spec = parseEinsum(subscripts, operands.map(shapeOf));
  let terms = operands.map((x, i) =>
    takeDiagonals(dropStretched({ x, labels: spec.operands[i] as Labels }, spec.lengths)),
  );
  /** What the output or a term other than these needs. */
  const neededBeside = (...mine: readonly Term[]): Set<string> =>
    new Set([
      ...spec.output,
      ...terms.filter((term) => !mine.includes(term)).flatMap((term) => term.labels),
    ]);
  terms = terms.map((term) => sumOut(term, neededBeside(term)));
  while (terms.length > 1) {
    const [i, j] = cheapestPair(terms, spec.lengths);
    const [a, b] = [terms[i] as Term, terms[j] as Term];
    const product = contract(a, b, neededBeside(a, b));
    terms = [...terms.slice(0, i), product, ...terms.slice(i + 1, j), ...terms.slice(j + 1)];
  }
  return arrange(terms[0] as Term, spec.output);
}
