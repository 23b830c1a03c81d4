const digits = "₀₁₂₃₄₅₆₇₈₉";

/** `12` → `₁₂` */
export function subscript(n: number): string {
  return String(n).replace(/\d/g, (d) => digits[Number(d)] ?? d);
}

/** A dot above the first letter: `v̇₁` is the tangent of v₁. */
export function tangentName(name: string): string {
  return accent(name, "\u0307");
}

/** A bar above the first letter: `v̄₁` is the adjoint of v₁. */
export function adjointName(name: string): string {
  return accent(name, "\u0304");
}

function accent(name: string, mark: string): string {
  const [first = "", ...rest] = name;
  return (first + mark).normalize() + rest.join("");
}
