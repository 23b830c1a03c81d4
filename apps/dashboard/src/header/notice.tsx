import { results } from "../state.ts";

/** Why there are no results on the page, and what to do. */
export function Notice() {
  const { value } = results;
  if (value.state === "loading") return <p class="notice">Loading the results …</p>;
  return (
    <div class="notice" role="status">
      {value.state === "unreadable" ? (
        <p>
          The results file cannot be shown: {value.reason}. A new one comes from this command, at
          the root of the repository:
        </p>
      ) : (
        <p>
          There is no results file yet. This command, at the root of the repository, compares every
          backend on every problem and writes one:
        </p>
      )}
      <pre>
        <code>npm run bench</code>
      </pre>
      <p>Then load this page again. The step tables below need no results.</p>
    </div>
  );
}
