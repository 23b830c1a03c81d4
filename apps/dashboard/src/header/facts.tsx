import type { ResultsDocument } from "../results/document.ts";
import { formatBytes, formatDuration, formatSpread } from "../results/format.ts";
import { resultsUrl } from "../results/load.ts";
import { noiseOf } from "./noise.ts";

/** Machine, commit, date, versions and noise of the run. */
export function Facts({ document }: { readonly document: ResultsDocument }) {
  const { machine, commit, versions, methods } = document;
  const { node, v8, ...others } = versions;
  const noise = noiseOf(document);
  return (
    <>
      <dl class="facts">
        <Fact term="Machine">
          {machine.cpu}
          <small>
            {machine.cores} cores · {formatBytes(machine.memoryBytes)} · {machine.platform}
          </small>
        </Fact>
        <Fact term="Run">
          <time dateTime={document.date}>{formatDate(document.date)}</time>
          <small>
            {document.mode}, {document.rows.length} rows in {formatDuration(document.seconds)}
          </small>
        </Fact>
        <Fact term="Commit">
          {commit === null ? "unknown" : <code title={commit.id}>{commit.id.slice(0, 10)}</code>}
          <small>{commit?.modified ? "with uncommitted changes" : "as committed"}</small>
        </Fact>
        <Fact term="Node">
          {node ?? "unknown"}
          <small>V8 {v8?.split("-")[0] ?? "unknown"}</small>
        </Fact>
        <Fact term="Noise">
          {formatSpread(noise.typical)}
          <small>
            typical; {noise.noisy} of {noise.timed} times noisy
            {document.loadBefore === undefined ? "" : `; load before ${document.loadBefore}`}
          </small>
        </Fact>
      </dl>
      <div class="more">
        <details>
          <summary>Methods and versions</summary>
          <dl class="methods">
            {Object.entries(methods).map(([name, text]) => (
              <Fact key={name} term={name}>
                {text}
              </Fact>
            ))}
            <Fact term="versions">
              {Object.entries(others)
                .map(([name, version]) => `${name} ${version}`)
                .join(" · ")}
            </Fact>
          </dl>
        </details>
        <a
          class="download"
          href={resultsUrl}
          download={`wengert-${document.date.slice(0, 10)}.json`}
        >
          Download the results (JSON)
        </a>
      </div>
    </>
  );
}

function Fact({
  term,
  children,
}: {
  readonly term: string;
  readonly children: preact.ComponentChildren;
}) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** `2026-03-14 09:26 UTC` */
function formatDate(date: string): string {
  const parsed = new Date(date);
  return Number.isNaN(parsed.getTime())
    ? date
    : `${parsed.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
