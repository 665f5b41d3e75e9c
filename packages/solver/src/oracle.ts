/** A set of elements 0 to n-1 in ascending order, each once. */
export type Subset = readonly number[];

/** Asked from time to time; `true` asks to come to an end. */
export type Stopped = () => boolean;

/** What an oracle says of a set. */
export type Verdict =
  /** It can be satisfied; `satisfied` is a superset of it that can be satisfied too, in ascending order. */
  | { readonly satisfiable: true; readonly satisfied: Subset }
  /** It cannot; `core` is a subset of it that cannot either, in ascending order, empty when nothing at all can. */
  | { readonly satisfiable: false; readonly core: Subset }
  /** The oracle came to no end; `reason` in plain words. */
  | { readonly satisfiable: 'unknown'; readonly reason: string };

/** No further correction set: all are found. */
export const NONE = 'none';

/** Finds the minimal correction sets one by one, those named as known left out. */
export interface Corrections {
  /** The next one; `NONE` when there are no more; an `unknown` verdict when it came to no end. */
  next(stopped?: Stopped): Subset | typeof NONE | { readonly satisfiable: 'unknown'; readonly reason: string };
}

/**
 * Whatever can say whether some constraints hold together: a SAT solver, decision diagrams.
 *
 * INVARIANT: it is monotone. A subset of what can be satisfied can be satisfied. The same call gives the same verdict at any time.
 */
export interface Oracle {
  /** How many elements there are; they are numbered from 0. */
  readonly size: number;
  /** Whether the elements of the set can be satisfied together. */
  check(set: Subset, stopped?: Stopped): Verdict;
  /** The same; but when satisfiable, `satisfied` is a largest one: nothing can be added to it. Made of `check` where it is missing. */
  grow?(set: Subset, stopped?: Stopped): Verdict;
  /** A way to all minimal correction sets that is faster than asking about one set after the other, if there is one. */
  corrections?(known: readonly Subset[]): Corrections;
}

/** The elements from 0 to size-1 that are not in the set. */
export function complement(set: Subset, size: number): number[] {
  const rest: number[] = [];
  let i = 0;
  for (let e = 0; e < size; e++) {
    if (set[i] === e) i++;
    else rest.push(e);
  }
  return rest;
}

/** The set with one more element, in order. */
export function withElement(set: Subset, element: number): number[] {
  const at = set.findIndex((e) => e > element);
  return at < 0 ? [...set, element] : [...set.slice(0, at), element, ...set.slice(at)];
}

/** A maximal satisfiable superset of a set, or why there is none: elements are added one by one, with all that a model satisfies besides. */
export function grow(oracle: Oracle, set: Subset, stopped?: Stopped): Verdict {
  if (oracle.grow !== undefined) return oracle.grow(set, stopped);
  let best = oracle.check(set, stopped);
  if (best.satisfiable !== true) return best;
  for (const element of complement(best.satisfied, oracle.size)) {
    if (best.satisfied.includes(element)) continue;
    const verdict = oracle.check(withElement(best.satisfied, element), stopped);
    if (verdict.satisfiable === 'unknown') return verdict;
    if (verdict.satisfiable) best = verdict;
  }
  return best;
}

/**
 * A minimal unsatisfiable subset of a set that is not satisfiable: elements are left out one by one, and whatever a
 * core leaves out with them. `satisfiable: true` is the verdict when the set can be satisfied after all.
 */
export function shrink(oracle: Oracle, set: Subset, stopped?: Stopped): Verdict {
  let best = oracle.check(set, stopped);
  if (best.satisfiable !== false) return best;
  for (let i = 0; i < best.core.length; ) {
    const core: Subset = best.core;
    const verdict = oracle.check(core.filter((_, j) => j !== i), stopped);
    if (verdict.satisfiable === 'unknown') return verdict;
    // The elements before i are needed by every core that is left, so that i stays where it is.
    if (verdict.satisfiable) i++;
    else best = verdict;
  }
  return best;
}
