import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { type Baseline, type Cell, cellsOf } from "./results/cells.ts";
import type { ResultsDocument } from "./results/document.ts";
import type { Results } from "./results/load.ts";
import { type SizeChoice, sizeChoices } from "./results/outline.ts";
import { linked } from "./url/linked.ts";

/** What the page shows; everything else follows from it. */
export const results = signal<Results>({ state: "loading" });

/** What the address remembers of the results. */
export const chosen = {
  baseline: linked("baseline", "value"),
  size: linked("size", "largest"),
  problem: linked("problem", ""),
  /** `problem/size/backend` of the cell whose details are open. */
  cell: linked("cell", ""),
  measure: linked("measure", "time"),
};

export const baseline: ReadonlySignal<Baseline> = computed(() =>
  chosen.baseline.value === "hand-written" ? "hand-written" : "value",
);

export const sizeChoice: ReadonlySignal<SizeChoice> = computed(
  () => sizeChoices.find((choice) => choice === chosen.size.value) ?? "largest",
);

/** The results file, once it is there. */
export const loaded: ReadonlySignal<ResultsDocument | undefined> = computed(() =>
  results.value.state === "loaded" ? results.value.document : undefined,
);

export const cells: ReadonlySignal<ReadonlyMap<string, Cell>> = computed(() =>
  loaded.value ? cellsOf(loaded.value, baseline.value) : new Map(),
);
