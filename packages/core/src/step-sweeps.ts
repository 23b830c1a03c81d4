import type { Leaves } from "./backend.ts";
import type { Entry, StepTracer } from "./interpreters/step-tracer.ts";
import {
  pullBilinear,
  pullBinary,
  pushBilinear,
  pushBinary,
  pushLinear,
  pushUnary,
} from "./local-jacobian.ts";
import { Basis } from "./operators/basis.ts";
import { onesLike } from "./operators/call.ts";
import { add } from "./ops/arithmetic.ts";
import { stack } from "./ops/concatenate.ts";
import { shapeOf, type Value } from "./value.ts";

/*
 * The two sweeps over a recorded Wengert list, as the textbook writes them. The backends do the same
 * while they record (forward) or from what they kept (the tape).
 */

/** for i = 1 … N: v̇ᵢ = Σⱼ ∂vᵢ/∂vⱼ v̇ⱼ */
export function forwardSweep(tracer: StepTracer, x: Leaves): (Value | undefined)[] {
  const basis = new Basis(x);
  const seeds = basis.directions(0, basis.size);
  const tangents: (Value | undefined)[] = x.map((_, i) => {
    const column = seeds.map((seed) => seed[i] as Value);
    return column.length === 1 ? column[0] : stack(column);
  });
  for (let i = x.length; i < tracer.entries.length; i++) {
    const entry = tracer.entries[i] as Entry;
    tangents[i] = push(
      entry,
      entry.rows.map((row) => (row === undefined ? undefined : tangents[row])),
    );
  }
  return tangents;
}

function push(entry: Entry, tangents: readonly (Value | undefined)[]): Value | undefined {
  const { op, operands, results, params } = entry;
  const [a, b] = operands as [Value, Value];
  const y = results[entry.index] as Value;
  if (op.kind === "linear") return pushLinear(op, operands, tangents, params);
  if (op.kind === "bilinear") return pushBilinear(op, a, b, tangents[0], tangents[1], params);
  if (op.kind === "structured") return op.jvp(operands, results, tangents, params)[entry.index];
  if (op.kind === "inert") return undefined;
  if (op.arity === 1) return pushUnary(op, a, y, tangents[0] as Value);
  return pushBinary(op, a, b, y, tangents[0], tangents[1]);
}

/** v̄_N = 1; for i = N … 1: v̄ⱼ += v̄ᵢ ∂vᵢ/∂vⱼ for every operand j */
export function reverseSweep(
  tracer: StepTracer,
  result: number | undefined,
): (Value | undefined)[] {
  const adjoints = new Array<Value | undefined>(tracer.entries.length).fill(undefined);
  if (result !== undefined) adjoints[result] = onesLike(tracer.values[result] as Value);
  for (let i = tracer.entries.length - 1; i >= 0; i--) {
    const entry = tracer.entries[i];
    const adjoint = adjoints[i];
    if (entry === undefined || adjoint === undefined) continue;
    entry.rows.forEach((row, k) => {
      if (row === undefined) return;
      const contribution = pull(entry, adjoint, k);
      const sum = adjoints[row];
      if (contribution !== undefined)
        adjoints[row] = sum === undefined ? contribution : add(sum, contribution);
    });
  }
  return adjoints;
}

function pull(entry: Entry, adjoint: Value, k: number): Value | undefined {
  const { op, operands, results, params } = entry;
  const [a, b] = operands as [Value, Value];
  const y = results[entry.index] as Value;
  if (op.kind === "linear") {
    const inert = operands.slice(operands.length - op.inert);
    return op.transpose(adjoint, k, operands.map(shapeOf), inert, params);
  }
  if (op.kind === "bilinear") return pullBilinear(op, a, b, adjoint, k as 0 | 1, params);
  if (op.kind === "structured") {
    const cotangents = results.map((_, i) => (i === entry.index ? adjoint : undefined));
    return op.vjp(operands, results, cotangents, params)[k];
  }
  if (op.kind === "inert") return undefined;
  if (op.arity === 1) return pushUnary(op, a, y, adjoint);
  return pullBinary(op, a, b, y, adjoint, k as 0 | 1);
}
