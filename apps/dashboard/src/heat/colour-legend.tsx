import * as Plot from "@observablehq/plot";
import { useEffect, useRef } from "preact/hooks";
import type { Baseline } from "../results/cells.ts";
import { thousands } from "../results/format.ts";
import { decades } from "../ui/log-ticks.ts";
import type { ColourScale } from "./colour-scale.ts";

interface ColourLegendProps {
  readonly scale: ColourScale;
  readonly baseline: Baseline;
}

/** The ramp of colours with its numbers. */
export function ColourLegend({ scale, baseline }: ColourLegendProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const label = `time ÷ ${baseline === "value" ? "own value" : "hand-written gradient"}`;
    const color = { ...scale.options, label };
    const [low = 1, high = 10] = scale.options.domain as readonly number[];
    const ticks = decades(low, high);
    const options = { color, width: 300, ticks, tickFormat: plain };
    const drawn = Plot.legend(options);
    place.current?.append(drawn);
    return () => drawn.remove();
  }, [scale, baseline]);
  return <div class="colour-legend" ref={place} aria-hidden="true" />;
}

/** `0.1`, `10`, `10 000` */
function plain(x: number): string {
  return x < 1 ? String(x) : thousands(x);
}
