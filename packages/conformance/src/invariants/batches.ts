import { type FlatFunction, grad, jacobian, type Leaves, type Tensor } from "@wengert/ad-core";
import { close } from "../kit/compare.ts";
import type { Case } from "../kit/suite.ts";
import { energyOf } from "./identities.ts";
import { type Program, scattered } from "./programs.ts";

/** A batch gives what its members give one by one; the same call gives the same bits. */
export function batchAndDeterminismCases(program: Program): Case[] {
  const { name, f, x, result } = program;
  const flat: FlatFunction = ([leaf]) => [f(leaf as Tensor)];
  const many = (shape: readonly number[], size: number): Leaves[] =>
    Array.from({ length: size }, (_, k) => [scattered(shape, k)]);
  return [
    {
      name: `batches of every size agree with single sweeps: ${name}`,
      run(backend, { first }) {
        for (const size of [2, 3, 8, 9]) {
          const tangents = many(x.shape, size);
          close(
            backend.pushforward?.(flat, [x], tangents).tangents,
            backend.pushforward &&
              tangents.map((t) => backend.pushforward?.(flat, [x], [t]).tangents[0]),
            first,
          );
          const cotangents = many(result, size);
          const recorded = backend.pullback?.(flat, [x]);
          const singly = recorded && cotangents.map((c) => recorded.pull([c])[0]);
          close(recorded?.pull(cotangents), singly, first);
        }
      },
    },
    {
      name: `the same call gives the same bits: ${name}`,
      operator: "grad",
      run(backend) {
        if (!backend.capabilities.deterministic) return;
        const energy = energyOf(program);
        const all = (): unknown => [grad(energy, { backend })(x), jacobian(f, { backend })(x)];
        close(all(), all(), 0);
      },
    },
  ];
}
