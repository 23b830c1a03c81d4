import { type Leaves, type Passive, stopGradient, type Value } from "@wengert/ad-core";
import type { Stencil } from "./stencil.ts";

/** Round a number as the dtype of its leaf does. */
type Round = (v: number) => number;

const exactly: Round = (v) => v;

/**
 * The line x + s ẋ on which f is read, as a step rule sees it: plain numbers, free of every
 * transform, so that a step is a constant to whoever differentiates the difference.
 */
export class Line {
  /** Unit round-off u of the coarser of x and f(x). */
  readonly roundoff: number;
  readonly stencil: Stencil;
  readonly #x: readonly Passive[];
  readonly #tangent: readonly Passive[];

  constructor(x: Leaves, tangent: Leaves, roundoff: number, stencil: Stencil) {
    this.#x = x.map((leaf) => stopGradient(leaf));
    this.#tangent = tangent.map((leaf) => stopGradient(leaf));
    this.roundoff = roundoff;
    this.stencil = stencil;
  }

  /** Each xₖ that moves, with its ẋₖ ≠ 0. */
  visit(entry: (x: number, tangent: number, round: Round) => void): void {
    this.#tangent.forEach((t, i) => {
      const x = this.#x[i] as Passive;
      if (typeof t === "number") {
        if (t !== 0) entry(typeof x === "number" ? x : x.item(), t, exactly);
        return;
      }
      const round = t.dtype === "f32" ? Math.fround : exactly;
      for (let k = 0; k < t.data.length; k++) {
        const tk = t.data[k] as number;
        if (tk !== 0) entry(typeof x === "number" ? x : (x.data[k] as number), tk, round);
      }
    });
  }

  /** Is h so small that no coordinate moves: x + hẋ = x? Says where, for the message. */
  vanishesAt(h: number): number | undefined {
    let stuck: number | undefined;
    let moves = false;
    this.visit((x, t, round) => {
      if (round(x + round(h * t)) === x && Number.isFinite(x)) stuck = x;
      else moves = true;
    });
    return moves ? undefined : stuck;
  }

  /** The only coordinate that moves, or undefined when several do. */
  only(): { readonly x: number; readonly tangent: number } | undefined {
    let count = 0;
    let found = { x: 0, tangent: 0 };
    this.visit((x, tangent) => {
      count++;
      found = { x, tangent };
    });
    return count === 1 ? found : undefined;
  }
}

/** ẋ as it enters arithmetic: undefined for a leaf that certainly does not move. */
export function movingLeaf(t: Value): Value | undefined {
  if (typeof t === "number") return t === 0 ? undefined : t;
  if (t.tracer !== undefined) return t;
  return t.data.some((entry) => entry !== 0) ? t : undefined;
}
