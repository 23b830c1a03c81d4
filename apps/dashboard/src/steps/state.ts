import { computed, type ReadonlySignal } from "@preact/signals";
import { linked } from "../url/linked.ts";
import { type Example, findExample, lectureArguments } from "./examples.ts";
import { type Field, fieldsOf, parseNumbers, withNumbers } from "./fields.ts";
import { type Mode, type Sweep, sweepOf } from "./sweep.ts";

/** What the address remembers of the step tables. */
export const address = {
  example: linked("example", "ridge"),
  mode: linked("mode", "reverse"),
  step: linked("step", "1"),
  inputs: linked("inputs", ""),
};

export const example: ReadonlySignal<Example> = computed(() => findExample(address.example.value));

export const mode: ReadonlySignal<Mode> = computed(() =>
  address.mode.value === "forward" ? "forward" : "reverse",
);

/** The arguments: the lecture's, or with the reader's numbers in them. */
export const values: ReadonlySignal<readonly unknown[]> = computed(() => {
  const lecture = lectureArguments(example.value);
  const count = fieldsOf(lecture, example.value.argumentNames).length;
  const numbers = parseNumbers(address.inputs.value, count);
  return numbers ? withNumbers(lecture, numbers) : lecture;
});

export const fields: ReadonlySignal<readonly Field[]> = computed(() =>
  fieldsOf(values.value, example.value.argumentNames),
);

/** Traced anew only when the example, its numbers or the mode change, not at every step. */
export const sweep: ReadonlySignal<Sweep> = computed(() =>
  sweepOf(example.value, values.value, mode.value),
);

/** Rows visited so far, at least one. */
export const visited: ReadonlySignal<number> = computed(() => {
  const step = Math.round(Number(address.step.value));
  return Math.max(1, Math.min(sweep.value.rows.length, Number.isFinite(step) ? step : 1));
});

export function goTo(step: number): void {
  address.step.value = String(Math.max(1, Math.min(sweep.value.rows.length, step)));
}
