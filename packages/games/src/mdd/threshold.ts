/**
 * A sum with a quota as a diagram, node by node: each node is right for a whole interval of what is still needed, so that sums which come to the same
 * are never told apart (Behle 2007; Bolus 2011). The work is one step an edge of the reduced diagram.
 */
import type { Layout } from './layout.js';
import { FALSE, TRUE, type Mdd, type Ref } from './store.js';

/** What an edge adds: a number where all sums are exact in doubles, otherwise a bigint. One run uses one of them. */
type Whole = number | bigint;

interface Span {
  /** The least and the greatest need for which the node is right. */
  readonly lo: Whole;
  readonly hi: Whole;
  readonly ref: Ref;
}

/** Builds the diagrams of one sum, for any quota: `at(need)`. */
export class Threshold {
  /** The most that levels from here on can add, and the least. */
  private readonly most: Whole[];
  private readonly least: Whole[];
  private readonly known: Span[][];
  private readonly adds: readonly (readonly Whole[])[];
  private readonly exact: boolean;

  constructor(private readonly store: Mdd, layout: Layout, voters: ReadonlyMap<number, readonly bigint[]>) {
    const nothing = new Array<bigint>(layout.ballots).fill(0n);
    const adds = layout.levels.map(({ members, splits }) => {
      const weights = voters.get(members[0]!) ?? nothing;
      return splits.map((split) => split.reduce((sum, many, ballot) => sum + BigInt(many) * weights[ballot]!, 0n));
    });
    const size = adds.flat().reduce((sum, add) => sum + (add < 0n ? -add : add), 0n);
    this.exact = size < 1n << 51n;
    this.adds = this.exact ? adds.map((edges) => edges.map(Number)) : adds;
    const zero: Whole = this.exact ? 0 : 0n;
    this.most = [zero];
    this.least = [zero];
    for (const edges of [...this.adds].reverse()) {
      this.most.unshift(plus(this.most[0]!, edges.reduce((a, b) => (a > b ? a : b))));
      this.least.unshift(plus(this.least[0]!, edges.reduce((a, b) => (a < b ? a : b))));
    }
    this.known = this.adds.map(() => []);
  }

  /** The diagram that holds where the sum is at least `need`. */
  at(need: bigint): Ref {
    if (need <= BigInt(this.least[0]!)) return TRUE;
    if (need > BigInt(this.most[0]!)) return FALSE;
    return this.build(0, this.exact ? Number(need) : need).ref;
  }

  private build(level: number, need: Whole): Span {
    const none = this.least[level]!;
    if (need <= none) return { lo: this.exact ? -Infinity : -(1n << 4096n), hi: none, ref: TRUE };
    const all = this.most[level]!;
    if (need > all) return { lo: plus(all, this.exact ? 1 : 1n), hi: this.exact ? Infinity : 1n << 4096n, ref: FALSE };
    const spans = this.known[level]!;
    let from = 0;
    let to = spans.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (spans[middle]!.hi < need) from = middle + 1;
      else to = middle;
    }
    if (from < spans.length && spans[from]!.lo <= need) return spans[from]!;
    const edges = this.adds[level]!;
    const children = new Array<Ref>(edges.length);
    let lo: Whole | undefined;
    let hi: Whole | undefined;
    for (let k = 0; k < edges.length; k++) {
      const add = edges[k]!;
      const child = this.build(level + 1, minus(need, add));
      children[k] = child.ref;
      const low = plus(child.lo, add);
      const high = plus(child.hi, add);
      if (lo === undefined || low > lo) lo = low;
      if (hi === undefined || high < hi) hi = high;
    }
    const span = { lo: lo!, hi: hi!, ref: this.store.node(level, children) };
    // Building below adds no span to this level.
    spans.splice(from, 0, span);
    return span;
  }
}

const plus = (a: Whole, b: Whole): Whole => ((a as number) + (b as number)) as Whole;
const minus = (a: Whole, b: Whole): Whole => ((a as number) - (b as number)) as Whole;
