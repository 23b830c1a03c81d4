import * as Plot from "@observablehq/plot";
import { formatBytes, formatSeconds, thousands } from "../results/format.ts";
import type { Look } from "./looks.ts";
import type { Measure, Point } from "./series.ts";

interface ChartInput {
  readonly points: readonly Point[];
  readonly looks: ReadonlyMap<string, Look>;
  readonly measure: Measure;
  readonly sizeMeaning: string;
}

/** Log-log lines with bands for their intervals, and symbols at what was measured. */
export function chartOptions({ points, looks, measure, sizeMeaning }: ChartInput): Plot.PlotOptions {
  const format = measure === "time" ? formatSeconds : formatBytes;
  const colour = (p: Point): string => looks.get(p.backend)?.colour ?? "currentColor";
  const sizes = [...new Set(points.map((p) => p.size))].sort((a, b) => a - b);
  const at = { x: "size", z: "backend" } as const;
  return {
    width: 760,
    height: 360,
    marginLeft: 60,
    marginRight: 24,
    marginBottom: 42,
    style: { fontSize: "12px" },
    x: {
      type: "log",
      label: sizeMeaning,
      labelAnchor: "center",
      labelArrow: "none",
      ticks: sizes,
      tickFormat: thousands,
      insetLeft: 12,
      insetRight: 12,
    },
    y: { type: "log", label: null, ticks: 6, tickFormat: plainDecades(format), grid: true },
    symbol: { type: "identity" },
    marks: [
      Plot.areaY(points, { ...at, y1: "low", y2: "high", fill: colour, fillOpacity: 0.16 }),
      ...[...looks].map(([name, look]) =>
        Plot.line(
          points.filter((p) => p.backend === name),
          { x: "size", y: "middle", stroke: look.colour, strokeWidth: 1.75, strokeDasharray: look.dash },
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

/** Ticks at powers of ten keep their text, the others only their line. */
function plainDecades(format: (y: number) => string): (y: number) => string {
  return (y) => {
    const mantissa = y / 10 ** Math.floor(Math.log10(y) + 1e-9);
    return Math.abs(mantissa - 1) < 1e-6 ? format(y).replace(/\.0+ /, " ") : "";
  };
}
