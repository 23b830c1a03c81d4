/** Where in the user's source something happened: `file:line:column`. */
export type SourcePosition = string;

export interface ErrorDetails {
  /** Stable number of the class, with a section of the same name in docs/reference/errors.md. */
  readonly code: string;
  /** `[package] operation: expected …, got …` */
  readonly message: string;
  /** What to write instead. */
  readonly fix: string;
  readonly where?: SourcePosition | undefined;
  readonly cause?: unknown;
}

/** Every error that this library raises on purpose. */
export class WengertError extends Error {
  readonly code: string;
  readonly fix: string;
  readonly where: SourcePosition | undefined;

  constructor(details: ErrorDetails) {
    const where = details.where ?? userPosition(new Error().stack);
    const text = [
      `${details.code} ${new.target.name}: ${details.message}`,
      ...(where === undefined ? [] : [`  at ${where}`]),
      `  fix: ${details.fix}`,
      `  see docs/reference/errors.md#${details.code.toLowerCase()}`,
    ];
    super(text.join("\n"), details.cause === undefined ? undefined : { cause: details.cause });
    this.name = new.target.name;
    this.code = details.code;
    this.fix = details.fix;
    this.where = where;
  }

  toJSON(): { code: string; name: string; message: string; fix: string; where: string | null } {
    const { code, name, message, fix, where } = this;
    return { code, name, message, fix, where: where ?? null };
  }
}

/** Frames of the library itself, installed or in this repository, and of the JavaScript engine. */
const ownFrame =
  /[\\/]@wengert[\\/]ad-[\w-]+[\\/](?:src|dist)[\\/]|[\\/]packages[\\/](?:core|forward|tape|zero-order|checkpoint|mixed)[\\/](?:src|dist)[\\/]|\bnode:internal|<anonymous>|\bnative\b/;

const position = /(?:file:\/\/)?((?:[A-Za-z]:)?[^()\s]+:\d+:\d+)\)?$/;

/** The innermost frame of a stack that is not the library's. */
export function userPosition(stack: string | undefined): SourcePosition | undefined {
  for (const line of (stack ?? "").split("\n").slice(1)) {
    if (ownFrame.test(line)) continue;
    const match = position.exec(line.trim());
    if (match) return match[1];
  }
  return undefined;
}

/**
 * The library function that the user called: the name in the frame just inside the user's. Used
 * where a check serves many functions.
 */
export function calledOperation(stack: string | undefined): string {
  let name = "operation";
  for (const line of (stack ?? "").split("\n").slice(1)) {
    if (!ownFrame.test(line)) break;
    name = /^\s*at (?:Module\.|Object\.)?([\w$]+) \(/.exec(line)?.[1] ?? name;
  }
  return name;
}
