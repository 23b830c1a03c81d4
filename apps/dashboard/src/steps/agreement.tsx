import { type AnyFunction, type Backend, grad, type Passive, Tensor } from "@wengert/ad-core";
import { forward } from "@wengert/ad-forward";
import { tape } from "@wengert/ad-tape";
import { zeroOrder } from "@wengert/ad-zero-order";
import type { Example } from "./examples.ts";
import { nestedText, numberText } from "./number-text.ts";

interface AgreementProps {
  readonly example: Example;
  readonly values: readonly unknown[];
}

const backends: readonly (() => Backend)[] = [() => forward(), () => tape(), () => zeroOrder()];

/** The same gradient by the closed form and by every backend, computed in this page. */
export function Agreement({ example, values }: AgreementProps) {
  const { problem } = example;
  const all = values as never[];
  const lines: (readonly [string, () => unknown])[] = [
    ["closed form", () => problem.oracle?.(...values)],
    ...backends.map((create): readonly [string, () => unknown] => {
      const backend = create();
      const { argnums } = problem;
      return [backend.name, () => (grad(problem.f, { backend, argnums }) as AnyFunction)(...all)];
    }),
  ];
  return (
    <dl class="agreement">
      {lines.map(([name, run]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{attempt(run)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A gradient as text, or why there is none. */
function attempt(run: () => unknown): string {
  try {
    const gradient = run();
    if (Array.isArray(gradient)) return nestedText(gradient as number[]);
    return gradient === undefined ? "–" : numberText(gradient as Tensor | Passive);
  } catch (error) {
    return (error as Error).message.split("\n")[0] ?? "failed";
  }
}
