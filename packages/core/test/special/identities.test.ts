import { describe, expect, test } from "vitest";
import { i0, i0e, i1, i1e } from "../../src/special/bessel.ts";
import { digamma } from "../../src/special/digamma.ts";
import { erf, erfc, erfcx } from "../../src/special/error-function.ts";
import { lgamma } from "../../src/special/gamma.ts";
import { erfcinv, erfinv } from "../../src/special/inverse-error-function.ts";
import { logNdtr, ndtr, ndtri } from "../../src/special/normal.ts";
import { polygamma } from "../../src/special/polygamma.ts";
import { sinc, sincDerivative } from "../../src/special/sinc.ts";
import { logaddexp, logistic, logSigmoid, sech2, softplus } from "../../src/special/stable.ts";
import { zeta } from "../../src/special/zeta.ts";

const close = (got: number, want: number, relative = 2e-15, scale = Math.abs(want)): void =>
  expect(Math.abs(got - want), `${got} for ${want}`).toBeLessThanOrEqual(relative * scale);
const grid = (from: number, to: number, n = 97): number[] =>
  Array.from({ length: n }, (_, i) => from + ((to - from) * (i + 0.37)) / n);

/** Central difference of order 8: its error is far below 1e-11 for the functions here at h = 0.02. */
const slope = (f: (x: number) => number, x: number, h = 0.02): number =>
  ((4 / 5) * (f(x + h) - f(x - h)) -
    (1 / 5) * (f(x + 2 * h) - f(x - 2 * h)) +
    (4 / 105) * (f(x + 3 * h) - f(x - 3 * h)) -
    (1 / 280) * (f(x + 4 * h) - f(x - 4 * h))) /
  h;

describe("error functions", () => {
  test("erf + erfc = 1, and erfc(x) + erfc(−x) = 2", () => {
    for (const x of grid(-6, 6)) {
      close(erf(x) + erfc(x), 1);
      close(erfc(x) + erfc(-x), 2);
      expect(erf(-x)).toBe(-erf(x));
    }
  });
  test("erfcx(x)·e^(−x²) = erfc(x)", () => {
    for (const x of grid(-5, 5)) close(erfcx(x) * Math.exp(-x * x), erfc(x), 2e-14);
  });
  test("the inverses invert", () => {
    for (const x of grid(-1, 1)) close(erf(erfinv(x)), x, 1e-15, Math.max(Math.abs(x), 1e-3));
    for (const e of grid(-300, -1)) close(erfc(erfcinv(10 ** e)), 10 ** e, 4e-13);
    for (const e of grid(-320, -1)) close(ndtri(ndtr(ndtri(10 ** e))), ndtri(10 ** e), 1e-14, 1);
    for (const x of grid(-37, 5))
      close(
        ndtri(ndtr(x)),
        x,
        1e-15,
        Math.max(1, Math.abs(x)) + (x > 0 ? 1 / Math.exp((-x * x) / 2) : 0),
      );
  });
  test("logNdtr is the logarithm of ndtr", () => {
    for (const x of grid(-37, 5)) close(Math.exp(logNdtr(x)), ndtr(x), 3e-13);
  });
});

describe("gamma family", () => {
  test("lgamma(x+1) = lgamma(x) + ln|x|, on both sides of 0", () => {
    for (const x of grid(-24, 24)) {
      close(
        lgamma(x + 1),
        lgamma(x) + Math.log(Math.abs(x)),
        2e-13,
        Math.max(1, Math.abs(lgamma(x))),
      );
    }
  });
  test("digamma(x+1) = digamma(x) + 1/x", () => {
    for (const x of grid(0.01, 30))
      close(digamma(x + 1), digamma(x) + 1 / x, 2e-15, Math.max(1, 1 / x));
  });
  test("digamma(1−x) − digamma(x) = π cot πx", () => {
    for (const x of grid(0.05, 0.95))
      close(digamma(1 - x) - digamma(x), Math.PI / Math.tan(Math.PI * x), 1e-14, 20);
  });
  test("polygamma(1, 1−x) + polygamma(1, x) = π²/sin²(πx)", () => {
    for (const x of grid(-3, 3, 60)) {
      const want = (Math.PI / Math.sin(Math.PI * x)) ** 2;
      close(polygamma(1, 1 - x) + polygamma(1, x), want, 1e-13);
    }
  });
  test("polygamma(n, x+1) = polygamma(n, x) + (−1)ⁿ n!/x^(n+1)", () => {
    let factorial = 1;
    for (let n = 1; n <= 8; n++) {
      factorial *= n;
      for (const x of grid(-4, 6, 31)) {
        const step = ((-1) ** n * factorial) / x ** (n + 1);
        const size = Math.max(
          Math.abs(step),
          Math.abs(polygamma(n, x)),
          Math.abs(polygamma(n, x + 1)),
        );
        close(polygamma(n, x + 1), polygamma(n, x) + step, 1e-12, size);
      }
    }
  });
  test("zeta at even integers is Riemann's, and ζ(s, q) − ζ(s, q+1) = q^(−s)", () => {
    close(zeta(2, 1), Math.PI ** 2 / 6);
    close(zeta(4, 1), Math.PI ** 4 / 90);
    for (const q of grid(0.1, 12))
      close(zeta(2.5, q) - zeta(2.5, q + 1), q ** -2.5, 1e-14, zeta(2.5, q));
  });
});

