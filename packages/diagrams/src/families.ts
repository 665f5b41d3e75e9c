import { OperationCache } from './cache.js';
import { VariableOrder } from './order.js';
import { snapshot } from './snapshot.js';
import { MAX_NODES, TERMINAL_LEVEL, TRUE } from './types.js';
import { UniqueTable } from './unique-table.js';

/** A family of sets, as the number of its root node in its `Families`. */
export type Family = number;

/** The family without a set. */
export const NO_SET: Family = 0;

/** The family whose only set is the empty one. */
export const EMPTY_SET: Family = 1;

/** The table of results is the families' own: any number serves. */
const DIFFERENCE = 1;

/**
 * Families of sets of small integers ("elements"), as zero-suppressed diagrams (Minato, "Zero-Suppressed BDDs for Set
 * Manipulation in Combinatorial Problems", DAC 1993; Knuth 4A, 7.1.4). A node stands for the sets of `low`, and those
 * of `high` each with the node's element added.
 *
 * An element is its own level. The table is separate from that of the functions and is dropped as a whole.
 */
export class Families {
  readonly #order = new VariableOrder();
  readonly #table: UniqueTable;
  readonly #cache = new OperationCache();

  /**
   * @param elements the sets are sets of the integers from 0 to this number, exclusive.
   * @param limit the most nodes.
   */
  constructor(elements: number, limit = MAX_NODES) {
    this.#table = new UniqueTable(this.#order, limit);
    this.admit(elements);
  }

  /** Admit the integers from 0 to this number, exclusive, as elements. Those admitted before stay. */
  admit(elements: number): void {
    while (this.#order.count < elements) this.#order.add();
  }

  /** The sets of `low`, and those of `high` with `element` added; both know only larger elements. */
  make(element: number, low: Family, high: Family): Family {
    if (high === NO_SET) return low;
    const before = this.#table.cells.length;
    const n = this.#table.find(element, low, high);
    if (this.#table.cells.length !== before) this.#cache.reserve(this.#table.capacity);
    return n;
  }

  /** Nodes made so far. */
  get nodeCount(): number {
    return this.#table.count;
  }

  #element(a: Family): number {
    return this.#table.cells[a << 2]!;
  }

  #low(a: Family): Family {
    return this.#table.cells[(a << 2) + 1]!;
  }

  #high(a: Family): Family {
    return this.#table.cells[(a << 2) + 2]!;
  }

  /** The sets of `a` that are not in `b`. */
  difference(a: Family, b: Family): Family {
    const cache = this.#cache;
    // The depth is the number of elements: a stack of its own, three entries a frame, instead of calls; the
    // third is the result for the sets without the element, -1 until it is known.
    const frames: number[] = [];
    for (let known = -1; ; known = -1) {
      while (b !== NO_SET && this.#element(b) < this.#element(a)) b = this.#low(b);
      if (a === b || a === NO_SET) known = NO_SET;
      else if (b === NO_SET) known = a;
      else known = cache.get(DIFFERENCE, a, b, 0);
      if (known < 0) {
        frames.push(a, b, -1);
        a = this.#low(a);
        if (this.#element(b) === this.#element(frames[frames.length - 3]!)) b = this.#low(b);
        continue;
      }
      for (;;) {
        if (frames.length === 0) return known;
        const at = frames.length - 3;
        const whole = frames[at]!;
        const minus = frames[at + 1]!;
        const low = frames[at + 2]!;
        const shared = this.#element(minus) === this.#element(whole);
        if (low < 0 && shared) {
          frames[at + 2] = known;
          a = this.#high(whole);
          b = this.#high(minus);
          break;
        }
        known = shared
          ? this.make(this.#element(whole), low, known)
          : this.make(this.#element(whole), known, this.#high(whole));
        cache.put(DIFFERENCE, whole, minus, 0, known);
        frames.length = at;
      }
    }
  }

  /** How many sets there are. */
  count(a: Family): bigint {
    const s = snapshot(this.#table, [a]);
    const sets: bigint[] = [0n, 1n];
    for (let i = 2; i < s.size; i++) sets.push(sets[s.low[i]!]! + sets[s.high[i]!]!);
    return sets[s.roots[0]!]!;
  }

  /** How many sets there are of each size; the index is the size, the last entry is not zero. */
  countBySize(a: Family): bigint[] {
    const s = snapshot(this.#table, [a]);
    const sizes: bigint[][] = [[], [1n]];
    for (let i = 2; i < s.size; i++) {
      const sum = [0n, ...sizes[s.high[i]!]!];
      sizes[s.low[i]!]!.forEach((n, size) => (sum[size] = (sum[size] ?? 0n) + n));
      sizes.push(sum);
    }
    return sizes[s.roots[0]!]!;
  }

  /** How many sets contain each element; elements in no set are absent. */
  countByElement(a: Family): Map<number, bigint> {
    const s = snapshot(this.#table, [a]);
    const below: bigint[] = [0n, 1n];
    for (let i = 2; i < s.size; i++) below.push(below[s.low[i]!]! + below[s.high[i]!]!);
    const above = new Array<bigint>(s.size).fill(0n);
    above[s.roots[0]!] = 1n;
    const containing = new Map<number, bigint>();
    for (let i = s.size - 1; i >= 2; i--) {
      const low = s.low[i]!;
      const high = s.high[i]!;
      above[low] = above[low]! + above[i]!;
      above[high] = above[high]! + above[i]!;
      const element = s.level[i]!;
      containing.set(element, (containing.get(element) ?? 0n) + above[i]! * below[high]!);
    }
    return containing;
  }

  /**
   * The sets as ascending lists, lazily: smaller sets first, sets of one size in lexicographic order. The number of
   * steps between two results is at most that of the elements, however many sets there are.
   */
  *sets(a: Family): Generator<number[], void, void> {
    const s = snapshot(this.#table, [a]);
    // Bit i of the mask: the family has a set of size i.
    const sizes: bigint[] = [0n, 1n];
    for (let i = 2; i < s.size; i++) sizes.push(sizes[s.low[i]!]! | (sizes[s.high[i]!]! << 1n));
    const root = s.roots[0]!;
    let remaining = sizes[root]!;
    for (let size = 0; remaining !== 0n; size++, remaining >>= 1n) {
      if ((remaining & 1n) === 0n) continue;
      const has = (place: number, rest: number): boolean => rest >= 0 && ((sizes[place]! >> BigInt(rest)) & 1n) === 1n;
      // Places still to be tried without their element, with the number of elements chosen before them.
      const turns: { place: number; chosen: number }[] = [];
      const set: number[] = [];
      let place = root;
      for (;;) {
        while (s.level[place] !== TERMINAL_LEVEL) {
          const low = s.low[place]!;
          const high = s.high[place]!;
          const rest = size - set.length;
          if (has(high, rest - 1)) {
            if (has(low, rest)) turns.push({ place: low, chosen: set.length });
            set.push(s.level[place]!);
            place = high;
          } else {
            place = low;
          }
        }
        if (place === TRUE) yield set.slice();
        const turn = turns.pop();
        if (turn === undefined) break;
        set.length = turn.chosen;
        place = turn.place;
      }
    }
  }
}
