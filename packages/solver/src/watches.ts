import { grown } from './arrays.js';
import type { Ref } from './clauses.js';
import type { Code } from './literals.js';

/**
 * For each literal, the clauses that watch it: they are looked at when it becomes false (two watched literals; Moskewicz
 * et al., "Chaff", DAC 2001).
 *
 * An entry is two cells: the clause, and a blocker, some other literal of it; while the blocker is true, nothing has to be
 * done (Sörensson & Eén, 2008). A clause of two literals is entered as `~ref`: its blocker is the whole rest of it.
 */
export class Watches {
  lists: Int32Array[] = [];
  /** Cells in use in each list. */
  sizes: Int32Array = new Int32Array(16);

  /** Makes lists for literals up to and including this one. */
  extend(last: Code): void {
    while (this.lists.length <= last) this.lists.push(NONE);
    this.sizes = grown(this.sizes, last + 1);
  }

  /** Enters a clause in the list of a literal. */
  push(literal: Code, ref: Ref, blocker: Code): void {
    const size = this.sizes[literal]!;
    let list = this.lists[literal]!;
    if (size + 2 > list.length) {
      const larger = new Int32Array(Math.max(8, 2 * list.length));
      larger.set(list);
      list = this.lists[literal] = larger;
    }
    list[size] = ref;
    list[size + 1] = blocker;
    this.sizes[literal] = size + 2;
  }

  /** Enters a clause of `length` literals whose watched ones are a and b. */
  attach(ref: Ref, length: number, a: Code, b: Code): void {
    const entry = length === 2 ? ~ref : ref;
    this.push(a, entry, b);
    this.push(b, entry, a);
  }

  /** Empties all lists. */
  clear(): void {
    this.sizes.fill(0);
  }
}

const NONE = new Int32Array(0);
