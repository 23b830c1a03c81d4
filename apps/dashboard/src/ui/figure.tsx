import * as Plot from "@observablehq/plot";
import { useEffect, useRef } from "preact/hooks";

interface FigureProps {
  /** What the picture shows, for those who do not see it. */
  readonly label: string;
  readonly options: Plot.PlotOptions;
}

/** A figure by Observable Plot; drawn anew whenever its options are another object. */
export function Figure({ label, options }: FigureProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const drawn = Plot.plot(options);
    place.current?.append(drawn);
    return () => drawn.remove();
  }, [options]);
  return <div class="figure" role="img" aria-label={label} ref={place} />;
}
