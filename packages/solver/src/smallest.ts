import { minimalHittingSets } from './hitting-sets.js';
import type { Kind, KnownSets } from './known-sets.js';
import { type EnumerationOptions, type Found, interrupted, type Outcome } from './marco.js';
import { complement, grow, NONE, type Oracle, shrink, type Stopped, type Subset } from './oracle.js';
import { WeighedMap } from './power-set-map.js';

/** Up to so many sets, it is faster to find all and to sort them. */
const SORTED = 4096;

/** Smallest first, the kinds in turns: by sorting where there are not too many sets to find all, else by `Side`. */
export function* smallestFirst(oracle: Oracle, options: EnumerationOptions, known: KnownSets): Generator<Found, Outcome, void> {
  const { kinds = 'both', stopped } = options;
  const wanted = (['mcs', 'mus'] as const).filter((kind) => kinds === kind || kinds === 'both');
  const all = allCorrections(oracle, known, stopped);
  if (all !== undefined && !('satisfiable' in all)) {
    const sorted = new Map<Kind, Subset[]>();
    for (const kind of wanted) {
      const sets = kind === 'mcs' ? all : allUnsatisfiable(oracle, known);
      if (sets !== undefined) sorted.set(kind, bySize(known.waiting(kind), kind === 'mcs' ? options.weights : undefined));
    }
    if (sorted.size === wanted.length) {
      const queues = wanted.map((kind) => ({ kind, sets: sorted.get(kind)! }));
      for (let i = 0; queues.some(({ sets }) => i < sets.length); i++) {
        for (const { kind, sets } of queues) if (i < sets.length) yield { kind, set: sets[i]! };
      }
      return { complete: true };
    }
  }
  const sides = wanted.map((kind) => new Side(kind, oracle, known, options));
  while (sides.length > 0) {
    for (const side of [...sides]) {
      const set = side.next();
      if (set === NONE) sides.splice(sides.indexOf(side), 1);
      else if ('complete' in set) return set;
      else yield { kind: side.kind, set };
    }
  }
  return { complete: true };
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

/** All unsatisfiable subsets, added to those known, when all correction sets are and there are not too many. */
function allUnsatisfiable(oracle: Oracle, known: KnownSets): readonly Subset[] | undefined {
  let n = 0;
  for (const set of minimalHittingSets([...known.mcs], oracle.size)) {
    if (n++ === SORTED) return undefined;
    known.add('mus', set);
  }
  return known.mus;
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
class Side {
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

  /** The next set; `NONE` when all are listed; an outcome when it was interrupted. */
  next(): Subset | typeof NONE | Outcome {
    const { kind, oracle, known } = this;
    const { stopped } = this.options;
    const others = kind === 'mcs' ? known.mus : known.mcs;
    for (;;) {
      while (this.#heeded < others.length) this.#map.some(others[this.#heeded++]!);
      const seed = stopped?.() === true ? undefined : this.#map.lightest(stopped);
      if (seed === undefined) return interrupted(stopped, 'the search for the lightest set was stopped');
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
        if (least.satisfiable !== false) return interrupted(stopped, least.satisfiable === 'unknown' ? least.reason : 'the oracle contradicts itself');
        known.add('mus', least.core);
      }
    }
  }

  #listed(set: Subset): Subset {
    this.#map.notAll(set);
    return this.known.add(this.kind, set) ?? this.known[this.kind].find((other) => other.join() === set.join())!;
  }
}
