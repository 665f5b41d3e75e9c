import type { Subset } from './oracle.js';

/** A minimal unsatisfiable subset, or a minimal correction set. */
export type Kind = 'mus' | 'mcs';

/** Sets of both kinds. */
export interface Sets {
  readonly mus: readonly Subset[];
  readonly mcs: readonly Subset[];
}

/** Where an enumeration stands, as plain data that can be kept as JSON and given back to go on. */
export interface EnumerationState {
  readonly version: 1;
  /** Sets that were listed; going on does not list them again. */
  readonly told: Sets;
  /** Sets that were found and not listed yet: not asked for, or not in turn. */
  readonly waiting: Sets;
}

/** The sets found so far, in the order in which they were found. */
export class KnownSets {
  readonly mus: Subset[] = [];
  readonly mcs: Subset[] = [];
  readonly #keys = { mus: new Set<string>(), mcs: new Set<string>() };
  readonly #told = { mus: new Set<Subset>(), mcs: new Set<Subset>() };

  /** @throws RangeError when a set of the state has an element that is none of the oracle's. */
  constructor(state: EnumerationState | undefined, size: number) {
    for (const kind of ['mus', 'mcs'] as const) {
      for (const part of ['told', 'waiting'] as const) {
        for (const set of state?.[part][kind] ?? []) {
          if (!set.every((e, i) => Number.isInteger(e) && e > (set[i - 1] ?? -1) && e < size)) {
            throw new RangeError(`the state holds the set ${JSON.stringify(set)}, which is no ascending list of elements 0 to ${size - 1}; was it made for another problem?`);
          }
          const kept = this.add(kind, set);
          if (part === 'told' && kept !== undefined) this.tell(kind, kept);
        }
      }
    }
  }

  /** The set as it is kept; undefined when it was known. */
  add(kind: Kind, set: Subset): Subset | undefined {
    const key = set.join();
    if (this.#keys[kind].has(key)) return undefined;
    this.#keys[kind].add(key);
    this[kind].push(set);
    return set;
  }

  /** Notes that a set was listed. */
  tell(kind: Kind, set: Subset): void {
    this.#told[kind].add(set);
  }

  told(kind: Kind): Subset[] {
    return this[kind].filter((set) => this.#told[kind].has(set));
  }

  waiting(kind: Kind): Subset[] {
    return this[kind].filter((set) => !this.#told[kind].has(set));
  }

  get state(): EnumerationState {
    return {
      version: 1,
      told: { mus: this.told('mus'), mcs: this.told('mcs') },
      waiting: { mus: this.waiting('mus'), mcs: this.waiting('mcs') },
    };
  }
}
