import type { CellState } from "../results/cells.ts";

/** A drawing of 16 × 16 for each state, so that no state is known by its colour alone. */
const drawings: Record<CellState, string> = {
  ok: "M3 8.5l3.2 3.2L13 4.8",
  noisy: "M1.5 9.5c2-4.5 4-4.5 6.5-1.5s4.5 3 6.5-1.5",
  wrong: "M4 4l8 8M12 4l-8 8",
  unsupported: "M8 2.5a5.5 5.5 0 1 0 .01 0M4.2 11.8l7.6-7.6",
  timeout: "M8 2.5a5.5 5.5 0 1 0 .01 0M8 5v3.2l2.2 1.6",
  "out-of-memory":
    "M4.5 4.5h7v7h-7zM6.5 2v2.5M9.5 2v2.5M6.5 11.5V14M9.5 11.5V14M2 6.5h2.5M2 9.5h2.5M11.5 6.5H14M11.5 9.5H14",
  error: "M8 2.2L14.2 13H1.8zM8 6.2v3.2M8 11v.4",
  "not-run": "M5 8h6",
};

export function StateIcon({ state }: { readonly state: CellState }) {
  return (
    <svg class="state-icon" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <path d={drawings[state]} />
    </svg>
  );
}

/** What a state means, in words. */
export const stateTexts: Record<CellState, readonly [name: string, meaning: string]> = {
  ok: ["ok", "the derivative agrees with the reference"],
  noisy: ["noisy", "right, but the 95 % interval is wider than a tenth of the time"],
  wrong: ["wrong", "the derivative does not agree with the reference"],
  unsupported: ["unsupported", "the backend says that it cannot"],
  timeout: ["timeout", "took too long, or was certain to"],
  "out-of-memory": ["out of memory", "did not fit"],
  error: ["error", "failed in another way"],
  "not-run": ["not run", "the results file has no row for it"],
};
