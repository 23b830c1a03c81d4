import { WengertError } from "./error.ts";

/** An operand has a type that no op takes: an array, a string, undefined. */
export class OperandError extends WengertError {
  constructor(operation: string, argument: string, expected: string, got: unknown, fix: string) {
    super({
      code: "AD1101",
      message: `${from(operation)}: expected ${argument} to be ${expected}, got ${describe(got)}`,
      fix,
    });
  }
}

/** Shapes that do not fit each other or the op. */
export class ShapeError extends WengertError {
  constructor(operation: string, expected: string, got: string, fix: string) {
    super({
      code: "AD1102",
      message: `${from(operation)}: expected ${expected}, got ${got}`,
      fix,
    });
  }
}

/** Element types that do not fit: mixed, or without a derivative. */
export class DTypeError extends WengertError {
  constructor(operation: string, expected: string, got: string, fix: string) {
    super({
      code: "AD1103",
      message: `${from(operation)}: expected ${expected}, got ${got}`,
      fix,
    });
  }
}

/** JavaScript's own operators, templates and conversions were used on a variable. */
export class OperatorOnVarError extends WengertError {
  constructor(hint: string) {
    super({
      code: "AD1201",
      message:
        hint === "json"
          ? "[ad-core] JSON.stringify: expected a plain value, got a Var"
          : `[ad-core] conversion to a ${hint === "default" ? "primitive" : hint}: expected an op, got JavaScript's own operator, Math function, template or comparison on a Var, which would drop its derivative`,
      fix: "write mul(a, b) for a * b, exp(x) for Math.exp(x), lt(a, b) for a < b; value(x) reads the number without its derivative",
    });
  }
}

/** A variable outlived the transform that made it. */
export class EscapedVarError extends WengertError {
  constructor(operation: string, backend: string) {
    super({
      code: "AD1202",
      message: `${from(operation)}: expected a variable of a running transform, got one that belongs to a call of ${backend} that has returned`,
      fix: "return the value from f (use hasAux for by-products) instead of storing it outside; value(x) inside f gives a number that may be kept",
    });
  }
}

/** Staged code needs a concrete value. */
export class ConcretizationError extends WengertError {
  constructor(operation: string, what: string) {
    super({
      code: "AD1203",
      message: `${from(operation)}: expected a concrete value, got ${what}`,
      fix: "use select(gt(x, 0), a, b) or cond(...), or run without compile()",
    });
  }
}

/** f is async or returned a promise. */
export class AsyncFunctionError extends WengertError {
  constructor(operation: string) {
    super({
      code: "AD1204",
      message: `${from(operation)}: expected f to return its result, got a promise`,
      fix: "differentiate a synchronous function; await the data before the call and close over it",
    });
  }
}

/** A leaf of an argument or result is of no known kind. */
export class TreeError extends WengertError {
  constructor(operation: string, path: string, got: unknown) {
    super({
      code: "AD1301",
      message: `${from(operation)}: expected numbers, tensors, typed arrays, or arrays and plain objects of them, got ${describe(got)} at ${path}`,
      fix: "pass plain data, or teach core about the class with registerTree(Class, { flatten, unflatten })",
    });
  }
}

/** Two trees that must have the same structure do not. */
export class TreeMismatchError extends WengertError {
  constructor(operation: string, path: string, expected: string, got: string) {
    super({
      code: "AD1302",
      message: `${from(operation)}: expected ${expected} at ${path}, got ${got}`,
      fix: "give tangents and cotangents the structure and shapes of the argument or result they belong to",
    });
  }
}

/** grad needs a scalar. */
export class NotScalarOutputError extends WengertError {
  constructor(operation: string, got: string) {
    super({
      code: "AD1303",
      message: `${from(operation)}: expected f to return one scalar, got ${got}`,
      fix: "reduce the result with sum or mean, return by-products with hasAux, or use jacobian or vjp",
    });
  }
}

/** A backend cannot do what an operator asks of it. */
export class CapabilityError extends WengertError {
  constructor(operation: string, expected: string, got: string, fix: string) {
    super({
      code: "AD1401",
      message: `${from(operation)}: expected ${expected}, got ${got}`,
      fix,
    });
  }
}

/** Two backends that cannot be composed were. */
export class NestingError extends WengertError {
  constructor(operation: string, outer: string, inner: string, culprit: string) {
    super({
      code: "AD1403",
      message: `${from(operation)}: expected backends that nest, got ${outer}∘${inner}, where ${culprit}`,
      fix: "choose an exact pair: { backend: tape(), outer: forward() }",
    });
  }
}

/** A prepared operator was called with something that it was not prepared for. */
export class PreparationMismatchError extends WengertError {
  constructor(operation: string, rows: readonly string[]) {
    super({
      code: "AD1402",
      message: `[ad-core] prepared ${operation}: expected the prepared signature, got\n${rows.map((row) => `    ${row}`).join("\n")}`,
      fix: "prepare again with an example of the new structure, shapes and dtypes",
    });
  }
}

/** An argument is outside what an operation accepts. */
export class ArgumentError extends WengertError {
  constructor(operation: string, argument: string, expected: string, got: unknown, fix: string) {
    super({
      code: "AD1104",
      message: `${from(operation)}: expected ${argument} to be ${expected}, got ${describe(got)}`,
      fix,
    });
  }
}

/** Core raises errors for itself; a backend names itself: `[ad-forward] forward`. */
function from(operation: string): string {
  return operation.startsWith("[") ? operation : `[ad-core] ${operation}`;
}

/** A short description of any value for a message. */
function describe(x: unknown): string {
  if (x === null || x === undefined || typeof x === "boolean") return String(x);
  if (typeof x === "number") return String(x);
  if (typeof x === "string") return JSON.stringify(x.length > 40 ? `${x.slice(0, 37)}...` : x);
  if (typeof x === "function") return x.name === "" ? "a function" : `function ${x.name}`;
  if (typeof x !== "object") return typeof x;
  if (Array.isArray(x)) return `an array of ${x.length}`;
  const { shape, dtype } = x as { shape?: unknown; dtype?: unknown };
  const name = x.constructor?.name ?? "object";
  if (Array.isArray(shape) && typeof dtype === "string")
    return `${name} ${dtype}[${shape.join(",")}]`;
  return name === "Object" ? `an object with keys ${Object.keys(x).slice(0, 6).join(", ")}` : name;
}
