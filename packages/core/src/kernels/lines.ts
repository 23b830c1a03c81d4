import { type Shape, sizeOf } from "../tensor/shape.ts";

/**
 * Call `line(start, step, count)` for every line of elements along an axis (negative), in row-major
 * order of the other axes; `reverse` walks each line from its last element.
 */
export function forEachLine(
  shape: Shape,
  axis: number,
  reverse: boolean,
  line: (start: number, step: number, count: number) => void,
): void {
  const at = shape.length + axis;
  const count = shape[at] as number;
  const inner = sizeOf(shape.slice(at + 1));
  const outer = sizeOf(shape.slice(0, at));
  const step = reverse ? -inner : inner;
  const first = reverse ? (count - 1) * inner : 0;
  for (let o = 0; o < outer; o++) {
    const base = o * count * inner + first;
    for (let i = 0; i < inner; i++) line(base + i, step, count);
  }
}
