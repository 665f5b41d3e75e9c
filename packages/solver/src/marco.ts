import { minimalHittingSets } from './hitting-sets.js';
import { type EnumerationState, type Kind, KnownSets } from './known-sets.js';
import { complement, grow, NONE, type Oracle, shrink, type Stopped, type Subset } from './oracle.js';
import { PowerSetMap } from './power-set-map.js';
import { smallestFirst } from './smallest.js';

/** A set that was found: which constraints cannot stand together, or which to give up. */
export interface Found {
  readonly kind: Kind;
  readonly set: Subset;
}

/** What to list, in which order, and how far. */
export interface EnumerationOptions {
  /** Which sets to list; both without it. */
  readonly kinds?: Kind | 'both';
  /**
   * `smallest`: unsatisfiable subsets never shrink from one to the next, and correction sets never weigh less; the two kinds
   * in turns. `any`, the default: as they are found, which is faster to the first where there are very many.
   */
  readonly order?: 'any' | 'smallest';
  /** What each element weighs in a correction set when the smallest come first: whole numbers from 0. Without them each weighs 1. */
  readonly weights?: readonly bigint[];
  /** List at most so many sets. */
  readonly limit?: number;
  /** Asked before each check, and from time to time within one. */
  readonly stopped?: Stopped;
  /** Where an earlier enumeration of the same problem stood. */
  readonly state?: EnumerationState;
}

/** Whether all sets of the kinds asked for were listed, by this enumeration and those that it goes on from. */
export type Outcome =
  | { readonly complete: true }
  /** `paused`: the next set was not asked for; `limit`, `stopped`: as the options say; `unknown`: the oracle came to no end, and says why. */
  | { readonly complete: false; readonly reason: 'paused' | 'limit' | 'stopped' | 'unknown'; readonly detail: string };

/** So many correction sets are looked for directly before unsatisfiable subsets are looked for as well. */
const DIRECT = 1024;

/**
 * Lists the minimal unsatisfiable subsets and the minimal correction sets of an oracle, each once.
 *
 * A minimal unsatisfiable subset cannot be satisfied, but can without any one of its elements. A minimal correction set
 * leaves what can be satisfied, and does not with one element fewer taken away. Where everything can be satisfied, the
 * empty set is the only correction set; where nothing can, the empty set is the only unsatisfiable subset.
 */
export class Enumeration implements Iterable<Found> {
  #outcome: Outcome = { complete: false, reason: 'paused', detail: 'the next set was not asked for' };
  readonly #known: KnownSets;
  readonly #sets: Generator<Found, Outcome, void>;

  /** @throws RangeError when the state or the weights do not fit the oracle. */
  constructor(oracle: Oracle, options: EnumerationOptions = {}) {
    const { weights } = options;
    if (weights !== undefined && (weights.length !== oracle.size || weights.some((w) => w < 0n))) {
      throw new RangeError(`there are ${oracle.size} elements and ${weights.length} weights; each element needs one, a whole number from 0`);
    }
    this.#known = new KnownSets(options.state, oracle.size);
    this.#sets = this.#limited(options.order === 'smallest' ? smallestFirst(oracle, options, this.#known) : anyOrder(oracle, options, this.#known), options.limit ?? Infinity);
  }

  [Symbol.iterator](): Iterator<Found, Outcome, void> {
    return this.#sets;
  }

  /** Whether the list is complete, and if not, why; `paused` while sets are still being asked for. */
  get outcome(): Outcome {
    return this.#outcome;
  }

  /** What is needed to go on later. */
  get state(): EnumerationState {
    return this.#known.state;
  }

  /** Lists up to the limit. Whether there is one more is not looked for: it can take longer than all that were listed. */
  *#limited(sets: Generator<Found, Outcome, void>, limit: number): Generator<Found, Outcome, void> {
    for (let listed = 0; listed < limit; listed++) {
      const { done, value } = sets.next();
      if (done) return (this.#outcome = value);
      this.#known.tell(value.kind, value.set);
      yield value;
    }
    return (this.#outcome = { complete: false, reason: 'limit', detail: `the ${limit} sets asked for are listed, and there may be more` });
  }
}

/** Lists the sets; see `Enumeration`. */
export function enumerate(oracle: Oracle, options: EnumerationOptions = {}): Enumeration {
  return new Enumeration(oracle, options);
}

/** What ends an enumeration early. */
export function interrupted(stopped: Stopped | undefined, detail: string): Outcome {
  return stopped?.() === true ? { complete: false, reason: 'stopped', detail: 'the caller asked to stop' } : { complete: false, reason: 'unknown', detail };
}

/** As they are found: correction sets directly where the oracle can, then both by the map, or one kind from the whole of the other. */
function* anyOrder(oracle: Oracle, options: EnumerationOptions, known: KnownSets): Generator<Found, Outcome, void> {
  const { kinds = 'both', stopped } = options;
  for (const kind of ['mcs', 'mus'] as const) {
    if (kinds === kind || kinds === 'both') for (const set of known.waiting(kind)) yield { kind, set };
  }
  if (oracle.corrections !== undefined) {
    const corrections = oracle.corrections(known.mcs);
    for (let n = 0; n < DIRECT || kinds === 'mcs'; n++) {
      const set = stopped?.() === true ? undefined : corrections.next(stopped);
      if (set === NONE) {
        if (kinds !== 'mcs') yield* fromCorrections(oracle, known);
        return { complete: true };
      }
      if (set === undefined) return interrupted(stopped, '');
      if ('satisfiable' in set) return interrupted(stopped, set.reason);
      if (known.add('mcs', set) && kinds !== 'mus') yield { kind: 'mcs', set };
    }
  }
  return yield* byMap(oracle, options, known);
}

/** When all correction sets are known: the unsatisfiable subsets are their minimal hitting sets. */
function* fromCorrections(oracle: Oracle, known: KnownSets): Generator<Found, void, void> {
  for (const set of minimalHittingSets([...known.mcs], oracle.size)) {
    if (known.add('mus', set)) yield { kind: 'mus', set };
  }
}

/**
 * MARCO, with minimal and maximal seeds in turns: the first are quick to show correction sets, the others unsatisfiable subsets.
 *
 * A minimal seed that cannot be satisfied is a minimal unsatisfiable subset: each subset of it misses a correction set, so
 * that it can. One that can be satisfied grows to a maximal one, whose complement is a correction set. A maximal seed that
 * can be satisfied is maximal there too; one that cannot shrinks.
 */
function* byMap(oracle: Oracle, { kinds = 'both', stopped }: EnumerationOptions, known: KnownSets): Generator<Found, Outcome, void> {
  const map = new PowerSetMap(oracle.size);
  for (const set of known.mus) map.notAll(set);
  for (const set of known.mcs) map.some(set);
  for (let minimal = true; ; minimal = !minimal) {
    const seed = stopped?.() === true ? undefined : minimal ? map.minimal(stopped) : map.maximal(stopped);
    if (seed === undefined) return interrupted(stopped, 'the search for a set that is not explored was stopped');
    if (seed === NONE) return { complete: true };
    const verdict = minimal ? grow(oracle, seed, stopped) : shrink(oracle, seed, stopped);
    if (verdict.satisfiable === 'unknown') return interrupted(stopped, verdict.reason);
    const kind = verdict.satisfiable ? 'mcs' : 'mus';
    const set = verdict.satisfiable ? complement(verdict.satisfied, oracle.size) : minimal ? seed : verdict.core;
    if (verdict.satisfiable) map.some(set);
    else map.notAll(set);
    if (known.add(kind, set) && (kinds === kind || kinds === 'both')) yield { kind, set };
  }
}
