import { placed, replaced, type Grounds, type Placed } from './placed.js';
import type { Verdict } from './verdict.js';

/** So many verdicts are remembered, and so many other things, those that were asked for last. */
const MOST_REMEMBERED = 20_000;

/**
 * Verdicts of one case after another, and what is told about them, by the contents that they depend on. Give the same memory to every check of a case that
 * is being edited: what an edit does not touch is not worked out again. The same contents give the same result to the last detail, in whatever order.
 */
export class Memory {
  readonly #verdicts = new Map<string, Verdict>();
  readonly #placed = new Map<string, Placed<unknown>>();
  #judged = 0;
  #workedOut = 0;

  /** How many verdicts had to be judged so far, because nothing like them was remembered. */
  get judged(): number {
    return this.#judged;
  }

  /** The same for what is told about verdicts and clauses. */
  get workedOut(): number {
    return this.#workedOut;
  }

  /** One more verdict had to be judged, or something else worked out: the caller may ask for what it wants under several keys, a wide one first. */
  count(what: 'judged' | 'worked out' = 'judged'): void {
    if (what === 'judged') this.#judged++;
    else this.#workedOut++;
  }

  /** What is remembered under a key, else what `judge` finds. The place of a verdict is the caller's to set. */
  verdict(key: string, judge: () => Verdict): Verdict {
    return found(this.#verdicts, key) ?? kept(this.#verdicts, key, judge());
  }

  /**
   * The same for plain data with places in these texts, which are those of the key, in the same order: where they have moved, the places are moved with them.
   */
  placed<T>(key: string, grounds: () => Grounds, make: () => T): T {
    const known = found(this.#placed, key) as Placed<T> | undefined;
    if (known !== undefined) {
      const now = known.anchors.length === 0 ? known : replaced(known, grounds());
      if (now !== known) this.#placed.set(key, now);
      return now.value;
    }
    const made = make();
    const anchored = placed(made, grounds());
    if (anchored !== undefined) kept(this.#placed, key, anchored);
    return made;
  }
}

function found<T>(memory: Map<string, T>, key: string): T | undefined {
  const value = memory.get(key);
  if (value === undefined) return undefined;
  // What was asked for last stands last.
  memory.delete(key);
  memory.set(key, value);
  return value;
}

function kept<T>(memory: Map<string, T>, key: string, value: T): T {
  if (memory.size >= MOST_REMEMBERED) for (const [oldest] of memory) if (memory.size >= MOST_REMEMBERED / 2) memory.delete(oldest);
  memory.set(key, value);
  return value;
}
