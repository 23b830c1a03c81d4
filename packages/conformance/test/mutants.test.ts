import { mutants, runConformance, runMutants } from "@wengert/ad-conformance";
import { forward } from "@wengert/ad-forward";
import { tape } from "@wengert/ad-tape";
import { describe, expect, test } from "vitest";

const references = { tape: () => tape(), forward: () => forward() };

describe.each(Object.entries(references))("wrong variants of %s", (_, reference) => {
  const results = runMutants(reference, {});
  const score = results.filter(({ caught }) => caught).length / results.length;

  test.each(results)("$mutant is caught", ({ caught, by }) => {
    expect(caught, JSON.stringify(by)).toBe(true);
  });

  test(`the mutation score is 1: ${results.length} of ${mutants.length}`, () => {
    expect(score).toBe(1);
    console.log(results.map((r) => `${r.mutant}: ${Object.keys(r.by).join()} ${Object.values(r.by)[0]}`).join("\n"));
  });

  test("the unspoilt backend passes", () => {
    expect(runConformance(reference).counts.failed).toBe(0);
  });
});
