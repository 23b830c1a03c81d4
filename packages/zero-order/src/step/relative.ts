import { ArgumentError } from "@wengert/ad-core";
import type { Stencil } from "../stencil.ts";
import type { StepRule } from "./rule.ts";

export interface RelativeOptions {
  /**
   * Size of a coordinate that happens to be near zero: a coordinate counts as max(|xₖ|, typical).
   * Default 1.
   */
  readonly typical?: number;
  /**
   * ε: relative error of f's values. Default: the unit round-off of the coarser of x and f(x). Give
   * it when f is itself approximate: a simulation, or a difference (then about 1e-11).
   */
  readonly noise?: number;
  /**
   * Let one-sided schemes step away from zero along a single coordinate, so that they do not cross
   * a kink or pole at zero. Default true; false keeps to the side that the scheme names.
   */
  readonly awayFromZero?: boolean;
}

/**
 * A step in proportion to x that balances truncation and rounding:
 *
 *     h = (d A ε / (q |C|))^(1/(d+q)) · min over moving k of max(|xₖ|, typical) / |ẋₖ|
 *
 * the minimiser of |C| hᵠ|f⁽ᵈ⁺ᵠ⁾| + A ε|f| / hᵈ for a function whose value and derivatives are of
 * one size, with C, A, q from the stencil. In f64 that is 2√u ≈ 2.1e-8 for forward and ∛(3u) ≈
 * 6.9e-6 for central differences; in f32 4.9e-4 and 5.6e-3. No coordinate moves by more than its
 * own step, whatever the length of the tangent. The result is the nearest power of two: the division
 * by h is exact, and so is x + h unless it crosses into a coarser binade.
 *
 * **Limits.** A prior, not a measurement: sin(x) at x = 1e10 varies on the scale of 1, not of 1e10,
 * and log(x − 0.0999) near 0.1 on the scale of 1e-4. Say so with `typical` or use `fixed`.
 *
 * **References.** Nocedal and Wright, *Numerical Optimization* (2006), §8.1; Dennis and Schnabel,
 * *Numerical Methods for Unconstrained Optimization* (1996), §5.4 and §5.6 for scaling and sign.
 *
 * @throws ArgumentError when `typical` or `noise` is not a positive finite number.
 * @example
 * zeroOrder({ estimator: finiteDifference({ step: relative({ noise: 1e-6 }) }) });
 */
export function relative(options: RelativeOptions = {}): StepRule {
  const { typical = 1, noise, awayFromZero = true } = options;
  requirePositive("typical", typical);
  if (noise !== undefined) requirePositive("noise", noise);
  return {
    name: noise === undefined ? "relative" : `relative(noise ${noise})`,
    ...(noise === undefined ? {} : { noise }),
    step(line) {
      const { stencil } = line;
      let scale = Infinity;
      line.visit((x, t) => {
        const size = Number.isFinite(x) ? Math.max(Math.abs(x), typical) : typical;
        scale = Math.min(scale, size / Math.abs(t));
      });
      if (scale === Infinity) scale = typical; // nothing moves
      const h = powerOfTwo(relativeStep(stencil, noise ?? line.roundoff) * scale);
      if (!awayFromZero || !isOneSided(stencil)) return h;
      const only = line.only();
      return only !== undefined && only.x * only.tangent < 0 ? -h : h;
    },
  };
}

/** (d A ε / (q |C|))^(1/(d+q)) */
export function relativeStep(
  { derivative: d, order: q, noise, errorConstant }: Stencil,
  epsilon: number,
): number {
  const ratio = (d * noise.toNumber() * epsilon) / (q * errorConstant.abs().toNumber());
  return ratio ** (1 / (d + q));
}

function isOneSided({ grid }: Stencil): boolean {
  return grid.every((s) => s >= 0) || grid.every((s) => s <= 0);
}

function powerOfTwo(h: number): number {
  return 2 ** Math.max(-1022, Math.min(1022, Math.round(Math.log2(h))));
}

function requirePositive(argument: string, value: number): void {
  if (value > 0 && Number.isFinite(value)) return;
  throw new ArgumentError(
    "[ad-zero-order] relative",
    argument,
    "a positive finite number",
    value,
    `leave it out, or write relative({ ${argument}: 1e-3 })`,
  );
}
