import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { mistakesIn, type ResultsDocument } from "./document.ts";
import { UsageError } from "./names.ts";

/** A copy of the newest results file: what the dashboard shows. */
const latestName = "latest.json";

/** Can results be written there? Asked before anything is measured. */
export function requireWritable(folder: string): void {
  const probe = join(folder, temporaryName());
  try {
    makeFolder(folder);
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    throw new UsageError(`cannot write into ${folder}: ${(error as Error).message}`);
  }
}

/** Not `recursive`: inside of /proc that would never return. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

/**
 * Write `<date>.json` and `latest.json`: each appears whole or not at all.
 *
 * @returns the path of the dated file
 * @throws Error when the document does not follow the schema: then nothing is written
 */
export function writeResults(folder: string, document: ResultsDocument): string {
  const mistakes = mistakesIn(document);
  if (mistakes.length > 0) {
    throw new Error(`the results do not follow their schema:\n  ${mistakes.join("\n  ")}`);
  }
  const text = `${JSON.stringify(document, null, 1)}\n`;
  const path = join(folder, `${document.date.replaceAll(":", "-")}.json`);
  writeWhole(path, text);
  writeWhole(join(folder, latestName), text);
  return path;
}

/** Write beside the file and rename: a reader sees the old text or the new one. */
export function writeWhole(path: string, text: string): void {
  const temporary = join(dirname(path), temporaryName());
  try {
    writeFileSync(temporary, text, { flag: "wx" });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new UsageError(`cannot write ${path}: ${(error as Error).message}`);
  }
}

/** @throws UsageError when the file cannot be read */
export function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new UsageError(`cannot read ${path}: ${(error as Error).message}`);
  }
}

function temporaryName(): string {
  return `.${randomBytes(6).toString("hex")}.tmp`;
}
