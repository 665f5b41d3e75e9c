/**
 * Exact linear programming with few rows and many columns that are made when they are needed (column generation: Ford & Fulkerson 1958; Gilmore &
 * Gomory 1961): maximise gain · z subject to A z ≤ bounds, z ≥ 0. Its dual is the program that the games ask about (weights as unknowns, one condition
 * a coalition): minimise bounds · y subject to y · column ≥ gain for every column, y ≥ 0. A coalition that a trial y violates is the next column.
 *
 * The revised simplex method on whole numbers: the inverse of the basis is kept as adjugate and determinant (Edmonds 1967; Bareiss 1968), so every
 * division is exact. The row that leaves is chosen lexicographically (Dantzig, Orden & Wolfe 1955), so it ends whichever columns enter.
 */

/** One column: its entry in every row, and what a unit of it gains. */
export interface Column {
  readonly entries: readonly bigint[];
  readonly gain: bigint;
}

/** How much of a column. */
export interface Share {
  /** The column; or the number of a row, for its slack. */
  readonly of: Column | number;
  /** Over `scale` of the outcome. */
  readonly amount: bigint;
}

export type Outcome =
  /** The best z (`shares`, those above zero), the dual solution y (`prices`) and the value, all over `scale`. */
  | { readonly kind: 'optimal'; readonly prices: readonly bigint[]; readonly scale: bigint; readonly value: bigint; readonly shares: readonly Share[] }
  /** Without bound: A · ray ≤ 0 and gain · ray > 0, so no y satisfies all the columns of the ray (Farkas 1902). */
  | { readonly kind: 'unbounded'; readonly ray: readonly Share[] }
  /** The value passed the limit that was set: what the minimum is exactly no longer matters. */
  | { readonly kind: 'above' };

/** For prices over a scale: columns that these prices fall short of (y · entries < gain · scale), none when there is none. */
export type Pricing = (prices: readonly bigint[], scale: bigint) => readonly Column[];

/** A program that grows by columns. A copy goes its own way from then on. */
export class ColumnProgram {
  private readonly rows: number;
  /** Row i < rows: scale · (inverse of the basis)[i], and at the end scale · (amount in the basis). Last row: the prices and the value. */
  private readonly table: bigint[][];
  private readonly basis: (Column | number)[];
  private scale = 1n;
  private readonly pool: Column[] = [];

  /** @throws RangeError when a bound is negative. */
  constructor(bounds: readonly bigint[]) {
    if (bounds.some((bound) => bound < 0n)) throw new RangeError('bounds must not be negative');
    const rows = bounds.length;
    this.rows = rows;
    this.basis = bounds.map((_, i) => i);
    this.table = bounds.map((bound, i) => [...bounds.map((_, j) => (i === j ? 1n : 0n)), bound]);
    this.table.push(new Array<bigint>(rows + 1).fill(0n));
  }

  copy(): ColumnProgram {
    const twin = new ColumnProgram(this.basis.map(() => 0n));
    for (let i = 0; i <= this.rows; i++) twin.table[i] = [...this.table[i]!];
    for (let i = 0; i < this.rows; i++) twin.basis[i] = this.basis[i]!;
    twin.scale = this.scale;
    twin.pool.push(...this.pool);
    return twin;
  }

  /** Adds columns without solving. */
  add(...columns: readonly Column[]): void {
    this.pool.push(...columns);
  }

  /** Solves, asking for columns until there is none to add. `limit`: stop as soon as the value is greater than this. */
  maximise(price: Pricing, limit?: bigint): Outcome {
    for (;;) {
      if (limit !== undefined && this.table[this.rows]![this.rows]! > limit * this.scale) return { kind: 'above' };
      const entering = this.best() ?? this.asked(price);
      if (entering === undefined) return this.optimum();
      const direction = this.along(entering);
      const leaving = this.leaving(direction);
      if (leaving === undefined) return { kind: 'unbounded', ray: this.ray(entering, direction) };
      this.pivot(entering, direction, leaving);
    }
  }

