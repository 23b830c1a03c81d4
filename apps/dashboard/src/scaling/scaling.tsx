import { findProblem } from "@wengert/ad-problems";
import { useMemo } from "preact/hooks";
import type { ResultsDocument } from "../results/document.ts";
import { backendsOf, problemsOf } from "../results/outline.ts";
import { chosen } from "../state.ts";
import { dark } from "../theme.ts";
import { Choice } from "../ui/choice.tsx";
import { Figure } from "../ui/figure.tsx";
import { Section } from "../ui/section.tsx";
import { chartOptions } from "./chart-options.ts";
import { LineKey } from "./line-key.tsx";
import { looksOf } from "./looks.ts";
import { ProblemChoice } from "./problem-choice.tsx";
import { ScalingTable } from "./scaling-table.tsx";
import { type Measure, orderOf, pointsOf, valuePoints } from "./series.ts";

/** One problem: time or memory against its size, as a picture and as a table. */
export function Scaling({ document }: { readonly document: ResultsDocument }) {
  const outlines = problemsOf(document);
  const outline = outlines.find((o) => o.problem === chosen.problem.value) ?? defaultOf(outlines);
  const problem = outline?.problem ?? "";
  const measure: Measure = chosen.measure.value === "memory" ? "memory" : "time";
  const known = findProblem(problem);
  const { points, looks, options } = useMemo(() => {
    const own = pointsOf(document, problem, measure);
    const shown = measure === "time" ? [...own, ...valuePoints(document, problem)] : own;
    const all = looksOf(backendsOf(document), dark.value);
    const names = orderOf([...new Set(shown.map((p) => p.backend))]);
    const used = new Map([...all].filter(([name]) => names.includes(name)));
    const sizeMeaning = known?.sizeMeaning ?? "size";
    return {
      points: shown,
      looks: used,
      options: chartOptions({ points: shown, looks: used, measure, sizeMeaning }),
    };
  }, [document, problem, measure, dark.value]);
  const names = orderOf([...looks.keys()]);
  return (
    <Section
      id="growth"
      title="How it grows"
      lead="Both axes are logarithmic, so a power of the size is a straight line, and its exponent is the slope. Bands are 95 % intervals of the median."
    >
      <div class="controls">
        <ProblemChoice outlines={outlines} problem={problem} />
        <Choice
          label="Of one derivative"
          name="measure"
          value={measure}
          choose={(name) => {
            chosen.measure.value = name;
          }}
          options={[
            ["time", "time"],
            ["memory", "peak memory"],
          ]}
        />
      </div>
      {known && (
        <p class="formula">
          <b>{known.title}.</b> <span class="maths">{known.formula}</span>
        </p>
      )}
      <LineKey looks={looks} />
      <Figure
        label={`${measure} of a derivative of ${problem} against size; the table below has its numbers`}
        options={options}
      />
      <ScalingTable points={points} names={names} measure={measure} />
    </Section>
  );
}

/** The first problem that was run at several sizes, or the first. */
function defaultOf<T extends { readonly sizes: readonly number[] }>(
  outlines: readonly T[],
): T | undefined {
  return outlines.find((o) => o.sizes.length > 1) ?? outlines[0];
}
