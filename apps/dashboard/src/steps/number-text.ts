import { type Passive, Tensor } from "@wengert/ad-core";

type Nested = number | readonly Nested[];

/** A number or a small tensor in short: `246`, `0.91629`, `[52, 84]`. */
export function numberText(x: Passive): string {
  return nestedText(x instanceof Tensor ? x.toArray() : x);
}

/** The same for numbers in nested arrays. */
export function nestedText(x: Nested): string {
  if (typeof x !== "number") return `[${x.map(nestedText).join(", ")}]`;
  if (!Number.isFinite(x)) return String(x).replace("Infinity", "∞").replace("-", "−");
  const size = Math.abs(x);
  const text =
    x !== 0 && (size >= 1e7 || size < 1e-4) ? x.toExponential(3) : String(Number(x.toPrecision(6)));
  return text.replace("-", "−");
}
