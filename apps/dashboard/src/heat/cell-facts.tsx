import type { Cell } from "../results/cells.ts";
import type { Row, Timing } from "../results/document.ts";
import {
  formatBytes,
  formatSeconds,
  scientific,
  significant,
  thousands,
} from "../results/format.ts";
import { StateIcon, stateTexts } from "./state-icon.tsx";

/** Everything that the results file says of a cell. */
export function CellFacts({ cell }: { readonly cell: Cell }) {
  const { row, state } = cell;
  return (
    <div class="cell-facts">
      <p class="cell-title">
        <b>{cell.backend}</b> on <b>{cell.problem}</b>, size {thousands(cell.size)}
      </p>
      <p class={`cell-state text-${state}`}>
        <StateIcon state={state} /> {stateTexts[state][0]}: {row?.message ?? stateTexts[state][1]}
      </p>
      {row && (
        <dl>
          {factsOf(row).map(([term, text]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

function factsOf(row: Row): (readonly [string, string])[] {
  const facts: (readonly [string, string | null])[] = [
    ["derivative", row.time && interval(row.time)],
    ["value", row.valueTime && interval(row.valueTime)],
    ["÷ own value", row.ratioToValue === null ? null : `${significant(row.ratioToValue)}×`],
    [
      "÷ hand-written",
      row.ratioToHandWritten === null ? null : `${significant(row.ratioToHandWritten)}×`,
    ],
    ["evaluations of f", row.primalEvaluations === null ? null : thousands(row.primalEvaluations)],
    ["relative error", row.error === null ? null : errorText(row)],
    ["peak memory", row.peakBytes === null ? null : formatBytes(row.peakBytes)],
    ["first call", row.firstCallSeconds === null ? null : formatSeconds(row.firstCallSeconds)],
    ["made by", row.via],
    [
      "inputs → outputs",
      row.inputs === null ? null : `${thousands(row.inputs)} → ${thousands(row.outputs ?? 0)}`,
    ],
  ];
  return facts.filter((fact): fact is readonly [string, string] => fact[1] !== null);
}

/** The median and its 95 % interval. */
function interval({ median, low, high }: Timing): string {
  return `${formatSeconds(median)} (${formatSeconds(low)} … ${formatSeconds(high)})`;
}

function errorText({ error, tolerance, reference }: Row): string {
  return `${scientific(error ?? 0, 1)} against ${reference}, allowed ${scientific(tolerance)}`;
}
