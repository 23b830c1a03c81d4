import { writeFileSync } from "node:fs";
import { tape } from "@wengert/ad-tape";
import { test } from "vitest";
import { mistakes } from "../src/errors/cases.ts";
import { normaliseError } from "../src/errors/normalise.ts";
test("golden", () => {
  const out: Record<string, string> = {};
  for (const m of mistakes) {
    try { out[m.id] = "NO ERROR " + String(m.make(tape())); } catch (e) { out[m.id] = normaliseError(e); }
  }
  writeFileSync("/tmp/golden.json", JSON.stringify(out, null, 1));
});
