import { describe, expect, test } from "vitest";
import { parseArguments } from "../src/arguments.ts";
import { UsageError } from "../src/names.ts";
import { select } from "../src/selection.ts";
import { cube, ridge, right } from "./fixtures/surroundings.ts";

describe("arguments", () => {
  test("names may be repeated or separated by commas", () => {
    const args = parseArguments(["--problem", "a,b", "--problem=c", "--sizes", "10,1000"]);
    expect(args.problems).toEqual(["a", "b", "c"]);
    expect(args.sizes).toEqual([10, 1000]);
  });

  test("--micro is the suite of that name", () => {
    expect(parseArguments(["--micro"]).suites).toEqual(["micro"]);
  });

  test("nothing asks for everything, quickly", () => {
    const args = parseArguments([]);
    expect(args).toMatchObject({ suites: [], problems: [], backends: [], sizes: [], full: false });
  });

  test.each([
    [["--sute", "A"], 'unknown flag "--sute": did you mean "--suite"?'],
    [["--zzzzzz"], 'unknown flag "--zzzzzz": see --help'],
    [["-q"], 'unknown flag "-q": see --help'],
    [["ridge"], 'unexpected "ridge": problems are named with --problem'],
    [["--sizes", "0"], 'flag "--sizes" expects positive integers, got "0"'],
    [["--sizes", "1.5"], 'flag "--sizes" expects positive integers, got "1.5"'],
    [["--sizes", "ten"], 'flag "--sizes" expects positive integers, got "ten"'],
    [["--sizes"], 'flag "--sizes" expects a value, as in --sizes 10,1000'],
    [["--out", "--full"], 'flag "--out" expects a value, as in --out results'],
    [["--problem="], 'flag "--problem" expects a value, as in --problem ridge'],
    [["--full=yes"], 'flag "--full" takes no value'],
  ])("%j is one clear line", (argv, line) => {
    expect(() => parseArguments(argv)).toThrow(new UsageError(line));
  });
});

describe("selection", () => {
  const choose = (...argv: string[]) => select(parseArguments(argv), [ridge, cube], [right]);
  const named = (...argv: string[]) =>
    choose(...argv).choices.map(({ problem, size }) => `${problem.id} ${size}`);

  test("takes the quick sizes, or all of them", () => {
    expect(named("--problem", "cube")).toEqual(["cube 1"]);
    expect(named("--problem", "cube", "--full")).toEqual(["cube 1", "cube 2"]);
  });

  test("takes any size of a named problem, and listed sizes of the others", () => {
    expect(named("--problem", "cube", "--sizes", "77,7")).toEqual(["cube 7", "cube 77"]);
    expect(named("--sizes", "1")).toEqual(["cube 1"]);
  });

  test("measures single operations unless something else was asked for", () => {
    expect(choose().micro).toBe(true);
    expect(choose("--problem", "cube").micro).toBe(false);
    expect(choose("--suite", ridge.suite).micro).toBe(false);
    expect(choose("--micro")).toMatchObject({ micro: true, choices: [] });
  });

  test("knows the hand-written row by name", () => {
    expect(choose("--backend", "hand-written").backends).toEqual([]);
    expect(choose("--backend", "tape").backends).toEqual([right]);
  });

  test.each([
    [["--problem", "rigde"], 'unknown problem "rigde": did you mean "ridge"?'],
    [["--backend", "tap"], 'unknown backend "tap": did you mean "tape"?'],
    [["--suite", "A"], 'unknown suite "A": did you mean "A-worked-examples"?'],
    [["--backend", "dual"], 'unknown backend "dual": expected one of tape, hand-written'],
    [
      ["--sizes", "999"],
      "no problem lists size 999: expected one of 1, 2, 16, 256, 4096, or name a --problem",
    ],
  ])("%j is one clear line", (argv, line) => {
    expect(() => choose(...argv)).toThrow(new UsageError(line));
  });
});
