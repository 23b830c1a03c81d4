import { rankOf, type Tensor, type Value, value } from "@wengert/ad-core";

/** What an adapter returns: one output, or all outputs in order. */
export type Output = Value | readonly Value[];

/** A PyTorch operation written in ops of core. */
export interface Rule {
  /** Names of PyTorch's positional parameters, in order; the last may be `*rest`. */
  readonly parameters: readonly string[];
  apply(call: Bound): Output;
}

/**
 * Write an adapter beside the signature that it reads.
 *
 * @example
 * rule("x dim", (p) => cumsum(p.value("x"), p.number("dim")));
 */
export function rule(signature: string, apply: (call: Bound) => Output): Rule {
  return { parameters: signature.split(" "), apply };
}

/** The arguments of one call, by name. */
export class Bound {
  readonly #named: ReadonlyMap<string, unknown>;

  constructor(
    parameters: readonly string[],
    args: readonly unknown[],
    kwargs: Readonly<Record<string, unknown>>,
  ) {
    const named = new Map<string, unknown>(Object.entries(kwargs));
    parameters.forEach((name, i) => {
      if (name.startsWith("*")) named.set(name.slice(1), args.slice(i));
      else if (i < args.length) named.set(name, args[i]);
    });
    this.#named = named;
  }

  /** The argument as it is; null and absent are the same. */
  raw(name: string): unknown {
    return this.#named.get(name) ?? undefined;
  }

  has(name: string): boolean {
    return this.raw(name) !== undefined;
  }

  /** A number, tensor or variable. */
  value(name: string, fallback?: Value): Value {
    const found = this.raw(name) ?? fallback;
    if (found === undefined) throw new TypeError(`argument ${name} is missing`);
    return found as Value;
  }

  maybe(name: string): Value | undefined {
    return this.raw(name) as Value | undefined;
  }

  values(name: string): readonly Value[] {
    return this.raw(name) as readonly Value[];
  }

  /** A tensor that is not differentiated: indices, masks. */
  tensor(name: string): Tensor {
    return value(this.value(name)) as Tensor;
  }

  number(name: string, fallback?: number): number {
    const found = this.raw(name) ?? fallback;
    if (typeof found === "string") return found === "inf" ? Infinity : -Infinity;
    if (typeof found !== "number") throw new TypeError(`argument ${name} is not a number`);
    return found;
  }

  /** A list of integers; a single one is repeated `count` times. */
  integers(name: string, count = 1, fallback?: number): readonly number[] {
    const found = this.raw(name) ?? fallback;
    if (!Array.isArray(found)) return new Array<number>(count).fill(found as number);
    const list = found as number[];
    return list.length === 1 && count > 1 ? new Array<number>(count).fill(list[0] as number) : list;
  }

  flag(name: string, fallback = false): boolean {
    return Boolean(this.raw(name) ?? fallback);
  }

  text(name: string, fallback = ""): string {
    return String(this.raw(name) ?? fallback);
  }

  /** Axes of `x` to reduce: PyTorch takes none as all, and 0 or −1 as no axis of a scalar. */
  axes(name: string, x: Value): readonly number[] | undefined {
    const found = this.raw(name);
    if (found === undefined) return undefined;
    const list = (typeof found === "number" ? [found] : found) as readonly number[];
    if (rankOf(x) === 0 || list.length === 0) return undefined;
    return list;
  }
}
