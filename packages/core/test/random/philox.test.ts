import { describe, expect, test } from "vitest";
import {
  fillNormal,
  fillRademacher,
  fillUniform,
  normals,
  philox4x32,
  rademacher,
  uniforms,
} from "../../src/random/philox.ts";
import { readData } from "../special/support.ts";

type Words<N extends 2 | 4> = N extends 2 ? [string, string] : [string, string, string, string];

interface Answer {
  readonly ctr: Words<4>;
  readonly key: Words<2>;
  readonly out: Words<4>;
}

const rng = readData("rng") as {
  philox4x32_10_kat: Answer[];
  normals: { seed: number; stream: number; block: number; values: number[] }[];
  rademacher_bits: { first_32_signs_seed42: number[] };
};
const word = (hex: string): number => Number.parseInt(hex, 16);

describe("philox4x32-10", () => {
  test("gives the known answers of its authors", () => {
    for (const { ctr, key, out } of rng.philox4x32_10_kat) {
      const got = new Uint32Array(4);
      const [c0, c1, c2, c3] = ctr.map(word) as [number, number, number, number];
      philox4x32(got, c0, c1, c2, c3, word(key[0]), word(key[1]));
      expect([...got]).toEqual(out.map(word));
    }
  });
  test("agrees with arithmetic in big integers", () => {
    const mask = 0xffffffffn;
    let state = 12345n;
    const next = (): bigint =>
      (state = (state * 6364136223846793005n + 1442695040888963407n) & (2n ** 64n - 1n)) >> 32n;
    for (let trial = 0; trial < 300; trial++) {
      const input = Array.from({ length: 6 }, next);
      let [x0, x1, x2, x3, k0, k1] = input as [bigint, bigint, bigint, bigint, bigint, bigint];
      for (let round = 0; round < 10; round++) {
        const [p0, p1] = [0xd2511f53n * x0, 0xcd9e8d57n * x2];
        [x0, x1, x2, x3] = [(p1 >> 32n) ^ x1 ^ k0, p1 & mask, (p0 >> 32n) ^ x3 ^ k1, p0 & mask];
        [k0, k1] = [(k0 + 0x9e3779b9n) & mask, (k1 + 0xbb67ae85n) & mask];
      }
      const got = new Uint32Array(4);
      philox4x32(got, ...(input.map(Number) as [number, number, number, number, number, number]));
      expect([...got]).toEqual([x0, x1, x2, x3].map(Number));
    }
  });
});

describe("laws", () => {
  test("normals agree with the project's vectors", () => {
    for (const { seed, stream, block, values } of rng.normals) {
      normals(seed, stream, 4, 4 * block).forEach((x, i) => {
        expect(Math.abs(x / (values[i] as number) - 1)).toBeLessThanOrEqual(1e-14);
      });
    }
  });
  test("signs agree with the project's vector", () => {
    expect([...rademacher(42, 0, 32)]).toEqual(rng.rademacher_bits.first_32_signs_seed42);
  });
  test.each([
    ["fillNormal", fillNormal],
    ["fillUniform", fillUniform],
    ["fillRademacher", fillRademacher],
  ])("%s gives the same numbers in any chunks", (_name, fill) => {
    const whole = fill(new Float64Array(1000), 2 ** 53 - 1, 7);
    const pieces = new Float64Array(1000);
    for (let at = 0, size = 1; at < 1000; at += size, size = (size * 7 + 3) % 61 || 1) {
      fill(pieces.subarray(at, at + size), 2 ** 53 - 1, 7, at);
    }
    expect(pieces).toEqual(whole);
  });
  test("seeds and streams above 2³² count in full", () => {
    expect(uniforms(1, 0, 4)).not.toEqual(uniforms(1 + 2 ** 32, 0, 4));
    expect(uniforms(1, 1, 4)).not.toEqual(uniforms(1, 1 + 2 ** 32, 4));
  });
  test("moments are those of the laws, to 5 standard errors", () => {
    const n = 200_000;
    const moment = (x: Float64Array, k: number): number => x.reduce((s, v) => s + v ** k, 0) / n;
    const [z, u, s] = [normals(3, 1, n), uniforms(3, 2, n), rademacher(3, 3, n)];
    expect(Math.abs(moment(z, 1))).toBeLessThan(5 / Math.sqrt(n));
    expect(Math.abs(moment(z, 2) - 1)).toBeLessThan(5 * Math.sqrt(2 / n));
    expect(Math.abs(moment(z, 4) - 3)).toBeLessThan(5 * Math.sqrt(96 / n));
    expect(Math.abs(moment(u, 1) - 0.5)).toBeLessThan(5 / Math.sqrt(12 * n));
    expect(Math.abs(moment(s, 1))).toBeLessThan(5 / Math.sqrt(n));
  });
  test("refuses a seed that is not a safe integer", () => {
    expect(() => normals(0.5, 0, 1)).toThrow("[core] random: expected seed");
    expect(() => normals(-1, 0, 1)).toThrow("[core] random: expected seed");
  });
});
