import { type Cell, geometricMean, isRight } from "../results/cells.ts";
import { significant } from "../results/format.ts";

interface MeanRowProps {
  readonly backends: readonly string[];
  readonly cells: readonly Cell[];
}

/** The geometric mean of the right cells of each backend, and how many they are. */
export function MeanRow({ backends, cells }: MeanRowProps) {
  return (
    <tfoot>
      <tr>
        <th scope="row" colSpan={2}>
          geometric mean <small>of its right cells</small>
        </th>
        {backends.map((backend) => {
          const own = cells.filter((cell) => cell.backend === backend);
          const right = own.filter((cell) => isRight(cell) && cell.ratio !== null);
          const mean = geometricMean(right.map((cell) => cell.ratio ?? 1));
          return (
            <td key={backend}>
              <b>{mean === null ? "–" : significant(mean)}</b>
              <small>
                {right.length} of {own.length}
              </small>
            </td>
          );
        })}
      </tr>
    </tfoot>
  );
}
