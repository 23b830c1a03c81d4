import { handWritten } from "../results/document.ts";
import { valueName } from "./series.ts";

/** Colour and symbol of a line: either tells it from the others. */
export interface Look {
  readonly colour: string;
  readonly symbol: SymbolName;
  readonly dash: string;
}

type SymbolName = "circle" | "square" | "triangle" | "diamond" | "cross" | "star" | "wye";

/** Okabe and Ito's colours, in shades for light and for dark pages. */
const colours = {
  light: ["#0072b2", "#c4540a", "#00805f", "#a5407b", "#8a6d00", "#2b8cc4"],
  dark: ["#56b4e9", "#f08a3c", "#2fc79b", "#e08dbd", "#e6c73a", "#9ad0f5"],
};

const symbols: readonly SymbolName[] = ["circle", "square", "triangle", "diamond", "cross", "wye"];

/** The look of each backend, which depends on its place in the file only. */
export function looksOf(backends: readonly string[], dark: boolean): Map<string, Look> {
  const palette = dark ? colours.dark : colours.light;
  const ink = dark ? "#e8ebf0" : "#1c2430";
  const looks = new Map<string, Look>([
    [handWritten, { colour: ink, symbol: "star", dash: "" }],
    [valueName, { colour: dark ? "#8b95a5" : "#7a8494", symbol: "circle", dash: "2 3" }],
  ]);
  backends
    .filter((name) => !looks.has(name))
    .forEach((name, i) => {
      const colour = palette[i % palette.length] ?? ink;
      looks.set(name, { colour, symbol: symbols[i % symbols.length] ?? "circle", dash: "" });
    });
  return looks;
}
