import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as core from "../src/index.ts";

const pages = ["ops.md", "operators.md"].map((name) =>
  readFileSync(join(import.meta.dirname, "../../../docs/reference", name), "utf8"),
);

const functions = Object.entries(core)
  .filter(([name, member]) => typeof member === "function" && /^[a-z]/.test(name))
  .map(([name]) => name);

test.each(functions)("%s is in the reference, where its example runs", (name) => {
  expect(pages.some((page) => new RegExp(`\\b${name}\\b`).test(page))).toBe(true);
});
