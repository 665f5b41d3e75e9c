import { and, ite, not, or } from './connectives.js';
import { SumLimitError } from './errors.js';
import type { Kernel } from './kernel.js';
import { Stretches, type Stretch } from './stretches.js';
import { FALSE, TRUE, type Node } from './types.js';

/**
 * Linear conditions on the sum of weights, built directly as diagrams.
 *
 * Behle, "On Threshold BDDs and the Optimal Variable Ordering Problem", COCOA 2007; Hosaka, Takenaga, Kaneda, Yajima, "Size
 * of Ordered Binary Decision Diagrams Representing Threshold Functions", Theoretical Computer Science 180, 1997:
 * "the rest of the items reaches at least n" is one function for a whole interval of n. Each item keeps the intervals
 * known so far; a need that falls into one of them is answered by a search in it, so that equal residual functions are
 * computed once. No subset is ever enumerated.
 */

/** A whole number: as `number` within ±(2^53 − 1), or as `bigint` of any size. */
export type Whole = number | bigint;

/**
 * A term of a sum: the weight of the case that is true, 0 when none is. The cases exclude each other; should two be
 * true together, the one listed first counts.
 */
export interface Item {
  readonly cases: readonly (readonly [condition: Node, weight: Whole])[];
}

/**
 * The most residual functions of one sum that are told apart. Each is remembered outside the table of nodes (some 100 bytes), so the limit on
 * nodes does not hold their number down.
 */
export const MAX_RESIDUALS = 1 << 19;

/** How the sum compares with the bound. */
export type Comparison = '>=' | '>' | '<=' | '<' | '==' | '!=';

/**
 * The function "the sum of the items compares so with the bound".
 * @throws RangeError for a weight or a bound that is not a whole number, or too large for `number`.
 * @throws SumLimitError when the sum takes more than `MAX_RESIDUALS` different ends.
 */
export function linear(k: Kernel, items: readonly Item[], bound: Whole, comparison: Comparison): Node {
  const sum = prepare(k, items, bound);
  const residual = new Residual(k, sum);
  const reaches = (): Node => residual.reaches(sum.bound);
  const exceeds = (): Node => residual.reaches(sum.bound + sum.unit);
  switch (comparison) {
    case '>=':
      return reaches();
    case '>':
      return exceeds();
    case '<=':
      return not(k, exceeds());
    case '<':
      return not(k, reaches());
    case '==':
      return and(k, reaches(), not(k, exceeds()));
    case '!=':
      return or(k, not(k, reaches()), exceeds());
  }
}

/**
 * A sum made ready. All quantities are of one kind, numbers when everything fits and bigints otherwise; the arithmetic
 * below is the same for both and is typed as that of numbers.
 */
interface Sum {
  readonly items: readonly Term[];
  /** The least and the largest sum of the items from each one on; one more entry, zero, at the end. */
  readonly least: readonly number[];
  readonly most: readonly number[];
  readonly bound: number;
  /** Beyond every need that can come up. */
  readonly far: number;
  /** One, in the kind of this sum. */
  readonly unit: number;
}

/** A term: the weight of the first condition that is true, `base` when none is. Every one of these values can come up. */
interface Term {
  readonly conditions: readonly Node[];
  readonly weights: readonly number[];
  readonly base: number;
  readonly level: number;
}

/**
 * A case is left out where an earlier one covers it, and becomes the base where there is nothing else left. A value that cannot come up would
 * split the needs of all later items: two values a member then count as three, and sums that never occur are told apart.
 */
function termOf(k: Kernel, { cases }: Item, of: (x: Whole) => number): Term {
  const kept: { condition: Node; weight: number }[] = [];
  let base = of(0);
  let covered: Node = FALSE;
  for (const [condition, weight] of cases) {
    const wider = or(k, covered, condition);
    if (wider === covered) continue;
    covered = wider;
    const last = kept[kept.length - 1];
    if (wider === TRUE) base = of(weight);
    else if (last !== undefined && last.weight === of(weight)) last.condition = or(k, last.condition, condition);
    else kept.push({ condition, weight: of(weight) });
    if (wider === TRUE) break;
  }
  // What ends in the base anyway needs no condition of its own.
  while (kept.length > 0 && kept[kept.length - 1]!.weight === base) kept.pop();
  return {
    conditions: kept.map(({ condition }) => condition),
    weights: kept.map(({ weight }) => weight),
    base,
    level: Math.min(...kept.map(({ condition }) => k.level(condition))),
  };
}

