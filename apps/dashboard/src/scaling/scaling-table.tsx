import { halfWidth } from "../results/cells.ts";
import { formatBytes, formatSeconds, formatSpread, thousands } from "../results/format.ts";
import { type Measure, type Point, slopeOf } from "./series.ts";

interface ScalingTableProps {
  readonly points: readonly Point[];
  readonly names: readonly string[];
  readonly measure: Measure;
}

/** The numbers of the chart: a line for each backend, a column for each size, and the exponent. */
export function ScalingTable({ points, names, measure }: ScalingTableProps) {
  const sizes = [...new Set(points.map((p) => p.size))].sort((a, b) => a - b);
  return (
    <div class="scroll">
      <table class="numbers">
        <thead>
          <tr>
            <th scope="col">size</th>
            {sizes.map((size) => (
              <th key={size} scope="col" class="number">
                {thousands(size)}
              </th>
            ))}
            <th scope="col" class="number" title={`p in ${measure} ≈ c·nᵖ, by least squares`}>
              exponent
            </th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => {
            const own = points.filter((p) => p.backend === name);
            const slope = own.length > 1 ? slopeOf(own) : undefined;
            return (
              <tr key={name}>
                <th scope="row">{name}</th>
                {sizes.map((size) => (
                  <td key={size} class="number">
                    <Measured point={own.find((p) => p.size === size)} measure={measure} />
                  </td>
                ))}
                <td class="number">{slope === undefined ? "–" : slope.toFixed(2)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Measured({
  point,
  measure,
}: {
  readonly point: Point | undefined;
  readonly measure: Measure;
}) {
  if (!point) return <>–</>;
  if (measure === "memory") return <>{formatBytes(point.middle)}</>;
  const { middle: median, low, high } = point;
  return (
    <>
      {formatSeconds(median)} <small>{formatSpread(halfWidth({ median, low, high }))}</small>
    </>
  );
}
