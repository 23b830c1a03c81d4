import type { Data, DType } from "./dtype.ts";
import type { Shape } from "./shape.ts";

const edge = 3;
const threshold = 60;

/** `f64[2,3] [[1, 2, 3], [4, 5, 6]]`; long axes are shortened in the middle. */
export function formatTensor(x: { data: Data; shape: Shape; dtype: DType }): string {
  const shorten = x.data.length > threshold;
  const element = (i: number): string =>
    x.dtype === "bool" ? (x.data[i] ? "true" : "false") : formatNumber(x.data[i] as number);
  const render = (axis: number, start: number, stride: number): string => {
    if (axis === x.shape.length) return element(start);
    const length = x.shape[axis] as number;
    const inner = length === 0 ? 0 : stride / length;
    const items: string[] = [];
    for (let i = 0; i < length; i++) {
      if (shorten && i === edge && length > 2 * edge) {
        items.push("…");
        i = length - edge;
      }
      items.push(render(axis + 1, start + i * inner, inner));
    }
    return `[${items.join(", ")}]`;
  };
  return `${x.dtype}[${x.shape.join(",")}] ${render(0, 0, x.data.length)}`;
}

/** At most six significant digits, as the eye wants them. */
function formatNumber(x: number): string {
  if (Number.isInteger(x) && Math.abs(x) < 1e9) return Object.is(x, -0) ? "-0" : String(x);
  return String(Number(x.toPrecision(6)));
}
