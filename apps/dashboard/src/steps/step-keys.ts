import { goTo, sweep, visited } from "./state.ts";

/** Where a key leads, if anywhere. */
function targetOf(key: string): number | undefined {
  switch (key) {
    case "ArrowRight":
    case "ArrowDown":
      return visited.value + 1;
    case "ArrowLeft":
    case "ArrowUp":
      return visited.value - 1;
    case "Home":
      return 1;
    case "End":
      return sweep.value.rows.length;
    default:
      return undefined;
  }
}

/** Arrow keys, Home and End step the sweep. The slider moves by itself. */
export function stepKeys(event: KeyboardEvent): void {
  const modified = event.altKey || event.ctrlKey || event.metaKey;
  if (modified || event.target instanceof HTMLInputElement) return;
  const target = targetOf(event.key);
  if (target === undefined) return;
  event.preventDefault();
  goTo(target);
}
