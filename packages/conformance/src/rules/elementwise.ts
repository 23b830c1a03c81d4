import {
  atanh,
  type Backend,
  derivative,
  digamma,
  erf,
  erfc,
  erfinv,
  expm1,
  lgamma,
  log1p,
  logistic,
  logNdtr,
  sinc,
  softplus,
  tanh,
  type Value,
} from "@wengert/ad-core";

/** A function at a hard point: its value and three derivatives, correctly rounded. */
export interface ElementwiseRow {
  readonly id: string;
  readonly fn: string;
  readonly x: number;
  readonly value: number;
  readonly d1: number;
  readonly d2: number;
  readonly d3: number;
}

/** The rows of `data/elementwise.json.gz`, decompressed. */
export function elementwiseRows(data: string): ElementwiseRow[] {
  const infinite = (_key: string, x: unknown): unknown =>
    x === "Infinity" || x === "-Infinity" ? Number(x) : x;
  return (JSON.parse(data, infinite) as { rows: ElementwiseRow[] }).rows;
}

const functions: Readonly<Record<string, (x: Value) => Value>> = {
  atanh,
  digamma,
  erf,
  erfc,
  erfinv,
  expm1,
  lgamma,
  log1p,
  log_ndtr: logNdtr,
  sigmoid: logistic,
  sinc,
  softplus,
  tanh,
};

/** Units in the last place that a value or first derivative may be off. */
const elementwiseUlps = 8;

/** Relative error that a second or third derivative may have. */
const elementwiseTolerance = 1e-13;

const order = ["value", "d1", "d2", "d3"] as const;

/**
 * Does nested differentiation by `backend` reproduce a row? Undefined where it does, otherwise what
 * is wrong: which derivative, what came out, and the error.
 */
export function checkElementwiseRow(row: ElementwiseRow, backend: Backend): string | undefined {
  let f = functions[row.fn];
  if (f === undefined) return `${row.id}: no function ${row.fn}`;
  for (const column of order) {
    const wrong = mismatch(f(row.x) as number, row[column], column);
    if (wrong !== undefined) return `${row.id} ${column} via ${backend.name}: ${wrong}`;
    f = derivative(f, { backend });
  }
  return undefined;
}

function mismatch(got: number, want: number, column: (typeof order)[number]): string | undefined {
  if (Object.is(got, want) || got === want) return undefined;
  const error = Math.abs(got - want);
  const ulp = unitInTheLastPlace(want);
  const first = column === "value" || column === "d1";
  const allowed = first
    ? elementwiseUlps * ulp
    : Math.max(elementwiseTolerance * Math.abs(want), ulp);
  if (error <= allowed) return undefined;
  const size = first
    ? `${(error / ulp).toFixed(1)} ulp`
    : `relative error ${(error / Math.abs(want)).toExponential(1)}`;
  return `${got}, not ${want} (${size})`;
}

/** The distance from |x| to the next larger double. */
function unitInTheLastPlace(x: number): number {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, Math.abs(x));
  bits.setBigInt64(0, bits.getBigInt64(0) + 1n);
  return bits.getFloat64(0) - Math.abs(x);
}
