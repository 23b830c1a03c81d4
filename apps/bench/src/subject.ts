import { grad, jacobian } from "@wengert/ad-core";
import type { Problem } from "@wengert/ad-problems";
import type { BackendEntry } from "./backends.ts";
import { numbersOf, relativeError } from "./compare.ts";
import { bufferBytes } from "./live-bytes.ts";
import type { Opened, TargetName, Task, Verdict } from "./protocol.ts";
import type { Target } from "./sampling.ts";

type Function = (...args: readonly unknown[]) => unknown;

/** What a station holds once it is open. */
export interface Subject {
  readonly opened: Opened;
  readonly targets: ReadonlyMap<TargetName, Target>;
  /** Array buffers that were live before the first derivative. */
  readonly buffersBefore: number;
  /** One derivative, with a call to `look` whenever f has been evaluated. */
  derivative(look: () => void): unknown;
}

/** Below this many numbers, calls go round several equal inputs, so that nothing can be hoisted. */
const smallInput = 1e4;

/** The plain values and the hand-written derivative of a problem. */
export function baselineSubject(problem: Problem, size: number, seed: number): Subject {
  const sets = argumentSets(problem, size, seed);
  const args = sets[0] as readonly unknown[];
  const f = problem.f as Function;
  const { handWritten } = problem;
  const targets = new Map<TargetName, Target>([["value", rotate(f, sets)]]);
  if (handWritten) {
    targets.set("hand-written value", rotate(handWritten.value, sets));
    targets.set("derivative", rotate(handWritten.derivative, sets));
  }
  const buffersBefore = bufferBytes();
  const derivative = (): unknown => handWritten?.derivative(...args);
  const verdict = handWritten ? judge(timed(derivative), problem, args, null) : null;
  return { opened: describe(problem, args, targets, verdict), targets, buffersBefore, derivative };
}

/** The derivative of a problem by a backend. */
export function backendSubject(
  problem: Problem,
  size: number,
  seed: number,
  entry: BackendEntry,
): Subject {
  const sets = argumentSets(problem, size, seed);
  const args = sets[0] as readonly unknown[];
  const operator = problem.operator === "jacobian" ? jacobian : grad;
  const options = { backend: entry.create(), argnums: problem.argnums };
  const plain = operator(problem.f, options) as Function;
  let calls = 0;
  let look = (): void => {};
  const f = problem.f as Function;
  const counted = (...values: readonly unknown[]): unknown => {
    calls++;
    const result = f(...values);
    look();
    return result;
  };
  const watched = operator(counted as Problem["f"], options) as Function;
  const buffersBefore = bufferBytes();
  // The first call is the counted one: a slow derivative is not computed twice for a number.
  const first = timed(() => watched(...args));
  const targets = new Map<TargetName, Target>([["derivative", rotate(plain, sets)]]);
  return {
    opened: describe(problem, args, targets, judge(first, problem, args, calls)),
    targets,
    buffersBefore,
    derivative(onEvaluation) {
      look = onEvaluation;
      return watched(...args);
    },
  };
}

/** The first task of a station decides what it is. */
export function problemOf(task: Task, problems: readonly Problem[]): Problem {
  const id = task.kind === "micro" ? task.id : task.problem;
  const problem = problems.find((p) => p.id === id);
  if (problem === undefined) throw new RangeError(`no problem "${id}"`);
  return problem;
}

interface Timed {
  readonly seconds: number;
  readonly result: unknown;
}

function timed(run: () => unknown): Timed {
  const start = performance.now();
  const result = run();
  return { seconds: (performance.now() - start) / 1000, result };
}

function judge(
  { seconds, result }: Timed,
  problem: Problem,
  args: readonly unknown[],
  primalEvaluations: number | null,
): Verdict {
  const reference = problem.oracle
    ? "oracle"
    : problem.handWritten && primalEvaluations !== null
      ? "hand-written"
      : "none";
  const truth = (): unknown =>
    reference === "oracle" ? problem.oracle?.(...args) : problem.handWritten?.derivative(...args);
  return {
    firstCallSeconds: seconds,
    primalEvaluations,
    error: reference === "none" ? null : relativeError(result, truth()),
    reference,
  };
}

function describe(
  { f, argnums }: Problem,
  args: readonly unknown[],
  targets: ReadonlyMap<TargetName, Target>,
  derivative: Verdict | null,
): Opened {
  const active = [argnums].flat().map((i) => args[i]);
  return {
    targets: [...targets.keys()],
    inputs: numbersOf(active).length,
    outputs: numbersOf((f as Function)(...args)).length,
    derivative,
  };
}

/** Equal arguments: one set of large ones, four of small ones. */
function argumentSets(problem: Problem, size: number, seed: number): (readonly unknown[])[] {
  const first = problem.inputs(size, seed);
  if (numbersOf([...first]).length > smallInput) return [first];
  return [first, ...Array.from({ length: 3 }, () => problem.inputs(size, seed))];
}

/** Call f with one argument set after the other; without a spread where f is small and fast. */
function rotate(f: Function, sets: readonly (readonly unknown[])[]): Target {
  const mask = sets.length - 1;
  const column = (k: number): unknown[] => sets.map((args) => args[k]);
  const [a, b, c] = [column(0), column(1), column(2)];
  switch (sets[0]?.length) {
    case 1:
      return (i) => f(a[i & mask]);
    case 2:
      return (i) => f(a[i & mask], b[i & mask]);
    case 3:
      return (i) => f(a[i & mask], b[i & mask], c[i & mask]);
    default:
      return (i) => f(...(sets[i & mask] as readonly unknown[]));
  }
}
