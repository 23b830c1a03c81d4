import { Tensor } from "@wengert/ad-core";
import { subscript } from "./names.ts";

/** One number that the reader may change. */
export interface Field {
  readonly label: string;
  readonly value: number;
}

/** The arguments of an example, number by number: `w₁`, `w₂` for a vector w. */
export function fieldsOf(values: readonly unknown[], names: readonly string[]): Field[] {
  return values.flatMap((value, i) => {
    const name = names[i] ?? `argument ${i + 1}`;
    if (typeof value === "number") return [{ label: name, value }];
    return numbersIn(value).map((x, k) => ({ label: name + subscript(k + 1), value: x }));
  });
}

/** The same arguments with other numbers in them. */
export function withNumbers(values: readonly unknown[], numbers: readonly number[]): unknown[] {
  let next = 0;
  return values.map((value) => {
    if (typeof value === "number") return numbers[next++];
    const own = numbersIn(value).map(() => numbers[next++] as number);
    return value instanceof Tensor ? new Tensor(Float64Array.from(own), value.shape, "f64") : own;
  });
}

/** A comma-separated list as finite numbers; undefined unless there are so many. */
export function parseNumbers(text: string, count: number): number[] | undefined {
  const numbers = text.split(",").map((part) => (part.trim() === "" ? NaN : Number(part)));
  return numbers.length === count && numbers.every(Number.isFinite) ? numbers : undefined;
}

function numbersIn(value: unknown): number[] {
  return value instanceof Tensor ? Array.from(value.data) : [...(value as readonly number[])];
}
