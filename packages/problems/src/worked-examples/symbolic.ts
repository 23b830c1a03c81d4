/**
 * A small symbolic differentiator, as the textbook does it: an expression in, an expression out.
 *
 * It exists to be counted (see product-abc.ts). It is a fair opponent: zeros and ones are simplified
 * away as they arise, and the count can also be taken with equal subexpressions shared.
 */
export type Expression =
  | { readonly kind: "variable" }
  | { readonly kind: "constant"; readonly value: number }
  | { readonly kind: "add"; readonly left: Expression; readonly right: Expression }
  | { readonly kind: "multiply"; readonly left: Expression; readonly right: Expression }
  | { readonly kind: FunctionName; readonly argument: Expression };

export type FunctionName = "sin" | "cos" | "exp" | "log";

export const variable: Expression = { kind: "variable" };

export function constant(value: number): Expression {
  return { kind: "constant", value };
}

function isConstant(e: Expression, value: number): boolean {
  return e.kind === "constant" && e.value === value;
}

/** left + right, with 0 dropped and constants folded. */
export function plus(left: Expression, right: Expression): Expression {
  if (isConstant(left, 0)) return right;
  if (isConstant(right, 0)) return left;
  if (left.kind === "constant" && right.kind === "constant")
    return constant(left.value + right.value);
  return { kind: "add", left, right };
}

/** left · right, with 0 and 1 simplified and constants folded. */
export function times(left: Expression, right: Expression): Expression {
  if (isConstant(left, 0) || isConstant(right, 0)) return constant(0);
  if (isConstant(left, 1)) return right;
  if (isConstant(right, 1)) return left;
  if (left.kind === "constant" && right.kind === "constant")
    return constant(left.value * right.value);
  return { kind: "multiply", left, right };
}

export function apply(kind: FunctionName, argument: Expression): Expression {
  return { kind, argument };
}

/** de/dw, by the sum, product and chain rules. */
export function differentiate(e: Expression): Expression {
  switch (e.kind) {
    case "variable":
      return constant(1);
    case "constant":
      return constant(0);
    case "add":
      return plus(differentiate(e.left), differentiate(e.right));
    case "multiply":
      return plus(times(differentiate(e.left), e.right), times(e.left, differentiate(e.right)));
    default:
      return times(outer(e.kind, e.argument), differentiate(e.argument));
  }
}

/** f′ of the named function, at u; 1/u is written e^(−ln u) to keep the grammar small. */
function outer(kind: FunctionName, u: Expression): Expression {
  switch (kind) {
    case "sin":
      return apply("cos", u);
    case "cos":
      return times(constant(-1), apply("sin", u));
    case "exp":
      return apply("exp", u);
    case "log":
      return apply("exp", times(constant(-1), apply("log", u)));
    default:
      return kind satisfies never;
  }
}

/** The value of the expression at w. */
export function evaluate(e: Expression, w: number): number {
  switch (e.kind) {
    case "variable":
      return w;
    case "constant":
      return e.value;
    case "add":
      return evaluate(e.left, w) + evaluate(e.right, w);
    case "multiply":
      return evaluate(e.left, w) * evaluate(e.right, w);
    default:
      return Math[e.kind](evaluate(e.argument, w));
  }
}

/** Operations in the written-out expression: every inner node of the tree. */
export function countTree(e: Expression): number {
  switch (e.kind) {
    case "variable":
    case "constant":
      return 0;
    case "add":
    case "multiply":
      return 1 + countTree(e.left) + countTree(e.right);
    default:
      return 1 + countTree(e.argument);
  }
}

/** Operations when equal subexpressions are computed once: what a clever symbolic system could reach. */
export function countShared(e: Expression): number {
  const numbers = new Map<string, number>();
  const seen = new Map<Expression, number>();
  let operations = 0;
  const visit = (node: Expression): number => {
    const known = seen.get(node);
    if (known !== undefined) return known;
    const key = keyOf(node);
    let number = numbers.get(key);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(key, number);
      if (node.kind !== "variable" && node.kind !== "constant") operations++;
    }
    seen.set(node, number);
    return number;
  };
  const keyOf = (node: Expression): string => {
    if (node.kind === "variable") return "w";
    if (node.kind === "constant") return String(node.value);
    if (node.kind === "add" || node.kind === "multiply") {
      return `${node.kind} ${visit(node.left)} ${visit(node.right)}`;
    }
    return `${node.kind} ${visit(node.argument)}`;
  };
  visit(e);
  return operations;
}

/** The expression as text, fully bracketed. */
export function print(e: Expression): string {
  switch (e.kind) {
    case "variable":
      return "w";
    case "constant":
      return String(e.value);
    case "add":
      return `(${print(e.left)} + ${print(e.right)})`;
    case "multiply":
      return `${print(e.left)}·${print(e.right)}`;
    default:
      return `${e.kind}(${print(e.argument)})`;
  }
}
