import type { Leaves } from "../backend.ts";
import { zeros } from "../tensor/create.ts";
import { sizeOf } from "../tensor/shape.ts";
import { dtypeOf, shapeOf, type Value } from "../value.ts";
import { zerosLike } from "./call.ts";

/** Number of scalar entries of some leaves. */
export function dimension(x: Leaves): number {
  return x.reduce<number>((sum, leaf) => sum + sizeOf(shapeOf(leaf)), 0);
}

/** The unit directions e₀, e₁, …, one at a time, so that no n × n array ever exists. */
export class Basis {
  readonly size: number;
  readonly #x: Leaves;
  readonly #zeros: Leaves;
  readonly #starts: number[] = [];

  constructor(x: Leaves) {
    this.#x = x;
    this.#zeros = x.map(zerosLike);
    let start = 0;
    for (const leaf of x) {
      this.#starts.push(start);
      start += sizeOf(shapeOf(leaf));
    }
    this.size = start;
  }

  /** e_k */
  direction(k: number): Leaves {
    const i = this.#leafOf(k);
    const out = this.#zeros.slice();
    const leaf = this.#x[i] as Value;
    if (typeof out[i] === "number") {
      out[i] = 1;
    } else {
      const unit = zeros(shapeOf(leaf), dtypeOf(leaf));
      unit.data[k - (this.#starts[i] as number)] = 1;
      out[i] = unit;
    }
    return out;
  }

  /** e_from, …, e_(to − 1) */
  directions(from: number, to: number): Leaves[] {
    const out: Leaves[] = [];
    for (let k = from; k < Math.min(to, this.size); k++) out.push(this.direction(k));
    return out;
  }

  /** The leaf that entry k lies in: the last one that starts at or before it and is not empty. */
  #leafOf(k: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] as number) <= k) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
