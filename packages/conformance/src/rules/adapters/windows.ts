import {
  add,
  concatenate,
  matmul,
  moveAxis,
  pad,
  rankOf,
  reshape,
  scatterAdd,
  shapeOf,
  sizeOf,
  slice,
  split,
  swapAxes,
  type Tensor,
  take,
  tensor,
  type Value,
  zeros,
} from "@wengert/ad-core";
import { tuples } from "./positions.ts";

/*
 * Convolution and pooling as one gather: the windows of the padded image become an axis, and what
 * is left is a matrix product or a reduction.
 */

export interface Window {
  readonly kernel: readonly number[];
  readonly dilation: readonly number[];
  readonly padding: readonly number[];
  readonly stride: readonly number[];
}

/** Source positions of an axis extended by a rule; negative widths crop, and crop first. */
export function paddedIndex(
  n: number,
  lo: number,
  hi: number,
  mode: "reflect" | "replicate" | "circular",
): number[] {
  return Array.from({ length: lo + n + hi }, (_, k) => {
    const i = k - lo;
    if (mode === "circular") {
      const from = Math.max(0, -lo); // what is cropped does not come round again
      const period = n - from - Math.max(0, -hi);
      return from + ((((i - from) % period) + period) % period);
    }
    if (mode === "replicate") return Math.min(Math.max(i, 0), n - 1);
    return i < 0 ? -i : i >= n ? 2 * (n - 1) - i : i;
  });
}

/** How many windows fit along each axis. */
function windowCounts(image: readonly number[], w: Window): number[] {
  return image.map((n, i) => {
    const reach = (w.dilation[i] as number) * ((w.kernel[i] as number) - 1) + 1;
    return Math.floor((n + 2 * (w.padding[i] as number) - reach) / (w.stride[i] as number)) + 1;
  });
}

/** Flat positions, in an image of lengths `n`, of [window, element in the window]. */
function windowIndex(n: readonly number[], counts: readonly number[], w: Window): Tensor {
  const cells = tuples(w.kernel);
  const corners = tuples(counts);
  const flat = corners.flatMap((at) =>
    cells.map((cell) =>
      cell.reduce((position, c, i) => {
        const from = (at[i] as number) * (w.stride[i] as number);
        return position * (n[i] as number) + from + c * (w.dilation[i] as number);
      }, 0),
    ),
  );
  return tensor(flat, { shape: [corners.length, cells.length], dtype: "i32" });
}

/** x with its last axes padded and flattened into [windows, elements of a window]. */
export function windows(x: Value, w: Window, fill = 0, counts?: readonly number[]): Value {
  const d = w.kernel.length;
  const lead = shapeOf(x).slice(0, -d);
  const image = shapeOf(x).slice(-d);
  const found = counts ?? windowCounts(image, w);
  const reach = found.map(
    (c, i) =>
      (c - 1) * (w.stride[i] as number) +
      (w.dilation[i] as number) * ((w.kernel[i] as number) - 1) +
      1,
  );
  const lo = [...lead.map(() => 0), ...w.padding];
  const hi = image.map((n, i) =>
    Math.max(w.padding[i] as number, (reach[i] as number) - n - (w.padding[i] as number)),
  );
  const padded = pad(x, lo, [...lead.map(() => 0), ...hi], { value: fill });
  const n = shapeOf(padded).slice(-d);
  return take(reshape(padded, [...lead, sizeOf(n)]), windowIndex(n, found, w), -1);
}

/** [N, C, H, W] to [N, C·cells, windows]. */
export function unfold2d(x: Value, w: Window): Value {
  const [n, c] = shapeOf(x) as [number, number];
  const found = swapAxes(windows(x, w), -1, -2);
  const [cells, count] = shapeOf(found).slice(-2) as [number, number];
  return reshape(found, [n, c * cells, count]);
}

export interface Convolution extends Window {
  readonly groups: number;
}

