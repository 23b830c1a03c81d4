import type { RuleCase } from "./case.ts";
import type { RuleCheck } from "./check.ts";

interface OutOfScope {
  readonly ops: readonly string[];
  /** Only these cases of them; all unless given. */
  readonly when?: (ruleCase: RuleCase) => boolean;
  readonly reason: string;
}

const singularOrders: ReadonlySet<unknown> = new Set([2, -2, "nuc"]);

const outOfScope: readonly OutOfScope[] = [
  {
    ops: ["linalg.cholesky"],
    reason: "a factorisation: belongs to the linear algebra package",
  },
  {
    ops: ["linalg.svdvals", "linalg.cond", "linalg.pinv", "linalg.pinv.hermitian", "norm.nuc"],
    reason: "needs singular values or eigenvalues: belongs to the linear algebra package",
  },
  {
    ops: ["linalg.matrix_norm"],
    when: ({ args }) => singularOrders.has(args[1]),
    reason: "this order of the matrix norm needs singular values",
  },
  {
    ops: ["linalg.norm"],
    when: ({ args, kwargs }) => isMatrix(args[0]) && singularOrders.has(args[1] ?? kwargs["ord"]),
    reason: "this order of the matrix norm needs singular values",
  },
  {
    ops: ["linalg.lstsq.grad_oriented"],
    reason: "least squares by a QR factorisation: belongs to the linear algebra package",
  },
  {
    ops: ["matrix_exp"],
    reason: "wants a rule of its own (scaling and squaring): belongs to the linear algebra package",
  },
];

function isMatrix(x: unknown): boolean {
  return (x as { shape?: readonly number[] }).shape?.length === 2;
}

/** Why a case is not asked of the op set; undefined where it is. */
export function scopeOf(ruleCase: RuleCase): string | undefined {
  return outOfScope.find(
    ({ ops, when }) => ops.includes(ruleCase.op) && (when === undefined || when(ruleCase)),
  )?.reason;
}

/** A case in which the data, not the rule, is to blame: what differs, and why. */
export interface RuleException {
  readonly ids: readonly string[];
  readonly checks: readonly RuleCheck[];
  readonly reason: string;
}

/** Checks that cannot agree with the data, with the reason for each. */
export const ruleExceptions: readonly RuleException[] = [
  {
    ids: ["nn.functional.hardsigmoid#0"],
    checks: ["vjp", "jvp"],
    reason: "PyTorch 1.13 scales the gradient by 1/6 rounded to f32, which is off by 3e-8",
  },
  {
    ids: [97, 104, 113, 122, 131, 158, 169, 176].map((n) => `linalg.vector_norm#${n}`),
    checks: ["value", "vjp", "jvp", "hvp"],
    reason:
      "PyTorch 1.13 rounds the order of the norm (0.9, -2.1) to f32: with fround(ord) the values agree to the last digit",
  },
];

/** Why a check of a case is excused; undefined where it is not. */
export function exceptionOf(ruleCase: RuleCase, check: RuleCheck): string | undefined {
  return ruleExceptions.find(
    ({ ids, checks }) => ids.includes(ruleCase.id) && checks.includes(check),
  )?.reason;
}
