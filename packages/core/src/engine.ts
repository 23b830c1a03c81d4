import type { Op, Params } from "./op.ts";
import type { DType } from "./tensor/dtype.ts";
import type { Shape } from "./tensor/shape.ts";
import type { Passive } from "./value.ts";

/** What is known of a value before it is computed. */
export interface AbstractValue {
  readonly shape: Shape;
  readonly dtype: DType;
}

/** One step vᵢ = op(…) of a staged Wengert list. */
export interface Equation {
  readonly op: Op["name"];
  readonly params: Params;
  readonly operands: readonly number[];
  readonly results: readonly number[];
}

/** A staged Wengert list: values are numbered, inputs first, each result once. */
export interface Graph {
  readonly values: readonly AbstractValue[];
  readonly inputs: readonly number[];
  readonly equations: readonly Equation[];
  readonly outputs: readonly number[];
}

/** A compiled graph. */
export interface Executable {
  run(inputs: readonly Passive[]): readonly Passive[];
  /** Write the results into `out` and allocate nothing. */
  into(out: readonly Passive[], inputs: readonly Passive[]): void;
  /** Planned peak memory, known before the first run. */
  readonly peakBytes: number;
  readonly flops: number;
}

/** Runs graphs and knows no derivative: orthogonal to {@link Backend}. */
export interface Engine {
  readonly name: string;
  readonly dtypes: readonly DType[];
  /** Can values be read synchronously, so that native control flow may look at them? */
  readonly syncRead: boolean;
  supports(op: Op["name"]): boolean;
  compile(graph: Graph): Executable;
}
