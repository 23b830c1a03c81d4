import type { Field } from "./fields.ts";

interface NumberFieldsProps {
  readonly fields: readonly Field[];
  readonly changed: boolean;
  change(numbers: readonly number[]): void;
  reset(): void;
}

/** The numbers that go in. What is not a finite number is not taken over. */
export function NumberFields({ fields, changed, change, reset }: NumberFieldsProps) {
  const numbers = fields.map((field) => field.value);
  return (
    <fieldset class="number-fields">
      <legend>Inputs</legend>
      {fields.map(({ label, value }, i) => (
        <label key={label}>
          <span>{label}</span>
          <input
            type="number"
            step="any"
            value={Number(value.toPrecision(6))}
            onChange={(event) => {
              const next = event.currentTarget.valueAsNumber;
              if (Number.isFinite(next)) change(numbers.with(i, next));
              else event.currentTarget.value = String(value);
            }}
          />
        </label>
      ))}
      <button type="button" onClick={reset} disabled={!changed}>
        Lecture’s numbers
      </button>
    </fieldset>
  );
}