describe("Bessel functions", () => {
  test("I₀′ = I₁ and I₁′ = I₀ − I₁/x, by differences of order 8", () => {
    for (const x of grid(-12, 12)) {
      close(slope(i0, x), i1(x), 2e-12, i0(x));
      close(slope(i1, x), i0(x) - i1(x) / x, 2e-12, i0(x));
    }
  });
  test("the scaled ones are e^(−|x|) times the plain ones", () => {
    for (const x of grid(-30, 30)) {
      close(i0e(x), i0(x) * Math.exp(-Math.abs(x)));
      close(i1e(x), i1(x) * Math.exp(-Math.abs(x)));
    }
  });
});

describe("sinc", () => {
  test("derivatives at 0 are (−1)^(n/2) πⁿ/(n+1), and 0 for odd n", () => {
    for (let n = 0; n <= 40; n++) {
      const want = n % 2 === 1 ? 0 : ((-1) ** (n / 2) * Math.PI ** n) / (n + 1);
      close(sincDerivative(n, 0), want);
    }
  });
  test("each order is the slope of the one before, and x·f⁽ⁿ⁾ + n·f⁽ⁿ⁻¹⁾ = π^(n−1) sin(πx + nπ/2)", () => {
    for (let n = 1; n <= 12; n++) {
      for (const x of grid(-5, 5, 41)) {
        close(
          slope((y) => sincDerivative(n - 1, y), x),
          sincDerivative(n, x),
          1e-10,
          Math.PI ** n,
        );
        const want = Math.PI ** (n - 1) * Math.sin(Math.PI * x + (n * Math.PI) / 2);
        close(
          x * sincDerivative(n, x) + n * sincDerivative(n - 1, x),
          want,
          2e-14,
          Math.PI ** (n - 1) * 3,
        );
      }
    }
  });
  test("is continuous where the method changes", () => {
    for (let n = 1; n <= 20; n++) {
      for (const x of [1 / Math.PI, n / Math.PI]) {
        const [a, b] = [sincDerivative(n, x * (1 - 1e-15)), sincDerivative(n, x * (1 + 1e-15))];
        close(a, b, 1e-13, Math.PI ** n / (n + 1));
      }
    }
  });
  test("vanishes exactly at the integers", () => {
    for (const x of [1, -2, 1e6, 2 ** 53]) expect(Math.abs(sinc(x))).toBe(0);
  });
});

describe("stable forms", () => {
  test("softplus(x) − softplus(−x) = x, logSigmoid = ln σ, sech² = 1 − tanh²", () => {
    for (const x of grid(-30, 30)) {
      close(softplus(x) - softplus(-x), x, 4e-16, Math.max(1, Math.abs(x)));
      close(Math.exp(logSigmoid(x)), logistic(x), 1e-14);
      close(sech2(x), 1 - Math.tanh(x) ** 2, 5e-16, 1);
      close(sech2(x), 4 * logistic(2 * x) * logistic(-2 * x));
    }
  });
  test("logaddexp is symmetric, shifts, and is accurate relative to its operands", () => {
    for (const a of grid(-3, 3, 17)) {
      for (const b of grid(-3, 3, 19)) {
        expect(logaddexp(a, b)).toBe(logaddexp(b, a));
        close(
          logaddexp(a, b),
          Math.log(Math.exp(a) + Math.exp(b)),
          1e-15,
          Math.max(1, Math.abs(a), Math.abs(b)),
        );
      }
    }
  });
});
