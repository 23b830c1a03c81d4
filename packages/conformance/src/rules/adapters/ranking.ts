import {
  moveAxis,
  rankOf,
  reshape,
  shapeOf,
  sliceAxis,
  squeeze,
  type Tensor,
  takeAlongAxis,
  tensor,
  type Value,
  value,
} from "@wengert/ad-core";

/*
 * Sorting by composition: the order is read off the value, which has no derivative, and the
 * elements are taken in that order, which is linear.
 */

/** For every line along `dim`, the positions of its elements in (stable) order. */
export function order(x: Value, dim: number, descending = false): Tensor {
  return lines(x, dim, (line) =>
    line
      .map((_, i) => i)
      .sort((i, j) => {
        const gap = (line[i] as number) - (line[j] as number);
        return descending ? -gap : gap;
      }),
  );
}

/** For every element, where the largest (or, with sign −1, smallest) one up to it is; the last at ties. */
export function cumulativeOrder(x: Value, dim: number, sign: 1 | -1): Tensor {
  return lines(x, dim, (line) => {
    let best = 0;
    return line.map((v, i) => {
      if (sign * (v - (line[best] as number)) >= 0) best = i;
      return best;
    });
  });
}

/** Apply `f` to every line along an axis of the value of x; a scalar is one line. */
function lines(x: Value, dim: number, f: (line: number[]) => number[]): Tensor {
  const rank = rankOf(x);
  const moved = rank === 0 ? reshape(x, [1]) : moveAxis(x, dim, -1);
  const { data, shape } = value(moved) as Tensor;
  const n = shape.at(-1) as number;
  const out: number[] = [];
  for (let start = 0; start < data.length; start += n) {
    out.push(...f(Array.from(data.slice(start, start + n))));
  }
  const index = tensor(out, { shape, dtype: "i32" });
  return rank === 0 ? reshape(index, []) : moveAxis(index, -1, dim);
}

export interface Picked {
  readonly picked: Value;
  readonly index: Tensor;
}

/** The elements of x in `places` along an axis. */
export function gatherOrder(x: Value, places: Tensor, dim: number): Value {
  if (rankOf(x) === 0) return x;
  return takeAlongAxis(x, places, dim);
}

/** The element of rank k along an axis. */
export function pick(x: Value, places: Tensor, k: number, dim: number, keep: boolean): Picked {
  if (rankOf(x) === 0) return { picked: x, index: places };
  const at = sliceAxis(places, dim, k, k + 1);
  const picked = takeAlongAxis(x, at, dim);
  return keep ? { picked, index: at } : { picked: squeeze(picked, dim), index: squeeze(at, dim) };
}

/** The length of an axis; 1 for a scalar. */
export function lengthOf(x: Value, dim: number): number {
  return shapeOf(x).at(dim) ?? 1;
}
