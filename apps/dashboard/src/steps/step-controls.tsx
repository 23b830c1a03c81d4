interface StepControlsProps {
  readonly visited: number;
  readonly count: number;
  goTo(visited: number): void;
}

/** Buttons and a slider; the arrow keys are the stepper's. */
export function StepControls({ visited, count, goTo }: StepControlsProps) {
  const atStart = visited <= 1;
  const atEnd = visited >= count;
  return (
    <div class="step-controls">
      <button type="button" onClick={() => goTo(1)} disabled={atStart} aria-label="First step">
        «
      </button>
      <button type="button" onClick={() => goTo(visited - 1)} disabled={atStart}>
        Back
      </button>
      <button
        type="button"
        class="primary"
        id="step"
        onClick={() => goTo(visited + 1)}
        disabled={atEnd}
      >
        Step
      </button>
      <button type="button" onClick={() => goTo(count)} disabled={atEnd} aria-label="Last step">
        »
      </button>
      <input
        type="range"
        min={1}
        max={count}
        value={visited}
        aria-label="Position in the Wengert list"
        onInput={(event) => goTo(Number(event.currentTarget.value))}
      />
      <output id="count">
        {visited} of {count}
      </output>
    </div>
  );
}
