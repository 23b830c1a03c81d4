/** How the lectures write the ops of the worked examples. */
const notation: Readonly<Record<string, (a: string, b: string) => string>> = {
  add: (a, b) => `${a} + ${b}`,
  sub: (a, b) => `${a} − ${b}`,
  mul: (a, b) => `${a} · ${b}`,
  div: (a, b) => `${a} / ${b}`,
  neg: (a) => `−${a}`,
  square: (a) => `${a}²`,
  sqrt: (a) => `√${a}`,
  log: (a) => `ln ${a}`,
  exp: (a) => `exp ${a}`,
  sin: (a) => `sin ${a}`,
  cos: (a) => `cos ${a}`,
  dotGeneral: (a, b) => `${a}ᵀ${b}`,
};

/** `mul`, [`λ`, `d`] → `λ · d`; ops without a notation of their own are written as calls. */
export function expressionOf(op: string, operands: readonly string[]): string {
  const write = notation[op];
  const [a = "", b = ""] = operands;
  return write ? write(a, b) : `${op}(${operands.join(", ")})`;
}
