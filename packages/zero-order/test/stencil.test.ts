import { ArgumentError } from "@wengert/ad-core";
import { assert, integer, nat, property, uniqueArray } from "fast-check";
import { describe, expect, test } from "vitest";
import { stencil } from "../src/index.ts";
import { oracle } from "./support.ts";

describe("stencil solves the Vandermonde system exactly", () => {
  test.each(oracle.stencils)("$kind, derivative $deriv, order $accuracy", (row) => {
    const got = stencil(row.grid, row.deriv);
    expect(got.weights.map(String)).toEqual(row.coefs);
    expect(String(got.errorConstant)).toBe(row.error_const);
    expect(String(got.noise)).toBe(row.abs_sum);
    expect(got.order).toBe(row.accuracy);
    expect(got.numerators.map((n) => n / got.denominator)).toEqual(
      got.weights.map((c) => c.toNumber()),
    );
  });

  test("covers the whole table of 48 stencils", () => {
    expect(oracle.stencils).toHaveLength(48);
  });

  test("takes fractional grids: every double is a fraction", () => {
    expect(stencil([-0.5, 0.5], 1).weights.map(String)).toEqual(["-1", "1"]);
    expect(String(stencil([-0.5, 0.5], 1).errorConstant)).toBe("1/24");
  });

  test("differentiates monomials below p exactly on any whole-number grid", () => {
    const grids = uniqueArray(integer({ min: -6, max: 6 }), { minLength: 2, maxLength: 6 });
    assert(
      property(grids, nat(5), (grid, pick) => {
        const derivative = pick % grid.length;
        const { numerators, denominator } = stencil(grid, derivative);
        let factorial = 1n;
        for (let k = 0; k < grid.length; k++) {
          if (k > 0) factorial *= BigInt(k);
          const moment = grid.reduce(
            (sum, s, i) => sum + BigInt(numerators[i] as number) * BigInt(s) ** BigInt(k),
            0n,
          );
          expect(moment).toBe(k === derivative ? factorial * BigInt(denominator) : 0n);
        }
      }),
    );
  });

  test("the value on a grid that holds 0 has no error at all", () => {
    const got = stencil([-1, 0, 1], 0);
    expect(got.weights.map(String)).toEqual(["0", "1", "0"]);
    expect(got.order).toBe(Infinity);
  });

  test.each([
    ["repeated points", [0, 0, 1], 1],
    ["infinite points", [0, Infinity], 1],
    ["too few points", [0, 1], 2],
    ["a negative derivative", [0, 1], -1],
    ["a broken derivative", [0, 1], 0.5],
  ])("refuses %s", (_, grid, derivative) => {
    expect(() => stencil(grid, derivative)).toThrow(ArgumentError);
  });
});
