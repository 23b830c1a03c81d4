/**
 * An error text with what differs from run to run taken out: the position in the user's source, and
 * the name of the backend.
 */
export function normaliseError(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text
    .split("\n")
    .filter((line) => !/^ {2}at \S+:\d+:\d+$/.test(line))
    .join("\n")
    .replace(/a call of \S+ that/, "a call of <backend> that")
    .replace(/(differentiable leaves of) .*?, got/, "$1 <dtypes>, got");
}
