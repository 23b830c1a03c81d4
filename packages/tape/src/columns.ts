/**
 * The numeric tape: row i holds vᵢ, the rows of its (at most two) operands, and its local partials.
 * A structure of growing typed arrays, 32 bytes a row, kept from one recording to the next.
 */
export class Columns {
  length = 0;
  values: Float64Array = new Float64Array(256);
  /** Operand rows, two per row. */
  parents: Int32Array = new Int32Array(512);
  /** ∂vᵢ/∂operand, two per row; 0 where there is no operand. */
  partials: Float64Array = new Float64Array(512);
  adjoints: Float64Array = new Float64Array(256);

  /** Append a row and return its number. */
  push(value: number, p: number, dp: number, q: number, dq: number): number {
    const row = this.length;
    if (row === this.values.length) this.#grow();
    this.length = row + 1;
    this.values[row] = value;
    const at = 2 * row;
    this.parents[at] = p;
    this.parents[at + 1] = q;
    this.partials[at] = dp;
    this.partials[at + 1] = dq;
    return row;
  }

  #grow(): void {
    const capacity = 2 * this.values.length;
    this.values = extend(this.values, new Float64Array(capacity));
    this.parents = extend(this.parents, new Int32Array(2 * capacity));
    this.partials = extend(this.partials, new Float64Array(2 * capacity));
    this.adjoints = new Float64Array(capacity);
  }
}

function extend<T extends Float64Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

const idle: Columns[] = [];

/** A set of columns that nobody uses: a fresh arena costs more than the arithmetic in it. */
export function borrowColumns(): Columns {
  const columns = idle.pop() ?? new Columns();
  columns.length = 0;
  return columns;
}

/** Keep a few for the next recording. */
export function returnColumns(columns: Columns): void {
  if (idle.length < 4) idle.push(columns);
}
