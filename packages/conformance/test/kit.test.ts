import {
  close,
  conformance,
  mutants,
  type Report,
  runConformance,
  scenarios,
  supportMatrix,
  throws,
} from "@wengert/ad-conformance";
import { type Backend, tensor } from "@wengert/ad-core";
import { tape } from "@wengert/ad-tape";
import { describe, expect, test } from "vitest";

const only = ["capabilities", "plumbing"];
const wrong = (name: string) => (): Backend => {
  const mutant = mutants.find((m) => m.name === name);
  if (mutant === undefined) throw new Error(`no mutant ${name}`);
  return mutant.spoil(tape());
};

describe("close", () => {
  test("accepts equal trees and numbers within the tolerance", () => {
    const tree = { a: [1, tensor([1, 2])], b: new Float64Array([3]), c: "text", d: NaN };
    expect(() => close(tree, structuredClone({ ...tree, a: 0 }) && tree, 0)).not.toThrow();
    expect(() => close(1 + 1e-12, 1, 1e-10)).not.toThrow();
    expect(() => close(1e6 + 1e-5, 1e6, 1e-10)).not.toThrow();
    expect(() => close([-Infinity, NaN], [-Infinity, NaN], 0)).not.toThrow();
  });

  test.each([
    ["a number that is off", 1 + 1e-9, 1, "$"],
    ["NaN where there is a number", NaN, 1, "$"],
    ["a number where there is NaN", 1, NaN, "$"],
    ["a scalar tensor for a number", tensor(1), 1, "$"],
    ["a number for a scalar tensor", 1, tensor(1), "$"],
    ["another shape", tensor([[1]]), tensor([1]), "$"],
    ["another dtype", tensor([1], { dtype: "f32" }), tensor([1]), "$"],
    ["an array for a typed array", [1], new Float64Array([1]), "$"],
    [
      "a missing entry",
      [[1, 2], [3]],
      [
        [1, 2],
        [3, 4],
      ],
      "$[1]",
    ],
    ["a missing key", { a: 1 }, { a: 1, b: 2 }, "$"],
    ["a deep difference", { a: [{ b: 1 }] }, { a: [{ b: 2 }] }, "$.a[0].b"],
    ["a string that changed", { label: "x" }, { label: "y" }, "$.label"],
  ])("refuses %s", (_, actual, expected, path) => {
    expect(() => close(actual, expected, 1e-10)).toThrow(`${path}: expected`);
  });
});

describe("throws", () => {
  test("returns the error", () => {
    const error = new RangeError("x");
    const run = (): never => {
      throw error;
    };
    expect(throws(run, RangeError)).toBe(error);
  });

  test("refuses no error and another error", () => {
    expect(() => throws(() => 3, RangeError)).toThrow("got the result 3");
    const other = (): never => {
      throw new TypeError("other");
    };
    expect(() => throws(other, RangeError)).toThrow("expected RangeError, got TypeError: other");
  });
});

describe("the runners", () => {
  test("conformance registers as many tests as runConformance counts", () => {
    const names: string[] = [];
    conformance({ test: (name) => void names.push(name) }, () => tape(), { only });
    const { counts, results } = runConformance(() => tape(), { only });
    expect(names).toHaveLength(counts.passed);
    expect(new Set(names).size).toBe(names.length);
    expect(results.every(({ verdict }) => verdict === "passed")).toBe(true);
  });

  test("a fresh backend is made for every case", () => {
    let made = 0;
    const create = (): Backend => {
      made++;
      return tape();
    };
    const { counts } = runConformance(create, { only });
    expect(made).toBeGreaterThan(counts.passed);
  });

  test("the report survives JSON", () => {
    const report = runConformance(wrong("negated"), { only });
    expect(JSON.parse(JSON.stringify(report)) as Report).toEqual(report);
  });

  test("bail stops at the first failure", () => {
    const { counts } = runConformance(wrong("negated"), { bail: true });
    expect(counts.failed).toBe(1);
  });

  test("order 1 leaves second derivatives out and says why", () => {
    const { results } = runConformance(() => tape(), { only, order: 1 });
    const left = results.filter(({ operator }) => operator === "hvp" || operator === "hessian");
    expect(new Set(left.map(({ detail }) => detail))).toEqual(new Set(["tested to order 1 only"]));
  });

  test("a suite of one's own joins in", () => {
    const suite = {
      id: "own",
      title: "a claim",
      cases: () => [{ name: "holds", run: ({ name }: Backend) => close(name, "tape", 0) }],
    };
    const { results } = runConformance(() => tape(), { only: ["own"], suites: [suite] });
    expect(results.map(({ name, verdict }) => [name, verdict])).toEqual([["holds", "passed"]]);
  });
});

describe("exclusions", () => {
  const excluded = { plumbing: "all signs are wrong", invariants: "all signs are wrong" };

  test("are counted, with their reason", () => {
    const { counts, results } = runConformance(wrong("negated"), {
      only: ["plumbing", "invariants"],
      excluded,
    });
    expect(counts.failed).toBe(0);
    expect(counts.excluded).toBe(results.length);
    expect(results[0]?.detail).toBe("all signs are wrong");
  });

  test("fail once nothing that they exclude fails", () => {
    const { results } = runConformance(() => tape(), { only, excluded: { jacobian: "too slow" } });
    const failed = results.filter(({ verdict }) => verdict === "failed");
    expect(failed.map(({ name }) => name)).toEqual(["jacobian is still needed"]);
  });

  test("become one test each with an injected runner", () => {
    const tests = new Map<string, () => void>();
    const runner = { test: (name: string, run: () => void) => void tests.set(name, run) };
    conformance(runner, wrong("negated"), { only: ["plumbing"], excluded: { plumbing: "signs" } });
    expect([...tests.keys()]).toEqual(["negated(tape): excludes plumbing: signs"]);
    tests.clear();
    conformance(runner, () => tape(), { only: ["plumbing"], excluded: { hvp: "slow" } });
    expect(tests.get("tape: excludes hvp: slow")).toThrow("drop the exclusion");
  });

  test("that match nothing or give no reason are refused", () => {
    const run = (list: Record<string, string>) => (): Report =>
      runConformance(() => tape(), { excluded: list });
    expect(run({ hesian: "typo" })).toThrow('got "hesian", which matches nothing');
    expect(run({ hessian: " " })).toThrow('a reason for "hessian"');
  });
});

test("a backend that declares itself exact may not ask for wide tolerances", () => {
  const run = (): Report => runConformance(() => tape(), { tolerance: 1e-3 });
  expect(run).toThrow("declares exact: true, got 0.001");
});

test("scenarios have names of their own", () => {
  const names = scenarios.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

test("the support matrix shows counts, failures and reasons", () => {
  const right = runConformance(() => tape(), { only, order: 1 });
  const bad = runConformance(wrong("negated"), { only, excluded: { vjp: "signs are wrong" } });
  const text = supportMatrix([right, bad]);
  const [tapeRow, badRow] = text.split("\n").filter((line) => /^\| (tape|negated)/.test(line));
  expect(tapeRow).toMatch(/^\| tape \| \d+ \| .* \| – \[1\] \| – \[1\] \|$/);
  expect(badRow).toContain("✗");
  expect(text).toContain("- [1] tape: not applicable: tested to order 1 only");
  expect(text).toContain("negated(tape): excluded: signs are wrong");
  expect(text).toContain("### Failures");
});
