import * as Plot from "@observablehq/plot";
import { useEffect, useRef } from "preact/hooks";
import type { Baseline } from "../results/cells.ts";
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
    const drawn = Plot.legend({ color, width: 300, tickFormat: "~s", ticks: 5 });
    place.current?.append(drawn);
    return () => drawn.remove();
  }, [scale, baseline]);
  return <div class="colour-legend" ref={place} aria-hidden="true" />;
}
