import { adjointName, tangentName } from "./names.ts";
import type { Sweep } from "./sweep.ts";

interface StepTableProps {
  readonly sweep: Sweep;
  readonly visited: number;
  goTo(visited: number): void;
}

/** The lecture's table: every vᵢ, how it is made, its value, and its tangent or adjoint. */
export function StepTable({ sweep, visited, goTo }: StepTableProps) {
  const forward = sweep.mode === "forward";
  return (
    <div class="scroll">
      <table class="steps" aria-label={`${sweep.mode} sweep`}>
        <thead>
          <tr>
            <th scope="col" class="number">
              step
            </th>
            <th scope="col">vᵢ</th>
            <th scope="col">made by</th>
            <th scope="col">op</th>
            <th scope="col" class="number">
              value
            </th>
            <th scope="col" class="number">
              {forward ? "tangent v̇ᵢ" : "adjoint v̄ᵢ"}
            </th>
          </tr>
        </thead>
        <tbody>
          {sweep.rows.map((row, i) => {
            const passed = i < visited;
            const phase = i === visited - 1 ? "now" : passed ? "done" : "ahead";
            return (
              <tr
                key={row.row}
                class={phase}
                aria-current={phase === "now" ? "step" : undefined}
                onClick={() => goTo(i + 1)}
              >
                <td class="number">{i + 1}</td>
                <th scope="row">{row.name}</th>
                <td>{row.expression}</td>
                <td>
                  <code>{row.op}</code>
                </td>
                <td class="number">{passed || !forward ? row.value : "·"}</td>
                <td class="number derivative">
                  {passed ? (
                    <>
                      <small>{forward ? tangentName(row.name) : adjointName(row.name)} =</small>{" "}
                      {row.derivative}
                    </>
                  ) : (
                    "·"
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
