const units: readonly (readonly [number, string])[] = [
  [1, "s"],
  [1e-3, "ms"],
  [1e-6, "µs"],
  [1e-9, "ns"],
];

/** `3.14 µs`: three significant digits. */
export function formatSeconds(seconds: number): string {
  const [scale, unit] = units.find(([size]) => seconds >= size) ?? [1e-9, "ns"];
  return `${significant(seconds / scale)} ${unit}`;
}

/** `1.50 MiB` */
export function formatBytes(bytes: number): string {
  const names = ["B", "KiB", "MiB", "GiB"];
  const k = bytes < 1 ? 0 : Math.min(3, Math.floor(Math.log2(bytes) / 10));
  return k === 0 ? `${Math.round(bytes)} B` : `${significant(bytes / 1024 ** k)} ${names[k]}`;
}

/** Three significant digits; thin spaces between thousands. */
export function significant(x: number): string {
  if (x === 0) return "0";
  const size = Math.abs(x);
  if (size >= 1e6 || size < 0.01) return scientific(x, 1);
  if (size >= 1000) return thousands(Number(x.toPrecision(3)));
  if (size >= 100) return x.toFixed(0);
  return x.toFixed(size >= 10 ? 1 : 2);
}

/** `4 096` */
export function thousands(x: number): string {
  return String(x).replace(/\B(?=(\d{3})+$)/g, "\u2009");
}

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** `1.2·10⁻⁷` */
export function scientific(x: number, digits = 0): string {
  if (x === 0) return "0";
  const [mantissa = "", exponent = ""] = x.toExponential(digits).split("e");
  const raised = exponent
    .replace("+", "")
    .replace("-", "⁻")
    .replace(/\d/g, (d) => superscripts[Number(d)] ?? d);
  return `${mantissa}·10${raised}`;
}

/** `± 3 %` of a part of one. */
export function formatSpread(part: number): string {
  const percent = 100 * part;
  return `±\u2009${percent < 1 ? "<1" : Math.round(percent)}\u2009%`;
}

/** `2 m 05 s`, `12 s` */
export function formatDuration(seconds: number): string {
  if (seconds < 100) return `${seconds.toFixed(0)} s`;
  return `${Math.floor(seconds / 60)} m ${String(Math.floor(seconds % 60)).padStart(2, "0")} s`;
}