/** Cross-correlation of [N, C, …] with [O, C/groups, …]. */
export function convolve(x: Value, weight: Value, bias: Value | undefined, w: Convolution): Value {
  const d = w.kernel.length;
  const batched = rankOf(x) === d + 2;
  const image = batched ? x : reshape(x, [1, ...shapeOf(x)]);
  const counts = windowCounts(shapeOf(image).slice(2), w);
  const n = shapeOf(image)[0] as number;
  const outputs = shapeOf(weight)[0] as number;
  const perGroup = outputs / w.groups;
  const channels = shapeOf(weight)[1] as number;
  const columns = windows(image, w); // [N, C, windows, cells]
  const cells = sizeOf(w.kernel);
  const groups = Array.from({ length: w.groups }, (_, g) => {
    const part = split(columns, new Array<number>(w.groups).fill(channels), 1)[g] as Value;
    const matrix = split(weight, new Array<number>(w.groups).fill(perGroup), 0)[g] as Value;
    const rows = reshape(moveAxis(part, 1, 2), [n, sizeOf(counts), channels * cells]);
    return swapAxes(
      matmul(rows, swapAxes(reshape(matrix, [perGroup, channels * cells]), 0, 1)),
      1,
      2,
    );
  });
  const joined = reshape(concatenate(groups, 1), [n, outputs, ...counts]);
  const y = bias === undefined ? joined : add(joined, perChannel(bias, d));
  return batched ? y : reshape(y, shapeOf(y).slice(1));
}

const perChannel = (bias: Value, d: number): Value =>
  reshape(bias, [sizeOf(shapeOf(bias)), ...new Array<number>(d).fill(1)]);

/** The transpose of {@link convolve} in x, for weights [C, O/groups, …]. */
export function convolveTransposed(
  x: Value,
  weight: Value,
  bias: Value | undefined,
  w: Convolution & { readonly outputPadding: readonly number[] },
): Value {
  const d = w.kernel.length;
  const batched = rankOf(x) === d + 2;
  const input = batched ? x : reshape(x, [1, ...shapeOf(x)]);
  const n = shapeOf(input)[0] as number;
  const counts = shapeOf(input).slice(2);
  const full = counts.map(
    (c, i) =>
      (c - 1) * (w.stride[i] as number) +
      (w.dilation[i] as number) * ((w.kernel[i] as number) - 1) +
      1 +
      (w.outputPadding[i] as number),
  );
  const channels = (shapeOf(weight)[0] as number) / w.groups;
  const outputs = shapeOf(weight)[1] as number;
  const cells = sizeOf(w.kernel);
  const index = windowIndex(full, counts, w);
  const groups = Array.from({ length: w.groups }, (_, g) => {
    const part = split(input, new Array<number>(w.groups).fill(channels), 1)[g] as Value;
    const matrix = split(weight, new Array<number>(w.groups).fill(channels), 0)[g] as Value;
    const rows = swapAxes(reshape(part, [n, channels, sizeOf(counts)]), 1, 2);
    const spread = matmul(rows, reshape(matrix, [channels, outputs * cells]));
    const columns = moveAxis(reshape(spread, [n, sizeOf(counts), outputs, cells]), 2, 1);
    return scatterAdd(zeros([n, outputs, sizeOf(full)]), index, columns, -1);
  });
  const image = reshape(concatenate(groups, 1), [n, outputs * w.groups, ...full]);
  const crop = slice(
    image,
    [0, 0, ...w.padding],
    [n, outputs * w.groups, ...full.map((f, i) => f - (w.padding[i] as number))],
  );
  const y = bias === undefined ? crop : add(crop, perChannel(bias, d));
  return batched ? y : reshape(y, shapeOf(y).slice(1));
}

/** Window counts when a last, partial window may stick out (PyTorch's ceil_mode). */
export function pooledCounts(image: readonly number[], w: Window, ceil: boolean): number[] {
  if (!ceil) return windowCounts(image, w);
  return image.map((n, i) => {
    const [p, s] = [w.padding[i] as number, w.stride[i] as number];
    const reach = (w.dilation[i] as number) * ((w.kernel[i] as number) - 1) + 1;
    const count = Math.ceil((n + 2 * p - reach) / s) + 1;
    return (count - 1) * s >= n + p ? count - 1 : count;
  });
}

/** One number per window, shaped like the windows' grid. */
export function onGrid(y: Value, x: Value, counts: readonly number[]): Value {
  return reshape(y, [...shapeOf(x).slice(0, -counts.length), ...counts]);
}
