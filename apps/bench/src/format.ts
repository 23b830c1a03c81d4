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
  if (bytes < 1024) return `${Math.round(bytes)} B`;
  if (bytes < 1024 ** 2) return `${significant(bytes / 1024)} KiB`;
  if (bytes < 1024 ** 3) return `${significant(bytes / 1024 ** 2)} MiB`;
  return `${significant(bytes / 1024 ** 3)} GiB`;
}

/** Three significant digits, without an exponent up to a million. */
export function significant(x: number): string {
  if (x === 0) return "0";
  if (x >= 1e6) return x.toExponential(1);
  if (x >= 100) return x.toFixed(0);
  if (x >= 10) return x.toFixed(1);
  if (x >= 0.01) return x.toFixed(2);
  return x.toExponential(1);
}

/** `0`, `2e-16` */
export function formatError(error: number): string {
  return error === 0 ? "0" : error.toExponential(0);
}

/** `5 m 03 s`, `12 s` */
export function formatDuration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 100) return `${whole} s`;
  return `${Math.floor(whole / 60)} m ${String(whole % 60).padStart(2, "0")} s`;
}
