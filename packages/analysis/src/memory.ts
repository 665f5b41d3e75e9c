import type { Verdict } from './verdict.js';

/** So many verdicts are remembered, those that were asked for last. */
const MOST_REMEMBERED = 20_000;

/**
 * Verdicts of one case after another, by the contents that they depend on. Give the same memory to every check of a case that is being edited: what an
 * edit does not touch is not judged again. The same contents give the same verdict to the last detail, in whatever order verdicts are asked for.
 */
export class Memory {
  readonly #verdicts = new Map<string, Verdict>();
  #judged = 0;

  /** How many verdicts had to be judged so far, because nothing like them was remembered. */
  get judged(): number {
    return this.#judged;
  }

  /** What is remembered under a key, else what `judge` finds. The place of a verdict is the caller's to set. */
  verdict(key: string, judge: () => Verdict): Verdict {
    let verdict = this.#verdicts.get(key);
    if (verdict === undefined) {
      verdict = judge();
      this.#judged++;
      if (this.#verdicts.size >= MOST_REMEMBERED) for (const [oldest] of this.#verdicts) if (this.#verdicts.size >= MOST_REMEMBERED / 2) this.#verdicts.delete(oldest);
    } else this.#verdicts.delete(key);
    this.#verdicts.set(key, verdict);
    return verdict;
  }
}
