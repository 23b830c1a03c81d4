/** What the address after `#` says: names and values, all optional. */
export type HashState = Readonly<Record<string, string>>;

/** `#problem=ridge&step=3` as a record; what is not of that form is ignored. */
export function parseHash(hash: string): HashState {
  return Object.fromEntries(new URLSearchParams(hash.replace(/^#/, "")));
}

/** A record as `#…`; empty values are left out, so that the plain page has a plain address. */
export function formatHash(state: HashState): string {
  const entries = Object.entries(state).filter(([, value]) => value !== "");
  // Commas and slashes are legal in fragments, and read better than their codes.
  const text = new URLSearchParams(entries)
    .toString()
    .replaceAll("%2C", ",")
    .replaceAll("%2F", "/");
  return text === "" ? "" : `#${text}`;
}
