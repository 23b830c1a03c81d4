import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { test } from "vitest";
import { forward } from "@wengert/ad-forward";
import { tape } from "@wengert/ad-tape";
import { ruleCases } from "../src/rules/case.ts";
import { checkRuleCase } from "../src/rules/check.ts";
import { scopeOf } from "../src/rules/scope.ts";
import { rules } from "../src/rules/table.ts";
test("scratch", () => {
  const cases = ruleCases(gunzipSync(readFileSync(new URL("../data/opinfo.jsonl.gz", import.meta.url))).toString());
  const missing = new Map<string, number>(); let pass = 0, fail = 0;
  const only = process.env["ONLY"];
  const t0: Record<string, number> = {};
  for (const c of cases) {
    if (only && !new RegExp(only).test(c.op)) continue;
    if (scopeOf(c)) continue;
    if (!rules[c.op]) { missing.set(c.op, 1); continue; }
    const s = performance.now();
    const outs = [checkRuleCase(c, tape(), { outer: forward() }), checkRuleCase(c, forward()), checkRuleCase(c, tape(), { checks: ["hvp"] })];
    t0[c.op] = (t0[c.op] ?? 0) + performance.now() - s;
    const bad = [...new Set(outs.filter((x) => x))];
    if (bad.length) { fail++; console.log(bad.join("\n   ").slice(0, 500)); } else pass++;
  }
  console.log({ pass, fail, missing: missing.size });
  console.log([...missing.keys()].join(" "));
  console.log(Object.entries(t0).sort((a, b) => b[1] - a[1]).slice(0, 8).map(([k, v]) => `${k} ${v.toFixed(0)}`).join(", "));
}, 600000);
