import { ArgumentError } from "../errors/classes.ts";
import type { Shape } from "../tensor/shape.ts";

/*
 * Structural parameters count axes from the trailing end: an op names its last `rank` axes (its
 * core) and maps over whatever stands before them (the lead).
 */

export function coreOf(shape: Shape, rank: number): Shape {
  return shape.slice(shape.length - rank);
}

export function leadOf(shape: Shape, rank: number): Shape {
  return shape.slice(0, shape.length - rank);
}

/** The axis as a negative number, −1 being the last. */
export function trailingAxis(operation: string, axis: number, rank: number): number {
  if (!Number.isInteger(axis) || axis >= rank || axis < -rank) {
    throw new ArgumentError(
      operation,
      "axis",
      rank === 0 ? "absent (the operand is a scalar)" : `an integer from ${-rank} to ${rank - 1}`,
      axis,
      "count axes from 0, or from −1 for the last",
    );
  }
  return axis >= 0 ? axis - rank : axis;
}

/** One axis, several, or all: as sorted negative numbers without repetition. */
export function trailingAxes(
  operation: string,
  axes: number | readonly number[] | undefined,
  rank: number,
): number[] {
  if (axes === undefined) return range(rank).map((i) => i - rank);
  const list = (typeof axes === "number" ? [axes] : axes).map((axis) =>
    trailingAxis(operation, axis, rank),
  );
  if (new Set(list).size !== list.length) {
    throw new ArgumentError(
      operation,
      "axes",
      "distinct",
      `[${list.join(", ")}]`,
      "name each axis once",
    );
  }
  return list.sort((a, b) => a - b);
}

/** 0, 1, …, n − 1 */
export function range(n: number): number[] {
  const out: number[] = [];
  for (let i = 0; i < n; i++) out.push(i);
  return out;
}
