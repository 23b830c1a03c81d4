import { describe, expect, test } from "vitest";
import * as bessel from "../../src/special/bessel.ts";
import * as digamma from "../../src/special/digamma.ts";
import * as errorFunction from "../../src/special/error-function.ts";
import * as gamma from "../../src/special/gamma.ts";
import * as inverse from "../../src/special/inverse-error-function.ts";
import * as mills from "../../src/special/mills-ratio.ts";
import * as normal from "../../src/special/normal.ts";
import * as polygamma from "../../src/special/polygamma.ts";
import * as rounding from "../../src/special/rounding.ts";
import * as sinc from "../../src/special/sinc.ts";
import * as stable from "../../src/special/stable.ts";
import * as trigonometricPi from "../../src/special/trigonometric-pi.ts";
import * as zeta from "../../src/special/zeta.ts";
import { readData, toNumber, ulps } from "./support.ts";

const functions: Record<string, unknown> = {
  ...bessel,
  ...digamma,
  ...errorFunction,
  ...gamma,
  ...inverse,
  ...mills,
  ...normal,
  ...polygamma,
  ...rounding,
  ...sinc,
  ...stable,
  ...trigonometricPi,
  ...zeta,
};

/** Functions not held to 4 ulp of the result, and why. */
const exceptions: Record<string, { ulps: number; scale?: (...args: number[]) => number }> = {
  // x + h(x) cancels for x > −1
  inverseMillsSlope: { ulps: 8 },
  inverseMillsCurvature: { ulps: 100 },
  // has zeros: relative to its envelope πⁿ/max(n + 1, πx) instead, and to the result where πx ≤ 1
  sincDerivative: {
    ulps: 8,
    scale: (n = 0, x = 0) =>
      Math.PI * Math.abs(x) <= 1 ? 0 : Math.PI ** n / Math.max(n + 1, Math.PI * Math.abs(x)),
  },
  fmod: { ulps: 0 },
  roundHalfEven: { ulps: 0 },
};

const table = (readData("special") as { functions: Record<string, (number | string)[][]> })
  .functions;

describe.each(Object.entries(table))("%s", (name, rows) => {
  const fn = functions[name] as (...args: number[]) => number;
  const limit = exceptions[name]?.ulps ?? 4;
  test(`agrees with ${rows.length} hard points to ${limit} ulp`, () => {
    for (const row of rows) {
      const numbers = row.map(toNumber);
      const want = numbers.pop() as number;
      const got = fn(...numbers);
      const scale = Math.max(Math.abs(want), exceptions[name]?.scale?.(...numbers) ?? 0);
      expect(
        ulps(got, want, scale),
        `${name}(${numbers.join(", ")}) = ${got}, expected ${want}`,
      ).toBeLessThanOrEqual(limit);
    }
  });
  test("propagates NaN", () => {
    const arity = (rows[0] as unknown[]).length - 1;
    expect(fn(...Array<number>(arity).fill(NaN))).toBeNaN();
  });
});
