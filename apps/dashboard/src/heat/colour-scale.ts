import * as Plot from "@observablehq/plot";

/** Colour of a ratio, and of the text upon it. */
export interface ColourScale {
  readonly options: Plot.ScaleOptions;
  fill(ratio: number): string;
  ink(ratio: number): string;
}

/**
 * A logarithmic scale from yellow over green to blue: safe for the colour-blind, and monotone in
 * lightness. The cheap end is the one that is near to the page, so what stands out is dear.
 */
export function colourScale(ratios: readonly number[], dark: boolean): ColourScale {
  const low = Math.min(1, ...ratios);
  const high = Math.max(10 * low, ...ratios);
  const options: Plot.ScaleOptions = {
    type: "log",
    domain: [low, high],
    range: dark ? [0.95, 0.1] : [0.03, 0.9],
    scheme: "YlGnBu",
    clamp: true,
  };
  const scale = Plot.scale({ color: options });
  const fill = (ratio: number): string => String(scale?.apply(ratio));
  return { options, fill, ink: (ratio) => (luminance(fill(ratio)) > 0.3 ? "#10151c" : "#ffffff") };
}

/** Relative luminance of `rgb(r, g, b)`, WCAG 2.2 §1.4.3. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = (colour.match(/\d+/g) ?? []).map((part) => {
    const c = Number(part) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
