import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { add, mul, square, sub, type Value } from "@wengert/ad-core";

export interface StencilRow {
  readonly kind: string;
  readonly deriv: number;
  readonly accuracy: number;
  readonly grid: readonly number[];
  readonly coefs: readonly string[];
  readonly error_const: string;
  readonly abs_sum: string;
}

export interface Curve {
  readonly fn: string;
  readonly x: number;
  readonly derivs: Readonly<Record<string, number>>;
  readonly schemes: Readonly<
    Record<
      "forward" | "central" | "central4",
      {
        readonly order: number;
        readonly model_argmin_k: number;
        readonly rows: readonly {
          readonly k: number;
          readonly trunc: number;
          readonly err: number;
          readonly round_unit: number;
        }[];
      }
    >
  >;
}

export interface BitRow {
  readonly f: string;
  readonly x: number;
  readonly k: number;
  readonly forward: number;
  readonly central: number;
}

interface Model {
  readonly model_forward: { readonly h: number; readonly err: number };
  readonly model_central: { readonly h: number; readonly err: number };
}

export const oracle = JSON.parse(
  gunzipSync(readFileSync(new URL("data/fd.json.gz", import.meta.url))).toString(),
) as {
  readonly stencils: readonly StencilRow[];
  readonly step_rules: Readonly<Record<"f64" | "f32", Model>>;
  readonly u_curves: readonly Curve[];
  readonly bit_exact: readonly BitRow[];
};

/** Σ 100 (x_{i+1} − x_i²)² + (1 − x_i)², for numbers. */
export function rosenbrock(x: readonly Value[]): Value {
  let total: Value = 0;
  for (let i = 0; i + 1 < x.length; i++) {
    const a = sub(x[i + 1] as Value, square(x[i] as Value));
    total = add(total, add(mul(100, square(a)), square(sub(1, x[i] as Value))));
  }
  return total;
}

/** Its gradient in closed form. */
export function rosenbrockGradient(x: readonly number[]): number[] {
  return x.map((xi, i) => {
    const next = x[i + 1];
    const before = x[i - 1];
    const ahead = next === undefined ? 0 : -400 * xi * (next - xi * xi) - 2 * (1 - xi);
    return ahead + (before === undefined ? 0 : 200 * (xi - before * before));
  });
}

/** Its Hessian in closed form. */
export function rosenbrockHessian(x: readonly number[]): number[][] {
  const n = x.length;
  const H = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  for (let i = 0; i + 1 < n; i++) {
    const [a, b] = [x[i] as number, x[i + 1] as number];
    (H[i] as number[])[i]! += 1200 * a * a - 400 * b + 2;
    (H[i + 1] as number[])[i + 1]! += 200;
    (H[i] as number[])[i + 1]! -= 400 * a;
    (H[i + 1] as number[])[i]! -= 400 * a;
  }
  return H;
}

/** Π xᵢ, one factor at a time. */
export function speelpenning(x: readonly Value[]): Value {
  return x.reduce<Value>((product, xi) => mul(product, xi), 1);
}

/** max |a − b| / max(1, |b|) */
export function distance(a: readonly number[], b: readonly number[]): number {
  return b.reduce(
    (worst, y, i) => Math.max(worst, Math.abs((a[i] as number) - y) / Math.max(1, Math.abs(y))),
    0,
  );
}
