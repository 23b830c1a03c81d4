import {
  add,
  type Backend,
  type FlatFunction,
  isVar,
  type Leaves,
  mul,
  shapeOf,
  sizeOf,
  stopGradient,
  Tensor,
  type Value,
  zerosLike,
} from "@wengert/ad-core";

/** Faults in the sweeps themselves, put around a backend that is right. */
type Sweep = (rows: readonly Leaves[], seeds: readonly Leaves[], x: Leaves) => readonly Leaves[];

/** Change what comes out of every pushforward and pullback. */
function afterSweep(backend: Backend, name: string, change: Sweep): Backend {
  const { pushforward, pullback } = backend;
  return {
    ...backend,
    name: `${name}(${backend.name})`,
    ...(pushforward && {
      pushforward(f: FlatFunction, x: Leaves, tangents: readonly Leaves[]) {
        const swept = pushforward.call(backend, f, x, tangents);
        return { ...swept, tangents: change(swept.tangents, tangents, x) };
      },
    }),
    ...(pullback && {
      pullback(f: FlatFunction, x: Leaves) {
        const recorded = pullback.call(backend, f, x);
        return { ...recorded, pull: (c: readonly Leaves[]) => change(recorded.pull(c), c, x) };
      },
    }),
  };
}

/** Every derivative with the wrong sign. */
export const negated = (backend: Backend): Backend =>
  afterSweep(backend, "negated", (rows) => rows.map((row) => row.map((leaf) => mul(-1, leaf))));

/** All members of a batch get the result of the first. */
export const firstOfBatch = (backend: Backend): Backend =>
  afterSweep(backend, "firstOfBatch", (rows) => rows.map(() => rows[0] as Leaves));

/** Results are rounded to single precision. */
export const rounded = (backend: Backend): Backend =>
  afterSweep(backend, "rounded", (rows) =>
    rows.map((row) =>
      row.map((leaf) => {
        if (isVar(leaf)) return leaf;
        if (typeof leaf === "number") return Math.fround(leaf);
        return new Tensor(leaf.data.map(Math.fround), leaf.shape, leaf.dtype);
      }),
    ),
  );

/** Seeds are normalised away: the result does not depend on their size. */
export const unscaledSeed = (backend: Backend): Backend =>
  afterSweep(backend, "unscaledSeed", (rows, seeds) =>
    rows.map((row, k) => {
      const seed = seeds[k]?.[0];
      const size = typeof seed === "number" && seed !== 0 ? Math.abs(seed) : 1;
      return row.map((leaf) => mul(1 / size, leaf));
    }),
  );

/** The results of the previous call, where they fit: buffers that were not refreshed. */
export function stale(backend: Backend): Backend {
  let last: readonly Leaves[] | undefined;
  return afterSweep(backend, "stale", (rows) => {
    const fits =
      last?.length === rows.length &&
      rows.every((row, k) =>
        row.every((leaf, i) => {
          const old = last?.[k]?.[i];
          return old !== undefined && !isVar(old) && shapeOf(old).join() === shapeOf(leaf).join();
        }),
      );
    const returned = fits ? (last as readonly Leaves[]) : rows;
    last = rows;
    return returned;
  });
}

/** J instead of Jᵀ, and Jᵀ instead of J, where the sizes allow it. */
export function transposed(backend: Backend): Backend {
  const { pushforward, pullback } = backend;
  const square = (x: Leaves, y: Leaves): boolean =>
    x.length === 1 &&
    y.length === 1 &&
    x.concat(y).every((v) => v instanceof Tensor && v.size > 1) &&
    sizeOf(shapeOf(x[0] as Value)) === sizeOf(shapeOf(y[0] as Value));
  const units = (x: Tensor): Leaves[] =>
    Array.from(x.data, (_, k) => {
      const unit = new Float64Array(x.size);
      unit[k] = 1;
      return [new Tensor(unit, x.shape, "f64")];
    });
  /** Σₖ ⟨rows of Mₖ, seed⟩ eₖ */
  const contract = (images: readonly Leaves[], seed: Tensor): Leaves => {
    const out = images.map(([image]) =>
      Array.from((image as Tensor).data).reduce(
        (sum, v, i) => sum + v * (seed.data[i] as number),
        0,
      ),
    );
    return [new Tensor(Float64Array.from(out), seed.shape, "f64")];
  };
  return {
    ...backend,
    name: `transposed(${backend.name})`,
    ...(pushforward && {
      pushforward(f: FlatFunction, x: Leaves, tangents: readonly Leaves[]) {
        const swept = pushforward.call(backend, f, x, tangents);
        if (!square(x, swept.value)) return swept;
        const columns = pushforward.call(backend, f, x, units(x[0] as Tensor)).tangents;
        return { ...swept, tangents: tangents.map(([t]) => contract(columns, t as Tensor)) };
      },
    }),
    ...(pullback && {
      pullback(f: FlatFunction, x: Leaves) {
        const recorded = pullback.call(backend, f, x);
        if (!square(x, recorded.value)) return recorded;
        const rows = recorded.pull(units(recorded.value[0] as Tensor));
        return {
          ...recorded,
          pull: (cs: readonly Leaves[]) => cs.map(([c]) => contract(rows, c as Tensor)),
        };
      },
    }),
  };
}

