import { useMemo } from "preact/hooks";
import { isRight } from "../results/cells.ts";
import type { ResultsDocument } from "../results/document.ts";
import { backendsOf, problemsOf, sizeChoices } from "../results/outline.ts";
import { baseline, cells, chosen, sizeChoice } from "../state.ts";
import { dark } from "../theme.ts";
import { Choice } from "../ui/choice.tsx";
import { Section } from "../ui/section.tsx";
import { CellFacts } from "./cell-facts.tsx";
import { ColourLegend } from "./colour-legend.tsx";
import { colourScale } from "./colour-scale.ts";
import { HeatTable, shownRows } from "./heat-table.tsx";
import { StateKey } from "./state-key.tsx";
import { TipLayer } from "./tip.tsx";

/** The table of all problems and backends, with its choices, its keys and the facts of one cell. */
export function Heat({ document }: { readonly document: ResultsDocument }) {
  const all = cells.value;
  const scale = useMemo(
    () =>
      colourScale(
        [...all.values()].filter(isRight).flatMap((cell) => cell.ratio ?? []),
        dark.value,
      ),
    [all, dark.value],
  );
  const problems = problemsOf(document);
  const backends = backendsOf(document);
  const open = all.get(chosen.cell.value);
  return (
    <Section
      id="cost"
      title="What a derivative costs"
      lead="The time of one derivative, divided by the time of the baseline in the same row. The more a cell stands out from the page, the dearer it is."
    >
      <div class="controls">
        <Choice
          label="Divided by"
          name="baseline"
          value={baseline.value}
          choose={(name) => {
            chosen.baseline.value = name;
          }}
          options={[
            ["value", "own value"],
            ["hand-written", "hand-written gradient"],
          ]}
        />
        <Choice
          label="Size"
          name="size"
          value={sizeChoice.value}
          choose={(name) => {
            chosen.size.value = name;
          }}
          options={sizeChoices.map((name) => [name, name] as const)}
        />
        <ColourLegend scale={scale} baseline={baseline.value} />
      </div>
      <HeatTable problems={problems} backends={backends} scale={scale} />
      <StateKey cells={shownRows(problems, backends).flatMap((row) => row.cells)} />
      {open && (
        <aside class="card" aria-label="Facts of the chosen cell">
          <CellFacts cell={open} />
        </aside>
      )}
      <TipLayer />
    </Section>
  );
}
