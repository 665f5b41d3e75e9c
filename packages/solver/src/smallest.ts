import { minimalHittingSets } from './hitting-sets.js';
import type { Kind, KnownSets } from './known-sets.js';
import { type EnumerationOptions, type Found, interrupted, type Outcome } from './marco.js';
import { complement, grow, NONE, type Oracle, shrink, type Stopped, type Subset } from './oracle.js';
import { WeighedMap } from './power-set-map.js';

/** Up to so many sets of a kind, it is faster to find all and to sort them. */
const SORTED = 1024;

/** Conflicts after which the search for the lightest set of one kind lets the other kind take its turn. */
const TURN = 200;

/** Smallest first, the kinds in turns: by sorting where all of one kind are known and there are not too many of the other, else by `Side`. */
export function* smallestFirst(oracle: Oracle, options: EnumerationOptions, known: KnownSets): Generator<Found, Outcome, void> {
  const { kinds = 'both', stopped } = options;
  const wanted = (['mcs', 'mus'] as const).filter((kind) => kinds === kind || kinds === 'both');
  const all = allCorrections(oracle, known, stopped);
  const queues = wanted.map((kind) => ({ kind, sets: all === undefined ? undefined : sortedSets(kind, kind === 'mcs', oracle, known, options) }));
  let turns = wanted.flatMap((kind, i) => {
    const sets = queues[i]!.sets;
    return sets === undefined ? [new Side(kind, oracle, known, options)] : [queue(kind, sets)];
  });
  while (turns.length > 0) {
    for (const turn of turns) {
      const set = turn.next();
      if (set === undefined) continue;
      if (set === NONE) {
        turns = turns.filter((other) => other !== turn).map((other) => {
          // The one kind is known to be complete, and the other follows from it.
          const sets = other instanceof Side ? sortedSets(other.kind, false, oracle, known, options) : undefined;
          return sets === undefined ? other : queue(other.kind, sets);
        });
        break;
      }
      if ('complete' in set) return set;
      yield { kind: turn.kind, set };
    }
  }
  return { complete: true };
}

/** Where the next set of one kind comes from: undefined when it is not found yet, `NONE` when all are listed, an outcome when it was interrupted. */
interface Turn {
  readonly kind: Kind;
  next(): Subset | undefined | typeof NONE | Outcome;
}

function queue(kind: Kind, sets: readonly Subset[]): Turn {
  let i = 0;
  return { kind, next: () => sets[i++] ?? NONE };
}

/**
 * The sets of one kind that are not listed yet, smallest first, when all of the other kind are known and it has not too many.
 * @param complete all sets of the kind itself are known
 */
function sortedSets(kind: Kind, complete: boolean, oracle: Oracle, known: KnownSets, options: EnumerationOptions): readonly Subset[] | undefined {
  let n = 0;
  if (!complete) {
    for (const set of minimalHittingSets([...known[kind === 'mcs' ? 'mus' : 'mcs']], oracle.size)) {
      if (n++ === SORTED) return undefined;
      known.add(kind, set);
    }
  }
  return bySize(known.waiting(kind), kind === 'mcs' ? options.weights : undefined);
}

/** All correction sets, added to those known, when the oracle lists them and there are not too many. */
function allCorrections(oracle: Oracle, known: KnownSets, stopped: Stopped | undefined): readonly Subset[] | undefined {
  const corrections = oracle.corrections?.(known.mcs);
  if (corrections === undefined) return undefined;
  for (let n = 0; n < SORTED; n++) {
    const set = stopped?.() === true ? undefined : corrections.next(stopped);
    if (set === NONE) return known.mcs;
    if (set === undefined || 'satisfiable' in set) return undefined;
    known.add('mcs', set);
  }
  return undefined;
}

/** By weight, then by number of elements, then by the elements. */
function bySize(sets: Subset[], weights: readonly bigint[] | undefined): Subset[] {
  const weight = (set: Subset): bigint => set.reduce((sum, e) => sum + (weights?.[e] ?? 1n), 0n);
  const weighed = sets.map((set) => ({ set, weight: weight(set) }));
  weighed.sort((a, b) => (a.weight < b.weight ? -1 : a.weight > b.weight ? 1 : a.set.length - b.set.length || lexicographic(a.set, b.set)));
  return weighed.map(({ set }) => set);
}

function lexicographic(a: Subset, b: Subset): number {
  const i = a.findIndex((e, j) => e !== b[j]);
  return i < 0 ? 0 : a[i]! - (b[i] ?? -1);
}

/**
 * The sets of one kind, the lightest first, by implicit hitting sets.
 *
 * A set of least weight that hits all sets known of the other kind, and holds none listed before, either is the next one,
 * or shows a set of the other kind that it does not hit. For unsatisfiable subsets: Ignatiev, Previti, Liffiton &
 * Marques-Silva, "Smallest MUS Extraction with Minimal Hitting Set Dualization", CP 2015. For correction sets: Davies &
 * Bacchus, "Solving MAXSAT by Solving a Sequence of Simpler SAT Instances", CP 2011.
 */
class Side implements Turn {
  readonly #map: WeighedMap;
  /** How many sets of the other kind the map knows. */
  #heeded = 0;

  constructor(
    readonly kind: Kind,
    readonly oracle: Oracle,
    readonly known: KnownSets,
    readonly options: EnumerationOptions,
  ) {
    this.#map = new WeighedMap(oracle.size, kind === 'mcs' ? options.weights : undefined);
    for (const set of known.told(kind)) this.#map.notAll(set);
  }

  next(): Subset | undefined | typeof NONE | Outcome {
    const { kind, oracle, known } = this;
    const { stopped } = this.options;
    const others = kind === 'mcs' ? known.mus : known.mcs;
    while (this.#heeded < others.length) this.#map.some(others[this.#heeded++]!);
    const seed = stopped?.() === true ? undefined : this.#map.lightest(TURN, stopped);
    if (seed === undefined) return stopped?.() === true ? interrupted(stopped, '') : undefined;
    if (seed === NONE) return NONE;
    const asked = kind === 'mcs' ? complement(seed, oracle.size) : seed;
    // What is next is grown too: of two elements without weight, a lightest correction set may hold one too many.
    const verdict = grow(oracle, asked, stopped);
    if (verdict.satisfiable === 'unknown') return interrupted(stopped, verdict.reason);
    if (verdict.satisfiable === (kind === 'mcs')) return this.#listed(verdict.satisfiable ? complement(verdict.satisfied, oracle.size) : seed);
    if (verdict.satisfiable) {
      known.add('mcs', complement(verdict.satisfied, oracle.size));
    } else {
      const least = shrink(oracle, verdict.core, stopped);
      if (least.satisfiable === 'unknown') return interrupted(stopped, least.reason);
      if (least.satisfiable) throw new Error('the oracle contradicts itself: it gave a core that it can satisfy');
      known.add('mus', least.core);
    }
    return undefined;
  }

  #listed(set: Subset): Subset {
    this.#map.notAll(set);
    return this.known.add(this.kind, set) ?? this.known[this.kind].find((other) => other.join() === set.join())!;
  }
}
