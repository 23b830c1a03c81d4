import type { Backend } from "@wengert/ad-core";
import { forward } from "@wengert/ad-forward";
import { tape } from "@wengert/ad-tape";
import { zeroOrder } from "@wengert/ad-zero-order";

/** A backend as the harness knows it. */
export interface BackendEntry {
  readonly name: string;
  create(): Backend;
  /** The largest relative error (Euclidean norm) of a derivative that still counts as right. */
  readonly tolerance: number;
}

/** The name of the row that every other one is measured against. */
export const handWritten = "hand-written";

/** Hand-written code may sum in another order than the oracle. */
export const handWrittenTolerance = 1e-9;

export const backends: readonly BackendEntry[] = [
  { name: "forward", create: () => forward(), tolerance: 1e-9 },
  { name: "tape", create: () => tape(), tolerance: 1e-9 },
  // Central differences err by about u^(2/3) = 2e-11 times third derivatives, which may be large.
  { name: "zero-order", create: () => zeroOrder(), tolerance: 1e-4 },
];
