import { parseArgs } from "node:util";
import { nearest, UsageError } from "./names.ts";

/** What was asked for on the command line; names are checked later, against what there is. */
export interface Arguments {
  readonly suites: readonly string[];
  readonly problems: readonly string[];
  readonly backends: readonly string[];
  readonly sizes: readonly number[];
  readonly full: boolean;
  readonly json: boolean;
  readonly list: boolean;
  readonly help: boolean;
  readonly updateReadme: boolean;
  readonly out: string | undefined;
}

const options = {
  suite: { type: "string", multiple: true },
  problem: { type: "string", multiple: true },
  backend: { type: "string", multiple: true },
  sizes: { type: "string", multiple: true },
  out: { type: "string" },
  full: { type: "boolean" },
  micro: { type: "boolean" },
  json: { type: "boolean" },
  list: { type: "boolean" },
  "update-readme": { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

type Flag = keyof typeof options;

const flags = Object.keys(options) as Flag[];

/** @throws UsageError for anything that is not a flag of this program. */
export function parseArguments(argv: readonly string[]): Arguments {
  const { values, tokens } = parseArgs({
    args: [...argv],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === "positional") {
      throw new UsageError(`unexpected "${token.value}": problems are named with --problem`);
    }
    if (token.kind === "option") checkFlag(token.name, token.rawName, token.value);
  }
  const list = (flag: "suite" | "problem" | "backend" | "sizes"): string[] =>
    ((values[flag] ?? []) as string[]).flatMap((value) => value.split(",")).filter((v) => v !== "");
  const suites = list("suite");
  return {
    suites: values.micro === true ? [...suites, "micro"] : suites,
    problems: list("problem"),
    backends: list("backend"),
    sizes: list("sizes").map(toSize),
    full: values.full === true,
    json: values.json === true,
    list: values.list === true,
    help: values.help === true,
    updateReadme: values["update-readme"] === true,
    out: values.out as string | undefined,
  };
}

function checkFlag(name: string, rawName: string, value: string | undefined): void {
  const known = flags.find((flag) => flag === name);
  if (known === undefined) {
    const meant = nearest(name, flags);
    const hint = meant === undefined ? "see --help" : `did you mean "--${meant}"?`;
    throw new UsageError(`unknown flag "${rawName}": ${hint}`);
  }
  if (options[known].type === "boolean") {
    if (value !== undefined) throw new UsageError(`flag "--${known}" takes no value`);
  } else if (value === undefined || value === "" || value.startsWith("--")) {
    throw new UsageError(`flag "--${known}" expects a value, as in --${known} ${example[known]}`);
  }
}

const example: Readonly<Record<string, string>> = {
  suite: "A-worked-examples",
  problem: "ridge",
  backend: "tape,forward",
  sizes: "10,1000",
  out: "results",
};

function toSize(text: string): number {
  const size = Number(text);
  if (Number.isSafeInteger(size) && size > 0) return size;
  throw new UsageError(`flag "--sizes" expects positive integers, got "${text}"`);
}
