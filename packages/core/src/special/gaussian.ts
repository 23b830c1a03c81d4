/**
 * factor·e^(∓x²) without the loss of digits that rounding x² would cause.
 *
 * With h = x rounded to f32, h² is exact and x² = h² + (x − h)(x + h); the second part is below 10⁻⁴.
 * `rate` is −1, 1, −½ or ½ (all exact): the result is factor·e^(rate·x²). Results below the normal
 * range are formed 40 powers of e higher and brought down by the last multiplication, so that they
 * round once. Accuracy: 1.5 ulp, given the factor. Needs |x| < 60.
 */
export function timesGaussian(factor: number, x: number, rate: number): number {
  const head = Math.fround(x);
  const exponent = rate * head * head;
  const tail = Math.expm1(rate * (x - head) * (x + head));
  if (exponent < -600) {
    const scaled = factor * Math.exp(exponent + 40);
    return (scaled + scaled * tail) * 4.248354255291589e-18;
  }
  const value = factor * Math.exp(exponent);
  return value === Infinity ? value : value + value * tail;
}