function prepare(k: Kernel, items: readonly Item[], bound: Whole): Sum {
  let total = magnitude(bound);
  for (const { cases } of items) {
    let largest = 0n;
    for (const [, weight] of cases) if (magnitude(weight) > largest) largest = magnitude(weight);
    total += largest;
  }
  const far = 4n * total + 8n;
  const big = far > BigInt(Number.MAX_SAFE_INTEGER);
  const of = (x: Whole): number => (big ? BigInt(x) : Number(x)) as number;
  const sorted = items
    .map((item) => termOf(k, item, of))
    .filter(({ conditions, base }) => conditions.length > 0 || base !== of(0))
    // The sum does not depend on the order of its terms; terms that lie high in the diagram go first.
    .sort((a, b) => a.level - b.level);
  const zero = of(0);
  const least = [zero];
  const most = [zero];
  for (let i = sorted.length - 1; i >= 0; i--) {
    const { weights, base } = sorted[i]!;
    least.unshift(least[0]! + weights.reduce((a, b) => (b < a ? b : a), base));
    most.unshift(most[0]! + weights.reduce((a, b) => (b > a ? b : a), base));
  }
  return { items: sorted, least, most, bound: of(bound), far: of(far), unit: of(1) };
}

function magnitude(x: Whole): bigint {
  if (typeof x === 'number' && !Number.isSafeInteger(x)) {
    throw new RangeError(`weights and bounds are whole numbers within ±(2^53 − 1), or bigints; ${x} is neither`);
  }
  const n = BigInt(x);
  return n < 0n ? -n : n;
}

/** The residual functions of one sum: "the items from `i` on reach at least `need`". */
class Residual {
  readonly #known: readonly Stretches[];
  #count = 0;

  constructor(
    readonly k: Kernel,
    readonly sum: Sum,
  ) {
    this.#known = sum.items.map(() => new Stretches());
  }

  /** The items reach at least `need`. */
  reaches(need: number): Node {
    // A stack of its own instead of calls: a state waits on it until those that it is made from are known.
    const items = [0];
    const needs = [need];
    while (items.length > 0) {
      const i = items[items.length - 1]!;
      const n = needs[needs.length - 1]!;
      const before = items.length;
      if (this.#get(i, n) === undefined) {
        const { base, weights } = this.sum.items[i]!;
        if (this.#get(i + 1, n - base) === undefined) {
          items.push(i + 1);
          needs.push(n - base);
        }
        for (const weight of weights) {
          if (this.#get(i + 1, n - weight) === undefined) {
            items.push(i + 1);
            needs.push(n - weight);
          }
        }
        if (items.length === before) this.#compute(i, n);
      }
      if (items.length === before) {
        items.pop();
        needs.pop();
      }
    }
    return this.#get(0, need)!.node;
  }

  /** What is known of "the items from `i` on reach at least `need`". */
  #get(i: number, need: number): Stretch | undefined {
    const { least, most, far, unit } = this.sum;
    if (need <= least[i]!) return { from: -far, to: least[i]!, node: TRUE };
    if (need > most[i]!) return { from: most[i]! + unit, to: far, node: FALSE };
    return this.#known[i]!.at(need);
  }

  /** Find a residual function from those of the next item, which are known. */
  #compute(i: number, need: number): void {
    const { conditions, weights, base } = this.sum.items[i]!;
    const rest = this.#get(i + 1, need - base)!;
    let { node } = rest;
    let from = rest.from + base;
    let to = rest.to + base;
    for (let c = conditions.length - 1; c >= 0; c--) {
      const weight = weights[c]!;
      const taken = this.#get(i + 1, need - weight)!;
      if (taken.from + weight > from) from = taken.from + weight;
      if (taken.to + weight < to) to = taken.to + weight;
      node = this.#choose(conditions[c]!, taken.node, node);
    }
    // Clipped to what the bounds leave open, the stretches of an item stay disjoint, which the search relies on.
    const { least, most, unit } = this.sum;
    if (from <= least[i]!) from = least[i]! + unit;
    if (to > most[i]!) to = most[i]!;
    if (++this.#count > MAX_RESIDUALS) throw new SumLimitError(MAX_RESIDUALS);
    this.#known[i]!.add({ from, to, node });
  }

  /** If-then-else; a literal above both results is a node at once. */
  #choose(condition: Node, yes: Node, no: Node): Node {
    const k = this.k;
    if (condition > TRUE) {
      const level = k.level(condition);
      if (level < k.level(yes) && level < k.level(no)) {
        const low = k.low(condition);
        const high = k.high(condition);
        if (low === FALSE && high === TRUE) return k.make(level, no, yes);
        if (low === TRUE && high === FALSE) return k.make(level, yes, no);
      }
    }
    return ite(k, condition, yes, no);
  }
}
