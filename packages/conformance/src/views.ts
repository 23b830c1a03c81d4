import type { Backend } from "@wengert/ad-core";

/*
 * Views pretend that a backend has one primitive only, so that all of core's derivations of the
 * other operators are exercised.
 */

/** A backend of which only `pushforward` shows. */
export function pushforwardOnly(backend: Backend): Backend {
  const { pushforward } = backend;
  if (pushforward === undefined) throw missing(backend, "pushforward");
  return {
    name: `pushforwardOnly(${backend.name})`,
    api: 1,
    capabilities: { ...backend.capabilities, mode: "forward" },
    pushforward: (f, x, tangents) => pushforward.call(backend, f, x, tangents),
  };
}

/** A backend of which only `pullback` shows. */
export function pullbackOnly(backend: Backend): Backend {
  const { pullback } = backend;
  if (pullback === undefined) throw missing(backend, "pullback");
  return {
    name: `pullbackOnly(${backend.name})`,
    api: 1,
    capabilities: { ...backend.capabilities, mode: "reverse" },
    pullback: (f, x) => pullback.call(backend, f, x),
  };
}

/** No derivative at all: f at points. Everything else is core's difference quotients. */
export function valuesOnly(): Backend {
  return {
    name: "valuesOnly",
    api: 1,
    capabilities: {
      mode: "zero-order",
      exact: false,
      batch: 1,
      nestsInside: "any",
      nestsOutside: "any",
      nativeControlFlow: true,
      dtypes: ["f64"],
      deterministic: true,
      memory: "O(1)",
    },
    values: (f, points) => points.map((x) => f(x)),
  };
}

/** One backend's pushforward and another's pullback, so that core has both to choose from. */
export function bothModes(forward: Backend, reverse: Backend): Backend {
  const [{ pushforward }, { pullback }] = [pushforwardOnly(forward), pullbackOnly(reverse)];
  return {
    name: `bothModes(${forward.name}, ${reverse.name})`,
    api: 1,
    capabilities: { ...forward.capabilities, mode: "both", memory: "O(N)" },
    ...(pushforward && { pushforward }),
    ...(pullback && { pullback }),
  };
}

function missing({ name }: Backend, method: string): TypeError {
  return new TypeError(
    `[ad-conformance] ${method}Only: expected a backend with ${method}, got ${name}`,
  );
}