  /** The slack or known column that is priced worst. */
  private best(): Column | number | undefined {
    const prices = this.table[this.rows]!;
    let found: Column | number | undefined;
    let least = 0n;
    for (let j = 0; j < this.rows; j++) {
      if (prices[j]! < least) {
        least = prices[j]!;
        found = j;
      }
    }
    for (const column of this.pool) {
      const reduced = this.reduced(column);
      if (reduced < least) {
        least = reduced;
        found = column;
      }
    }
    return found;
  }

  private asked(price: Pricing): Column | undefined {
    const columns = price(this.table[this.rows]!.slice(0, this.rows), this.scale);
    this.pool.push(...columns);
    let found: Column | undefined;
    let least = 0n;
    for (const column of columns) {
      const reduced = this.reduced(column);
      if (reduced < least) {
        least = reduced;
        found = column;
      }
    }
    return found;
  }

  private reduced({ entries, gain }: Column): bigint {
    return dot(this.table[this.rows]!, entries) - this.scale * gain;
  }

  /** How the basis and (last) the value change with the entering column: scale · inverse · entries. */
  private along(entering: Column | number): bigint[] {
    if (typeof entering === 'number') return this.table.map((row) => row[entering]!);
    const direction = this.table.map((row) => dot(row, entering.entries));
    direction[this.rows]! -= this.scale * entering.gain;
    return direction;
  }

  private leaving(direction: readonly bigint[]): number | undefined {
    let least: number | undefined;
    for (let i = 0; i < this.rows; i++) {
      if (direction[i]! > 0n && (least === undefined || this.before(i, least, direction))) least = i;
    }
    return least;
  }

  /** Whether row i limits the step more than row k: lexicographically, the amount first, then the inverse. */
  private before(i: number, k: number, direction: readonly bigint[]): boolean {
    const [a, b] = [this.table[i]!, this.table[k]!];
    const [di, dk] = [direction[i]!, direction[k]!];
    for (let j = -1; j < this.rows; j++) {
      const at = j < 0 ? this.rows : j;
      const [left, right] = [a[at]! * dk, b[at]! * di];
      if (left !== right) return left < right;
    }
    return false;
  }

  private pivot(entering: Column | number, direction: readonly bigint[], leaving: number): void {
    const chosen = this.table[leaving]!;
    const pivot = direction[leaving]!;
    for (let i = 0; i <= this.rows; i++) {
      if (i === leaving) continue;
      const row = this.table[i]!;
      const factor = direction[i]!;
      if (factor === 0n) {
        if (pivot !== this.scale) for (let j = 0; j <= this.rows; j++) if (row[j] !== 0n) row[j] = (row[j]! * pivot) / this.scale;
      } else {
        for (let j = 0; j <= this.rows; j++) row[j] = (row[j]! * pivot - factor * chosen[j]!) / this.scale;
      }
    }
    this.scale = pivot;
    this.basis[leaving] = entering;
  }

  private optimum(): Outcome {
    const prices = this.table[this.rows]!;
    const shares = this.basis.map((of, i) => ({ of, amount: this.table[i]![this.rows]! })).filter(({ amount }) => amount > 0n);
    return { kind: 'optimal', prices: prices.slice(0, this.rows), scale: this.scale, value: prices[this.rows]!, shares };
  }

  private ray(entering: Column | number, direction: readonly bigint[]): Share[] {
    const moving = this.basis.map((of, i) => ({ of, amount: -direction[i]! })).filter(({ amount }) => amount > 0n);
    return [...moving, { of: entering, amount: this.scale }];
  }
}

function dot(row: readonly bigint[], entries: readonly bigint[]): bigint {
  let sum = 0n;
  for (let j = 0; j < entries.length; j++) {
    const entry = entries[j]!;
    if (entry === 0n) continue;
    sum += entry === 1n ? row[j]! : row[j]! * entry;
  }
  return sum;
}
