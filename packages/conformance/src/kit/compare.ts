import { isVar, Tensor } from "@wengert/ad-core";

/** A claim of the kit that did not hold. */
export class ConformanceError extends Error {
  override readonly name = "ConformanceError";
}

export function fail(message: string): never {
  throw new ConformanceError(message);
}

/** Fail with `message` unless `condition` holds. */
export function check(condition: boolean, message: string): void {
  if (!condition) fail(message);
}

/**
 * Equal structure, shapes, dtypes and constants, and numbers equal to `tolerance`:
 * |a − b| ≤ tolerance · max(1, |b|). NaN equals NaN and an infinity equals itself; with tolerance 0
 * numbers must be the same, the sign of zero aside.
 *
 * @throws ConformanceError naming the path of the first difference.
 */
export function close(actual: unknown, expected: unknown, tolerance: number, path = "$"): void {
  const differ = (): never => fail(`${path}: expected ${show(expected)}, got ${show(actual)}`);
  if (typeof expected === "number") {
    if (typeof actual !== "number" || !near(actual, expected, tolerance)) differ();
  } else if (expected instanceof Tensor) {
    if (!(actual instanceof Tensor)) return differ();
    if (actual.shape.join() !== expected.shape.join() || actual.dtype !== expected.dtype) differ();
    if (!nearAll(actual.data, expected.data, tolerance)) differ();
  } else if (expected instanceof Float64Array) {
    if (!(actual instanceof Float64Array) || !nearAll(actual, expected, tolerance)) differ();
  } else if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return differ();
    expected.forEach((item, i) => close(actual[i], item, tolerance, `${path}[${i}]`));
  } else if (typeof expected === "object" && expected !== null) {
    if (typeof actual !== "object" || actual === null || isVar(actual)) return differ();
    const keys = Object.keys(expected);
    if (keys.join() !== Object.keys(actual).join()) differ();
    for (const key of keys) {
      const [a, b] = [actual, expected] as Record<string, unknown>[];
      close(a?.[key], b?.[key], tolerance, `${path}.${key}`);
    }
  } else if (!Object.is(actual, expected)) differ();
}

function nearAll(a: ArrayLike<number>, b: ArrayLike<number>, tolerance: number): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < b.length; i++) {
    if (!near(a[i] as number, b[i] as number, tolerance)) return false;
  }
  return true;
}

function near(a: number, b: number, tolerance: number): boolean {
  if (a === b || (Number.isNaN(a) && Number.isNaN(b))) return true;
  return Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(b));
}

/** An error class of core, or any other. */
export type ErrorClass = abstract new (...args: never[]) => Error;

/**
 * `run` throws an error of class `type`; the error is returned.
 *
 * @throws ConformanceError when nothing or something else is thrown.
 */
export function throws(run: () => unknown, type: ErrorClass): Error {
  let result: unknown;
  try {
    result = run();
  } catch (error) {
    if (error instanceof type) return error;
    return fail(`expected ${type.name}, got ${String(error)}`);
  }
  return fail(`expected ${type.name}, got the result ${show(result)}`);
}

/** A value as a message shows it. */
function show(x: unknown): string {
  if (x instanceof Tensor) {
    const data = Array.from(x.data.slice(0, 12) as Float64Array).join(", ");
    return `${x.dtype}[${x.shape.join(",")}] {${data}${x.size > 12 ? ", …" : ""}}`;
  }
  if (x instanceof Float64Array) return `Float64Array {${x.slice(0, 12).join(", ")}}`;
  if (Array.isArray(x)) return `[${x.map(show).join(", ")}]`;
  if (typeof x === "function") return "a function";
  if (isVar(x)) return x.toString();
  if (typeof x === "object" && x !== null && Object.getPrototypeOf(x) === Object.prototype) {
    return `{${Object.entries(x)
      .map(([key, part]) => `${key}: ${show(part)}`)
      .join(", ")}}`;
  }
  return Object.is(x, -0) ? "-0" : String(x);
}

/** A deep copy of plain data, numbers, tensors and typed arrays. */
export function copy(x: unknown): unknown {
  if (x instanceof Tensor) return new Tensor(x.data.slice() as never, [...x.shape], x.dtype);
  if (x instanceof Float64Array) return x.slice();
  if (Array.isArray(x)) return x.map(copy);
  if (typeof x === "object" && x !== null && Object.getPrototypeOf(x) === Object.prototype) {
    return Object.fromEntries(Object.entries(x).map(([key, part]) => [key, copy(part)]));
  }
  return x;
}
