import { effect, type Signal, signal } from "@preact/signals";
import { formatHash, parseHash } from "./hash.ts";

interface Link {
  readonly signal: Signal<string>;
  readonly initial: string;
}

const links = new Map<string, Link>();

/** A signal that the address carries under that name, unless it has its initial value. */
export function linked(name: string, initial: string): Signal<string> {
  const value = signal(parseHash(location.hash)[name] ?? initial);
  links.set(name, { signal: value, initial });
  return value;
}

/** Keep the address and the linked signals equal, both ways. */
export function followHash(): void {
  addEventListener("hashchange", () => {
    const state = parseHash(location.hash);
    for (const [name, link] of links) link.signal.value = state[name] ?? link.initial;
  });
  effect(() => {
    const state = Object.fromEntries(
      [...links].map(([name, link]) => {
        const { value } = link.signal;
        return [name, value === link.initial ? "" : value];
      }),
    );
    const hash = formatHash(state);
    // Stepping through a table must not fill the history, so the entry is replaced.
    if (hash !== location.hash)
      history.replaceState(null, "", hash || location.pathname + location.search);
  });
}
