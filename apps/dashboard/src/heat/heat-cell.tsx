import type { Cell } from "../results/cells.ts";
import { cellKey } from "../results/cells.ts";
import { formatSpread, significant } from "../results/format.ts";
import { chosen } from "../state.ts";
import type { ColourScale } from "./colour-scale.ts";
import { StateIcon, stateTexts } from "./state-icon.tsx";
import { hideTip, showTip } from "./tip.tsx";

interface HeatCellProps {
  readonly cell: Cell;
  readonly scale: ColourScale;
}

/** One cell: its look says the state, its colour and number the ratio. A click keeps its facts open. */
export function HeatCell({ cell, scale }: HeatCellProps) {
  const { state, ratio } = cell;
  const key = cellKey(cell.problem, cell.size, cell.backend);
  const coloured = (state === "ok" || state === "noisy") && ratio !== null;
  const style = coloured ? { "--fill": scale.fill(ratio), "--text": scale.ink(ratio) } : {};
  return (
    <td>
      <button
        type="button"
        class={`cell cell-${state}`}
        style={style}
        data-cell={key}
        data-state={state}
        aria-pressed={chosen.cell.value === key}
        onMouseEnter={(event) => showTip(cell, event.currentTarget)}
        onMouseLeave={hideTip}
        onFocus={(event) => showTip(cell, event.currentTarget)}
        onBlur={hideTip}
        onClick={() => {
          chosen.cell.value = chosen.cell.value === key ? "" : key;
          chosen.problem.value = cell.problem;
          hideTip();
        }}
      >
        <Content cell={cell} />
      </button>
    </td>
  );
}

function Content({ cell: { state, ratio, spread } }: { readonly cell: Cell }) {
  const number = ratio === null ? undefined : <b>{significant(ratio)}</b>;
  const plusMinus =
    spread === null ? undefined : <small>{spread === 0 ? "baseline" : formatSpread(spread)}</small>;
  if (state === "ok") {
    return (
      <>
        {number ?? <b>–</b>}
        {plusMinus}
      </>
    );
  }
  const [name] = stateTexts[state];
  return (
    <>
      <span class="cell-head">
        <StateIcon state={state} />
        {state === "noisy" || (state === "wrong" && number) ? number : name}
      </span>
      {state === "noisy" ? plusMinus : state === "wrong" && number && <small>wrong</small>}
    </>
  );
}
