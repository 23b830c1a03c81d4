import { ArgumentError, ShapeError } from "../errors/classes.ts";
import { formatShape, type Shape } from "../tensor/shape.ts";

/** One label for each axis. The axes of an ellipsis are labelled "…1" (the last), "…2", and so on. */
export type Labels = readonly string[];

export interface EinsumSpec {
  readonly operands: readonly Labels[];
  readonly output: Labels;
  /** The length that belongs to each label. */
  readonly lengths: ReadonlyMap<string, number>;
}

function fail(expected: string, got: unknown, fix: string): never {
  throw new ArgumentError("einsum", "subscripts", expected, got, fix);
}

/** Read "ij,jk->ik" against the shapes of the operands. */
export function parseEinsum(text: string, shapes: readonly Shape[]): EinsumSpec {
  const [left = "", right, more] = text.replace(/\s/g, "").split("->");
  if (more !== undefined) fail("at most one ->", text, "write inputs->output");
  const terms = left.split(",");
  if (terms.length !== shapes.length) {
    fail(
      `one term for each of ${shapes.length} operands`,
      terms.length,
      `separate the terms of "${text}" by commas`,
    );
  }
  const operands = terms.map((term, i) => label(term, i, shapes[i] as Shape));
  const lengths = measure(operands, shapes);
  const width = [...lengths.keys()].filter(isEllipsis).length;
  const output = right === undefined ? implicitOutput(operands, width) : split(right, width);
  for (const name of output) {
    if (!lengths.has(name)) {
      fail("outputs that occur among the inputs", name, `name an axis "${name}" in "${left}"`);
    }
  }
  if (new Set(output).size !== output.length) {
    fail("an output without repeated subscripts", right, "make a diagonal with diagEmbed");
  }
  return { operands, output, lengths };
}

export function isEllipsis(name: string): boolean {
  return name.startsWith("…");
}

/** Single letters, with "..." standing for `width` axes. */
function split(term: string, width: number): string[] {
  const parts = term.split("...");
  const letters = parts.join("");
  if (parts.length > 2 || !/^[A-Za-z]*$/.test(letters)) {
    fail("letters and at most one ellipsis in a term", term, "write ij, or ...ij");
  }
  if (parts.length === 1) return term.split("");
  const axes = Array.from({ length: width }, (_, i) => `…${width - i}`);
  const [before = "", after = ""] = parts;
  return [...before.split(""), ...axes, ...after.split("")];
}

function label(term: string, i: number, shape: Shape): string[] {
  const named = term.replace("...", "").length;
  const labels = split(term, Math.max(0, shape.length - named));
  if (labels.length === shape.length) return labels;
  throw new ShapeError(
    "einsum",
    `operand ${i} to have ${term.includes("...") ? "at least " : ""}${named} axes for "${term}"`,
    formatShape(shape),
    "give every axis a subscript, or write ... for the leading ones",
  );
}

/** Axes of an ellipsis broadcast; axes that share a letter must be equally long. */
function measure(operands: readonly Labels[], shapes: readonly Shape[]): Map<string, number> {
  const lengths = new Map<string, number>();
  operands.forEach((labels, i) => {
    labels.forEach((name, axis) => {
      const length = (shapes[i] as Shape)[axis] as number;
      const known = lengths.get(name);
      const stretches = isEllipsis(name) && (known === 1 || length === 1);
      if (known === undefined || (stretches && known === 1)) lengths.set(name, length);
      else if (known !== length && !stretches) {
        throw new ShapeError(
          "einsum",
          `one length for subscript "${name}"`,
          `${known} and ${length} (operand ${i} has shape ${formatShape(shapes[i] as Shape)})`,
          "use another letter, or slice or broadcast the operand",
        );
      }
    });
  });
  return lengths;
}

/** NumPy's rule: the ellipsis, then the letters that occur once, in alphabetical order. */
function implicitOutput(operands: readonly Labels[], width: number): string[] {
  const all = operands.flat().filter((name) => !isEllipsis(name));
  const once = all.filter((name) => all.indexOf(name) === all.lastIndexOf(name)).sort();
  return [...split("...", width), ...once];
}
