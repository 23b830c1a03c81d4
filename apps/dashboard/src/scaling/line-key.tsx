import * as Plot from "@observablehq/plot";
import { useEffect, useRef } from "preact/hooks";
import type { Look } from "./looks.ts";

/** The names of the lines with their colours, symbols and dashes. */
export function LineKey({ looks }: { readonly looks: ReadonlyMap<string, Look> }) {
  return (
    <ul class="line-key">
      {[...looks].map(([name, look]) => (
        <li key={name}>
          <Sample look={look} />
          {name}
        </li>
      ))}
    </ul>
  );
}

/** A short piece of the line, drawn by the same library as the chart. */
function Sample({ look }: { readonly look: Look }) {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const drawn = Plot.plot({
      width: 34,
      height: 14,
      margin: 0,
      axis: null,
      x: { domain: [0, 2] },
      y: { domain: [0, 2] },
      symbol: { type: "identity" },
      marks: [
        Plot.line(
          [
            [0, 1],
            [2, 1],
          ],
          { stroke: look.colour, strokeWidth: 1.75, strokeDasharray: look.dash },
        ),
        Plot.dot([[1, 1]], { fill: look.colour, r: 4.5, symbol: [look.symbol] }),
      ],
    });
    drawn.setAttribute("aria-hidden", "true");
    place.current?.append(drawn);
    return () => drawn.remove();
  }, [look]);
  return <span class="line-sample" ref={place} />;
}
