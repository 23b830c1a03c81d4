import { batch } from "@preact/signals";
import { formatSteps } from "@wengert/ad-core";
import { Choice } from "../ui/choice.tsx";
import { Section } from "../ui/section.tsx";
import { Agreement } from "./agreement.tsx";
import { examples } from "./examples.ts";
import { explain } from "./explain.ts";
import { NumberFields } from "./number-fields.tsx";
import { address, example, fields, goTo, mode, sweep, values, visited } from "./state.ts";
import { StepControls } from "./step-controls.tsx";
import { StepGraph } from "./step-graph.tsx";
import { stepKeys } from "./step-keys.ts";
import { StepTable } from "./step-table.tsx";

/** The worked examples, step by step: core's own trace of the sweep, drawn and tabulated. */
export function Steps() {
  const { problem } = example.value;
  const at = visited.value;
  const all = sweep.value;
  return (
    <Section
      id="steps"
      title="Step by step"
      lead="Every function is a list of operations. Forward mode walks down the list with tangents; reverse mode walks back up with adjoints. Both run in this page, by the library itself."
    >
      <div class="controls">
        <Choice
          label="Example"
          name="example"
          value={problem.id}
          choose={(id) => {
            batch(() => {
              address.example.value = id;
              address.inputs.value = "";
              address.step.value = "1";
            });
          }}
          options={examples.map((e) => [e.problem.id, e.problem.id] as const)}
        />
        <Choice
          label="Sweep"
          name="mode"
          value={mode.value}
          choose={(name) => {
            batch(() => {
              address.mode.value = name;
              address.step.value = "1";
            });
          }}
          options={[
            ["forward", "forward"],
            ["reverse", "reverse"],
          ]}
        />
      </div>
      <p class="formula">
        <b>{problem.title}.</b> <span class="maths">{problem.formula}</span>
      </p>
      <NumberFields
        fields={fields.value}
        changed={address.inputs.value !== ""}
        change={(numbers) => {
          address.inputs.value = numbers.join(",");
        }}
        reset={() => {
          address.inputs.value = "";
        }}
      />
      <div
        class="stepper card"
        tabIndex={0}
        role="group"
        aria-label="Sweep; arrow keys step"
        onKeyDown={stepKeys}
      >
        <StepControls visited={at} count={all.rows.length} goTo={goTo} />
        <p class="explain" aria-live="polite">
          {explain(all, at - 1)}
        </p>
        <StepGraph sweep={all} visited={at} />
        <StepTable sweep={all} visited={at} goTo={goTo} />
      </div>
      <h3>The same gradient by every backend</h3>
      <Agreement example={example.value} values={values.value} />
      <details>
        <summary>The table as text, as formatSteps prints it</summary>
        <pre>{formatSteps(all.trace)}</pre>
      </details>
    </Section>
  );
}
