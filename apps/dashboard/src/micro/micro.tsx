import type { MicroRow } from "../results/document.ts";
import { significant, thousands } from "../results/format.ts";
import { Section } from "../ui/section.tsx";

/** Single operations and large gradients against hand-written code, with what is aimed at. */
export function Micro({ rows }: { readonly rows: readonly MicroRow[] }) {
  return (
    <Section
      id="micro"
      title="Single operations"
      lead="What one operation costs by itself, and two large gradients against hand-written JavaScript. A goal is what a design of this kind is known to reach."
    >
      <div class="scroll">
        <table class="numbers micro">
          <thead>
            <tr>
              <th scope="col">measured</th>
              <th scope="col" class="number">
                median
              </th>
              <th scope="col" class="number">
                95 % interval
              </th>
              <th scope="col">unit</th>
              <th scope="col" class="number">
                goal
              </th>
              <th scope="col">against the goal</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Line key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function Line({
  row: { title, unit, status, message, median, low, high, noisy, goal },
}: {
  readonly row: MicroRow;
}) {
  return (
    <tr>
      <th scope="row">{title}</th>
      <td class="number">{median === null ? "–" : <b>{significant(median)}</b>}</td>
      <td class="number">
        {low === null || high === null ? "–" : `${significant(low)} … ${significant(high)}`}
      </td>
      <td>
        {unit}
        {noisy && <small> noisy</small>}
      </td>
      <td class="number">{goal === null ? "" : thousands(goal)}</td>
      <td>
        {status !== "ok" ? (
          `${status}: ${message ?? ""}`
        ) : (
          <AgainstGoal median={median} goal={goal} />
        )}
      </td>
    </tr>
  );
}

/** A bar as long as the measured part of the goal; the goal is the mark in its middle. */
function AgainstGoal({
  median,
  goal,
}: {
  readonly median: number | null;
  readonly goal: number | null;
}) {
  if (median === null || goal === null) return null;
  const part = median / goal;
  return (
    <span class="goal">
      <span class="goal-bar" aria-hidden="true">
        <span
          class={part <= 1 ? "met" : "missed"}
          style={{ width: `${Math.min(100, 50 * part)}%` }}
        />
      </span>
      {part <= 1 ? "met" : `${significant(part)}×`}
    </span>
  );
}
