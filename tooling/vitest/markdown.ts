// Runs the examples of a Markdown file: every fenced block opened by ```ts is one test.
// Blocks that must not run carry another tag (`typescript`, `text`).

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Plugin, transformWithOxc } from "vite";

const fence = /^```ts\n([\s\S]*?)^```$/gm;
const importStatement = /^import\s+(?:(\*\s+as\s+\w+)|(\{[^}]*\}))\s*from\s*("[^"]*");$/gm;
const blank = (text: string) => text.replace(/[^\n]/g, "");

/** Blocks stand alone, so each imports for itself: inside its test, with the names that it uses. */
const dynamicImport = (_: string, star = "", names = "", from = ""): string =>
  `const ${star.replace(/^\*\s+as\s+/, "") || names.replace(/\btype\s+\w+,?/g, "").replace(/\bas\b/g, ":")} = await import(${from});`;

/**
 * Turn a Markdown file into a test file of the same line numbers.
 *
 * `expression; // => value` becomes an equality, `expression; // ~> 0.842` an equality to the digits shown.
 */
export const markdown = (): Plugin => ({
  name: "markdown-doctest",
  enforce: "pre",
  async transform(source, id) {
    if (!id.endsWith(".md")) return undefined;
    let body = "";
    let end = 0;
    for (const { 0: block, 1: code = "", index } of source.matchAll(fence)) {
      const line = source.slice(0, index).split("\n").length;
      const checked = code
        .replace(importStatement, dynamicImport)
        .replace(
          /^(.*?);? *\/\/ => (.*)$/gm,
          (_, expression, value) => `expect(${expression}).toEqual(${value});`,
        )
        .replace(
          /^(.*?);? *\/\/ ~> ([-+.\de]+).*$/gm,
          (_, expression, value) =>
            `expect(${expression}).toBeCloseTo(${value}, ${value.split(".")[1]?.length ?? 0});`,
        );
      body += `${blank(source.slice(end, index))}test("line ${line}", async () => {\n${checked}});`;
      end = index + block.length;
    }
    return transformWithOxc(`import { expect, test } from "vitest"; ${body}`, `${id}.ts`);
  },
});

/** The Markdown files below `folder` (its own README first) that have something to run. */
export const documents = (folder: string, below: string): string[] => {
  const all = ["README.md"];
  try {
    const found = readdirSync(join(folder, below), { recursive: true, encoding: "utf8" });
    all.push(...found.filter((name) => name.endsWith(".md")).map((name) => `${below}/${name}`));
  } catch {
    // no such folder yet
  }
  return all.filter((name) => {
    try {
      return readFileSync(join(folder, name), "utf8").search(fence) >= 0;
    } catch {
      return false;
    }
  });
};
