import { findProblem } from "@wengert/ad-problems";
import { type Cell, cellKey, notRun } from "../results/cells.ts";
import { thousands } from "../results/format.ts";
import { chooseSizes, type ProblemOutline } from "../results/outline.ts";
import { cells, chosen, sizeChoice } from "../state.ts";
import type { ColourScale } from "./colour-scale.ts";
import { HeatCell } from "./heat-cell.tsx";
import { MeanRow } from "./mean-row.tsx";

interface HeatTableProps {
  readonly problems: readonly ProblemOutline[];
  readonly backends: readonly string[];
  readonly scale: ColourScale;
}

/** Problems downwards, suite by suite; backends across. */
export function HeatTable({ problems, backends, scale }: HeatTableProps) {
  const rows = shownRows(problems, backends);
  return (
    <div class="scroll">
      <table class="heat" style={{ minWidth: `${310 + 112 * backends.length}px` }}>
        <colgroup>
          <col class="names" />
          <col class="sizes" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">problem</th>
            <th scope="col" class="number">
              size
            </th>
            {backends.map((backend) => (
              <th key={backend} scope="col">
                {backend}
              </th>
            ))}
          </tr>
        </thead>
        {[...new Set(rows.map((row) => row.suite))].map((suite) => (
          <tbody key={suite}>
            <tr class="suite">
              <th scope="rowgroup" colSpan={2 + backends.length}>
                {suiteTitle(suite)}
              </th>
            </tr>
            {rows
              .filter((row) => row.suite === suite)
              .map((row) => (
                <HeatRow key={`${row.problem}/${row.size}`} {...row} scale={scale} />
              ))}
          </tbody>
        ))}
        <MeanRow backends={backends} cells={rows.flatMap((row) => row.cells)} />
      </table>
    </div>
  );
}

interface ShownRow {
  readonly suite: string;
  readonly problem: string;
  readonly size: number;
  readonly cells: readonly Cell[];
}

/** The rows of the chosen sizes, a cell for every backend. */
export function shownRows(
  problems: readonly ProblemOutline[],
  backends: readonly string[],
): ShownRow[] {
  return problems.flatMap(({ suite, problem, sizes }) =>
    chooseSizes(sizes, sizeChoice.value).map((size) => ({
      suite,
      problem,
      size,
      cells: backends.map(
        (name) => cells.value.get(cellKey(problem, size, name)) ?? notRun(problem, size, name),
      ),
    })),
  );
}

function HeatRow({ problem, size, cells: row, scale }: ShownRow & { readonly scale: ColourScale }) {
  const known = findProblem(problem);
  return (
    <tr class={chosen.problem.value === problem ? "chosen" : ""}>
      <th scope="row">
        <button
          type="button"
          class="problem"
          title={known ? `${known.title}\n${known.formula}` : problem}
          onClick={() => {
            chosen.problem.value = problem;
            document.getElementById("growth")?.scrollIntoView();
          }}
        >
          {problem}
        </button>
      </th>
      <td class="number size" title={known?.sizeMeaning}>
        {thousands(size)}
      </td>
      {row.map((cell) => (
        <HeatCell key={cell.backend} cell={cell} scale={scale} />
      ))}
    </tr>
  );
}

/** `A-worked-examples` → `A · worked examples` */
function suiteTitle(suite: string): string {
  return suite.replace(/^([A-Z])-/, "$1 · ").replaceAll("-", " ");
}
