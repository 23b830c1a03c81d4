// Double-double arithmetic: an unevaluated sum hi + lo of two f64 numbers, about 32 digits.
// Used on rare paths only, where f64 would lose the answer to cancellation: clarity before speed.

/** hi + lo with |lo| at most half an ulp of hi. */
export type DoubleDouble = readonly [hi: number, lo: number];

/** a + b exactly (Knuth). */
export function twoSum(a: number, b: number): DoubleDouble {
  const hi = a + b;
  const shadow = hi - a;
  return [hi, a - (hi - shadow) + (b - shadow)];
}

/** a·b exactly, barring overflow (Dekker, with Veltkamp's splitting at 27 bits). */
export function twoProduct(a: number, b: number): DoubleDouble {
  const hi = a * b;
  const ca = 134217729 * a;
  const aHi = ca - (ca - a);
  const aLo = a - aHi;
  const cb = 134217729 * b;
  const bHi = cb - (cb - b);
  const bLo = b - bHi;
  return [hi, aHi * bHi - hi + aHi * bLo + aLo * bHi + aLo * bLo];
}

/** x + y. */
export function ddAdd(x: DoubleDouble, y: DoubleDouble): DoubleDouble {
  const high = twoSum(x[0], y[0]);
  const low = twoSum(x[1], y[1]);
  const first = twoSum(high[0], high[1] + low[0]);
  return twoSum(first[0], first[1] + low[1]);
}

/** x·y. */
export function ddMultiply(x: DoubleDouble, y: DoubleDouble): DoubleDouble {
  const product = twoProduct(x[0], y[0]);
  return twoSum(product[0], product[1] + (x[0] * y[1] + x[1] * y[0]));
}

/** x / y, by one step of long division. */
export function ddDivide(x: DoubleDouble, y: DoubleDouble): DoubleDouble {
  const first = x[0] / y[0];
  const rest = ddAdd(x, ddMultiply([-first, 0], y));
  const second = rest[0] / y[0];
  const rest2 = ddAdd(rest, ddMultiply([-second, 0], y));
  const sum = twoSum(first, second);
  return twoSum(sum[0], sum[1] + rest2[0] / y[0]);
}

/** eˣ for |x| < 1, by its Taylor series. */
export function ddExp(x: DoubleDouble): DoubleDouble {
  let sum: DoubleDouble = [1, 0];
  for (let k = 28; k >= 1; k--) sum = ddAdd([1, 0], ddDivide(ddMultiply(x, sum), [k, 0]));
  return sum;
}
