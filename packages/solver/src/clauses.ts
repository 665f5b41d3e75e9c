import { grown } from './arrays.js';
import type { Code } from './literals.js';

/** Where a clause begins in the arena. */
export type Ref = number;

/** Cells before the literals of a clause: its length, and its grade. */
export const HEADER = 2;

/**
 * All clauses in one flat array of integers: for each its length, its grade, its literals.
 *
 * The grade of a clause that was given is 0. That of a learnt one is its LBD, the number of decision levels among its
 * literals when it was learnt; small ones are worth keeping (Audemard & Simon, IJCAI 2009). -1 marks a clause as deleted.
 */
export class Clauses {
  data: Int32Array = new Int32Array(256);
  /** Cells in use. */
  end = 0;
  /** How many clauses are learnt. */
  learnt = 0;

  /** Adds a clause of at least two literals, the first two being watched. */
  add(literals: ArrayLike<Code>, length: number, grade: number): Ref {
    const ref = this.end;
    this.end += HEADER + length;
    this.data = grown(this.data, this.end);
    const { data } = this;
    data[ref] = length;
    data[ref + 1] = grade;
    for (let i = 0; i < length; i++) data[ref + HEADER + i] = literals[i]!;
    if (grade > 0) this.learnt++;
    return ref;
  }

  /** Marks a clause as deleted; `compact` frees its cells. */
  delete(ref: Ref): void {
    if (this.data[ref + 1]! > 0) this.learnt--;
    this.data[ref + 1] = -1;
  }

  /** All clauses in the order in which they were added, deleted ones too. */
  *refs(): Generator<Ref, void, void> {
    for (let ref = 0; ref < this.end; ref += HEADER + this.data[ref]!) yield ref;
  }

  /** Moves what is left together. Every `Ref` known before is void afterwards. */
  compact(): void {
    const { data } = this;
    let to = 0;
    let from = 0;
    while (from < this.end) {
      const cells = HEADER + data[from]!;
      const next = from + cells;
      if (data[from + 1]! >= 0) {
        if (to !== from) data.copyWithin(to, from, next);
        to += cells;
      }
      from = next;
    }
    this.end = to;
  }
}
