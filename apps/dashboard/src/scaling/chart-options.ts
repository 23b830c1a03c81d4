import * as Plot from "@observablehq/plot";
import { formatBytes, formatSeconds, thousands } from "../results/format.ts";
import { decades, powersOfTwo } from "../ui/log-ticks.ts";
import type { Look } from "./looks.ts";
import type { Measure, Point } from "./series.ts";

interface ChartInput {
  readonly points: readonly Point[];
  readonly looks: ReadonlyMap<string, Look>;
  readonly measure: Measure;
  readonly sizeMeaning: string;
}

/** Log-log lines with bands for their intervals, and symbols at what was measured. */
export function chartOptions({
  points,
  looks,
  measure,
  sizeMeaning,
}: ChartInput): Plot.PlotOptions {
  const format = measure === "time" ? formatSeconds : formatBytes;
  const colour = (p: Point): string => looks.get(p.backend)?.colour ?? "currentColor";
  const sizes = [...new Set(points.map((p) => p.size))].sort((a, b) => a - b);
  // A log scale drops labels that it holds to be too many; as texts of an axis they stay.
  const ticksOf = measure === "time" ? decades : powersOfTwo;
  const ticks = ticksOf(
    Math.min(...points.map((p) => p.low)),
    Math.max(...points.map((p) => p.high)),
  );
  const at = { x: "size", z: "backend" } as const;
  return {
    width: 1032,
    height: 400,
    marginLeft: 60,
    marginRight: 40,
    marginBottom: 42,
    style: { fontSize: "12px" },
    x: {
      type: "log",
      label: sizeMeaning,
      insetLeft: 12,
      insetRight: 12,
    },
    y: {
      type: "log",
      label: null,
      insetBottom: 10,
      insetTop: 6,
    },
    symbol: { type: "identity" },
    marks: [
      Plot.gridY(ticks),
      Plot.axisY(ticks, { text: (y: number) => format(y).replace(/\.0+ /, " "), tickSize: 0 }),
      Plot.axisX(sizes, { text: thousands, labelAnchor: "center", labelArrow: "none" }),
      Plot.areaY(points, { ...at, y1: "low", y2: "high", fill: colour, fillOpacity: 0.16 }),
      ...[...looks].map(([name, look]) =>
        Plot.line(
          points.filter((p) => p.backend === name),
          {
            x: "size",
            y: "middle",
            stroke: look.colour,
            strokeWidth: 1.75,
            strokeDasharray: look.dash,
          },
        ),
      ),
      Plot.dot(points, {
        x: "size",
        y: "middle",
        fill: colour,
        stroke: "var(--page)",
        strokeWidth: 1,
        r: 4.5,
        symbol: (p: Point) => looks.get(p.backend)?.symbol ?? "circle",
        title: (p: Point) =>
          `${p.backend}, size ${thousands(p.size)}\n${format(p.middle)}` +
          (p.low === p.high ? "" : `\n95 % in ${format(p.low)} … ${format(p.high)}`),
        tip: { fill: "var(--card)", stroke: "var(--line)", textPadding: 10, lineHeight: 1.35 },
      }),
    ],
  };
}
