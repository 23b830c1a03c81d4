import { expect, test } from "vitest";
import { type OpEntry, type OpName, ops } from "../src/index.ts";

const one = (entry: OpEntry) => (typeof entry === "function" ? entry(2) : entry);
const entries = Object.entries(ops) as [OpName, OpEntry][];

test.each(entries)("%s is listed under its own name", (name, entry) => {
  expect(one(entry).name).toBe(name);
});

test.each(entries)("%s declares its cost and tier", (_name, entry) => {
  const { flops, tier } = one(entry);
  expect(flops).toBeGreaterThanOrEqual(0);
  expect([0, 1]).toContain(tier);
});
