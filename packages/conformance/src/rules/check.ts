import { type Backend, jvp, type Tensor, type Value, vjp } from "@wengert/ad-core";
import { Bound, type Output, type Rule } from "./bound.ts";
import { decodeTensor, isTensorData, type RuleCase, type TensorData } from "./case.ts";
import { disagreement } from "./compare.ts";
import { rules } from "./table.ts";

/** What is compared: f, Jᵀȳ, Jẋ, and the derivative of Jᵀȳ along ẋ. */
export type RuleCheck = "value" | "vjp" | "jvp" | "hvp";

export const ruleChecks: readonly RuleCheck[] = ["value", "vjp", "jvp", "hvp"];

export interface RuleCheckOptions {
  /** Which comparisons; all unless given. */
  readonly checks?: readonly RuleCheck[];
  /** The outer backend of the second derivative; `backend` again unless given. */
  readonly outer?: Backend;
}

/**
 * Does `backend` reproduce a case? Undefined where it does, otherwise what is wrong.
 *
 * A case whose operation has no adapter fails: ask `scopeOf` first.
 *
 * @example
 * for (const c of ruleCases(text)) expect(checkRuleCase(c, tape())).toBeUndefined();
 */
export function checkRuleCase(
  ruleCase: RuleCase,
  backend: Backend,
  options: RuleCheckOptions = {},
): string | undefined {
  const rule = rules[ruleCase.op];
  if (rule === undefined) return `${ruleCase.id}: no adapter for ${ruleCase.op}`;
  for (const check of options.checks ?? ruleChecks) {
    const wrong = attempt(() => run(check, ruleCase, rule, backend, options.outer ?? backend));
    if (wrong !== undefined) return `${ruleCase.id} ${check} via ${backend.name}: ${wrong}`;
  }
  return undefined;
}

function attempt(test: () => string | undefined): string | undefined {
  try {
    return test();
  } catch (error) {
    return error instanceof Error ? `throws ${error.message}` : String(error);
  }
}

function run(
  check: RuleCheck,
  ruleCase: RuleCase,
  rule: Rule,
  backend: Backend,
  outer: Backend,
): string | undefined {
  const { x, outputs } = flatten(ruleCase, rule);
  const f = (...leaves: readonly [Value[]]): Value[] => {
    const all = outputs(leaves[0]);
    return ruleCase.diff_out.map((i) => all[i] as Value);
  };
  const tangents = ruleCase.tan.map(decodeTensor);
  const cotangents = ruleCase.cot.map(decodeTensor);
  const gradient = (leaves: Value[]): Value[] => {
    const [, pull] = vjp(f, { backend })(leaves);
    return pull(cotangents);
  };
  const compared = {
    value: () => compare(outputs(x), ruleCase.out),
    vjp: () => compare(gradient(x), ruleCase.vjp),
    jvp: () => compare(jvp(f, { backend })(x, tangents)[1], ruleCase.jvp),
    hvp: () => ruleCase.hvp && compare(along(gradient, x, tangents, outer), ruleCase.hvp),
  } satisfies Record<RuleCheck, () => string | undefined>;
  return compared[check]();
}

/** The derivative of a gradient along a direction; ∇² is symmetric, so a pullback does as well. */
function along(
  gradient: (x: Value[]) => Value[],
  x: Value[],
  tangents: Tensor[],
  outer: Backend,
): readonly Value[] {
  if (outer.pushforward) return jvp(gradient, { backend: outer })(x, tangents)[1];
  const [, pull] = vjp(gradient, { backend: outer })(x);
  return pull(tangents);
}

function compare(got: readonly Value[], want: readonly TensorData[]): string | undefined {
  for (let i = 0; i < want.length; i++) {
    const wrong = disagreement(got[i], want[i] as TensorData);
    if (wrong !== undefined) return want.length > 1 ? `part ${i}: ${wrong}` : wrong;
  }
  return undefined;
}

/** The differentiated tensors, and the operation as a function of them. */
function flatten(
  ruleCase: RuleCase,
  rule: Rule,
): { x: Value[]; outputs: (leaves: readonly Value[]) => readonly Value[] } {
  const tensors: Tensor[] = [];
  const decode = (node: unknown): unknown => {
    if (isTensorData(node)) return new Slot(tensors.push(decodeTensor(node)) - 1);
    if (Array.isArray(node)) return node.map(decode);
    return node;
  };
  const args = ruleCase.args.map(decode);
  const kwargs = Object.entries(ruleCase.kwargs).map(([k, v]) => [k, decode(v)] as const);
  return {
    x: ruleCase.diff.map((position) => tensors[position] as Tensor),
    outputs(leaves) {
      const filled: Value[] = tensors.slice();
      ruleCase.diff.forEach((position, k) => {
        filled[position] = leaves[k] as Value;
      });
      const fill = (node: unknown): unknown => {
        if (node instanceof Slot) return filled[node.position];
        return Array.isArray(node) ? node.map(fill) : node;
      };
      const named = Object.fromEntries(kwargs.map(([k, v]) => [k, fill(v)]));
      return list(rule.apply(new Bound(rule.parameters, args.map(fill), named)));
    },
  };
}

class Slot {
  readonly position: number;

  constructor(position: number) {
    this.position = position;
  }
}

function list(y: Output): readonly Value[] {
  return Array.isArray(y) ? (y as readonly Value[]) : [y as Value];
}
