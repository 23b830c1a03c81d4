import { expect, test } from "vitest";
import { formatHash, parseHash } from "../src/url/hash.ts";

test("an address comes back as it went", () => {
  const state = { problem: "ridge", cell: "ridge/2/tape", inputs: "1,-2.5e-3", step: "3" };
  expect(parseHash(formatHash(state))).toEqual(state);
});

test("commas and slashes stay legible, and empty values are left out", () => {
  expect(formatHash({ cell: "a/2/b", inputs: "1,2", size: "" })).toBe("#cell=a/2/b&inputs=1,2");
  expect(formatHash({ size: "" })).toBe("");
});

test("what is no name and value is harmless", () => {
  expect(parseHash("")).toEqual({});
  expect(parseHash("#steps")).toEqual({ steps: "" });
});
