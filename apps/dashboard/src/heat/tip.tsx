import { signal } from "@preact/signals";
import type { Cell } from "../results/cells.ts";
import { CellFacts } from "./cell-facts.tsx";

interface Tip {
  readonly cell: Cell;
  readonly left: number;
  readonly top: number;
  readonly above: boolean;
}

const tip = signal<Tip | undefined>(undefined);

const width = 340;

/** Show the facts of a cell beside it: below, or above where the window ends. */
export function showTip(cell: Cell, element: HTMLElement): void {
  const box = element.getBoundingClientRect();
  const above = box.bottom > innerHeight * 0.6;
  tip.value = {
    cell,
    left: Math.max(8, Math.min(box.left + box.width / 2 - width / 2, innerWidth - width - 8)),
    top: above ? box.top - 8 : box.bottom + 8,
    above,
  };
}

export function hideTip(): void {
  tip.value = undefined;
}

/** The one tooltip of the page. */
export function TipLayer() {
  const shown = tip.value;
  if (!shown) return null;
  const { cell, left, top, above } = shown;
  return (
    <div
      class={`tip ${above ? "above" : ""}`}
      role="tooltip"
      style={{ left: `${left}px`, top: `${top}px`, width: `${width}px` }}
    >
      <CellFacts cell={cell} />
    </div>
  );
}
