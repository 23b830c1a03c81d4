import { forward } from "@wengert/ad-forward";
import { tape } from "@wengert/ad-tape";
import { afterAll, describe, expect, test } from "vitest";
import { type RuleCase, ruleCases } from "../src/rules/case.ts";
import { checkRuleCase, type RuleCheck, ruleChecks } from "../src/rules/check.ts";
import { exceptionOf, ruleExceptions, scopeOf } from "../src/rules/scope.ts";
import { rules } from "../src/rules/table.ts";
import { groupBy, oracleData } from "./oracle-data.ts";

const cases = ruleCases(oracleData("opinfo.jsonl.gz"));
const inScope = cases.filter((c) => scopeOf(c) === undefined);
const byOp = groupBy(inScope, (c) => c.op);

/** Value, pullback, pushforward; second derivatives forward over reverse, over forward, and reverse over reverse. */
const runs = [
  { backend: tape(), outer: forward(), checks: ruleChecks },
  { backend: forward(), outer: forward(), checks: ruleChecks },
  { backend: tape(), outer: tape(), checks: ["hvp"] },
] as const;

interface Tally {
  passed: number;
  failed: number;
  excused: number;
}

const tallies = new Map<RuleCheck, Tally>(
  ruleChecks.map((check) => [check, { passed: 0, failed: 0, excused: 0 }]),
);

/** What is wrong with one check of a case under every pair of backends. */
function failures(c: RuleCase, check: RuleCheck): string[] {
  const wrong = runs
    .filter(({ checks }) => (checks as readonly RuleCheck[]).includes(check))
    .map(({ backend, outer }) => checkRuleCase(c, backend, { checks: [check], outer }));
  const found = wrong.filter((text) => text !== undefined);
  const tally = tallies.get(check) as Tally;
  if (exceptionOf(c, check) !== undefined) {
    tally.excused++;
    return found.length > 0 ? [] : [`${c.id} ${check} agrees: remove the exception`];
  }
  if (found.length > 0) tally.failed++;
  else tally.passed++;
  return found;
}

describe("rules", () => {
  for (const [op, list] of byOp) {
    test(`${op} agrees with the oracle`, () => {
      const wrong = list.flatMap((c) =>
        ruleChecks
          .filter((check) => check !== "hvp" || c.hvp !== undefined)
          .flatMap((check) => failures(c, check)),
      );
      expect(wrong).toEqual([]);
    });
  }

  afterAll(() => {
    const outside = cases.length - inScope.length;
    const parts = [...tallies].map(
      ([check, { passed, failed, excused }]) =>
        `${check} ${passed}/${passed + failed + excused} (${excused} explained, ${failed} failed)`,
    );
    process.stdout.write(
      `opinfo: ${byOp.size} ops, ${inScope.length} of ${cases.length} cases in scope (${outside} need factorisations): ${parts.join(", ")}\n`,
    );
  });
});

describe("the rule suite", () => {
  test("has an adapter for every op in scope, and none besides", () => {
    expect(Object.keys(rules).sort()).toEqual([...byOp.keys()].sort());
  });

  test("excuses existing cases only", () => {
    const ids = new Set(inScope.map((c) => c.id));
    expect(ruleExceptions.flatMap((e) => e.ids).filter((id) => !ids.has(id))).toEqual([]);
  });

  test.each(["vjp", "jvp", "hvp", "out"] as const)("notices %s that is off by 1e-8", (key) => {
    const c = inScope.find(({ id }) => id === "matmul#1") as RuleCase;
    const off = (c[key] as RuleCase["out"]).map(({ shape, dtype, data }) => ({
      shape,
      dtype,
      data: data.map((x) => Number(x) * (1 + 1e-8)),
    }));
    expect(checkRuleCase(c, tape())).toBeUndefined();
    expect(checkRuleCase({ ...c, [key]: off }, tape())).toMatch(/^matmul#1 \w+ via tape: /);
  });

  test("reports an op without an adapter and a rule that throws", () => {
    const c = inScope.find(({ id }) => id === "dot#100") as RuleCase;
    expect(checkRuleCase({ ...c, op: "nothing" }, tape())).toContain("no adapter for nothing");
    expect(checkRuleCase({ ...c, args: [] }, tape())).toContain("throws");
  });
});
