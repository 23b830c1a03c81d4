import { ShapeError } from "../errors/classes.ts";
import { formatShape } from "../tensor/shape.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { shapeOf, type Value } from "../value.ts";
import { broadcastInDim } from "./broadcast.ts";
import { swapAxes } from "./transpose.ts";

export interface MeshgridOptions {
  /** `ij`: axis k belongs to vector k; `xy`: the first two axes are exchanged. */
  readonly indexing?: "ij" | "xy";
}

/**
 * The coordinates of a grid: vector k repeated along all axes but its own.
 *
 * @example
 * meshgrid([tensor([1, 2]), tensor([3, 4, 5])])[0].shape; // [2, 3]
 */
export function meshgrid(vectors: readonly Tensor[], options?: MeshgridOptions): Tensor[];
export function meshgrid(vectors: readonly Value[], options?: MeshgridOptions): Value[];
export function meshgrid(
  vectors: readonly Value[],
  { indexing = "ij" }: MeshgridOptions = {},
): Value[] {
  const shape = vectors.map((x) => {
    const own = shapeOf(x);
    if (own.length === 1) return own[0] as number;
    throw new ShapeError("meshgrid", "vectors", formatShape(own), "flatten or reshape each one");
  });
  return vectors.map((x, axis) => {
    const grid = broadcastInDim(x, shape, [axis]);
    return indexing === "xy" && shape.length > 1 ? swapAxes(grid, 0, 1) : grid;
  });
}
