import { type ReadonlySignal, signal } from "@preact/signals";

function matches(query: string): ReadonlySignal<boolean> {
  const list = matchMedia(query);
  const value = signal(list.matches);
  list.addEventListener("change", () => {
    value.value = list.matches;
  });
  return value;
}

/** Does the reader's system ask for dark pages? */
export const dark: ReadonlySignal<boolean> = matches("(prefers-color-scheme: dark)");
