import type { ProblemOutline } from "../results/outline.ts";
import { chosen } from "../state.ts";

interface ProblemChoiceProps {
  readonly outlines: readonly ProblemOutline[];
  readonly problem: string;
}

/** All problems of the file, by suite. */
export function ProblemChoice({ outlines, problem }: ProblemChoiceProps) {
  const suites = [...new Set(outlines.map((o) => o.suite))];
  return (
    <label class="select">
      <span>Problem</span>
      <select
        name="problem"
        value={problem}
        onChange={(event) => {
          chosen.problem.value = event.currentTarget.value;
        }}
      >
        {suites.map((suite) => (
          <optgroup key={suite} label={suite.replaceAll("-", " ")}>
            {outlines
              .filter((o) => o.suite === suite)
              .map((o) => (
                <option key={o.problem} value={o.problem}>
                  {o.problem}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
