import type { Signal } from "@preact/signals";

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly name: string;
  readonly value: Signal<string>;
  readonly options: readonly (readonly [value: T, label: string])[];
  /** The value that counts as chosen when the signal holds none of the options. */
  readonly shown?: T;
}

/** A few alternatives side by side: radio buttons, so arrow keys move among them. */
export function Choice<T extends string>({ label, name, value, options, shown }: ChoiceProps<T>) {
  const current = shown ?? value.value;
  return (
    <fieldset class="choice">
      <legend>{label}</legend>
      <div class="choice-options">
        {options.map(([option, text]) => (
          <label key={option} class={option === current ? "chosen" : ""}>
            <input
              type="radio"
              name={name}
              value={option}
              checked={option === current}
              onChange={() => {
                value.value = option;
              }}
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