/** Outer variables are read as numbers, so that second derivatives silently vanish. */
export function zeroHvp(backend: Backend): Backend {
  const { pushforward, pullback } = backend;
  const blind = (x: Leaves): Leaves => x.map((leaf) => stopGradient(leaf));
  return {
    ...backend,
    name: `zeroHvp(${backend.name})`,
    ...(pushforward && {
      pushforward: (f: FlatFunction, x: Leaves, t: readonly Leaves[]) =>
        pushforward.call(backend, f, blind(x), t),
    }),
    ...(pullback && {
      pullback: (f: FlatFunction, x: Leaves) => pullback.call(backend, f, blind(x)),
    }),
  };
}

/** Skips what has value zero although it is active: the strong zero where it is not valid. */
export const valueZero = (backend: Backend): Backend =>
  afterSweep(backend, "valueZero", (rows) =>
    rows.map((row) =>
      row.map((leaf) => {
        const seen = stopGradient(leaf);
        return isVar(leaf) && typeof seen === "number" && seen === 0 ? zerosLike(leaf) : leaf;
      }),
    ),
  );

/** Claims to be exact and computes differences. */
export const overclaiming = (backend: Backend): Backend => ({
  name: `overclaiming(${backend.name})`,
  api: 1,
  capabilities: { ...backend.capabilities, mode: "forward", exact: true, batch: 1 },
  pushforward(f, x, tangents) {
    const h = 1e-6;
    const shifted = (t: Leaves, by: number): Leaves =>
      f(x.map((leaf, i) => add(leaf, mul(by, t[i] as Value))));
    return {
      value: f(x),
      tangents: tangents.map((t) => {
        const [up, down] = [shifted(t, h), shifted(t, -h)];
        return up.map((y, i) => mul(1 / (2 * h), add(y, mul(-1, down[i] as Value))));
      }),
    };
  },
});

/** Never gives anything back. */
export function leaking(backend: Backend): Backend {
  const kept: unknown[] = [];
  const { pushforward, pullback } = backend;
  return {
    ...backend,
    name: `leaking(${backend.name})`,
    ...(pushforward && {
      pushforward(f: FlatFunction, x: Leaves, t: readonly Leaves[]) {
        const keeping: FlatFunction = (leaves) => {
          const y = f(leaves);
          kept.push(y, new Float64Array(2_500));
          return y;
        };
        return pushforward.call(backend, keeping, x, t);
      },
    }),
    ...(pullback && {
      pullback(f: FlatFunction, x: Leaves) {
        const recorded = pullback.call(backend, f, x);
        kept.push(recorded, new Float64Array(2_500));
        return recorded;
      },
    }),
  };
}

/** Turns errors of f into results. */
export function swallowing(backend: Backend): Backend {
  const { pushforward, pullback } = backend;
  const guarded =
    (f: FlatFunction): FlatFunction =>
    (leaves) => {
      try {
        return f(leaves);
      } catch {
        return [0];
      }
    };
  return {
    ...backend,
    name: `swallowing(${backend.name})`,
    ...(pushforward && {
      pushforward: (f: FlatFunction, x: Leaves, t: readonly Leaves[]) =>
        pushforward.call(backend, guarded(f), x, t),
    }),
    ...(pullback && {
      pullback: (f: FlatFunction, x: Leaves) => pullback.call(backend, guarded(f), x),
    }),
  };
}
