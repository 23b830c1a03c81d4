interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly name: string;
  readonly value: T;
  readonly options: readonly (readonly [value: T, label: string])[];
  choose(value: T): void;
}

/** A few alternatives side by side: radio buttons, so arrow keys move among them. */
export function Choice<T extends string>({ label, name, value, options, choose }: ChoiceProps<T>) {
  return (
    <fieldset class="choice">
      <legend>{label}</legend>
      <div class="choice-options">
        {options.map(([option, text]) => (
          <label key={option} class={option === value ? "chosen" : ""}>
            <input
              type="radio"
              name={name}
              value={option}
              checked={option === value}
              onChange={() => choose(option)}
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
