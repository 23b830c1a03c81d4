import { type Cell, cellStates } from "../results/cells.ts";
import { StateIcon, stateTexts } from "./state-icon.tsx";

/** The eight looks with their names, and how many of the shown cells have each. */
export function StateKey({ cells }: { readonly cells: readonly Cell[] }) {
  return (
    <ul class="state-key" aria-label="Looks of a cell">
      {cellStates.map((state) => {
        const [name, meaning] = stateTexts[state];
        const count = cells.filter((cell) => cell.state === state).length;
        return (
          <li key={state} title={meaning} class={count === 0 ? "none" : ""}>
            <span class={`swatch cell-${state}`}>
              <StateIcon state={state} />
            </span>
            {name} <b>{count}</b>
          </li>
        );
      })}
    </ul>
  );
}
