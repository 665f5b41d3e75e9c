/** Counting in a diagram: by how many are in, and for each class, whom one member more turns. */
import type { Profile } from '../profile.js';
import type { Diagram } from './build.js';
import type { Ref } from './store.js';

/** Coefficients by size: of doubles while every count is below 2^53, otherwise of bigints. */
type Poly = Float64Array | bigint[];

/** Pascal's triangle, row by row. */
const ROWS: bigint[][] = [[1n]];

/** The binomial coefficients of n: [k], k = 0 … n. */
export function binomials(n: number): readonly bigint[] {
  while (ROWS.length <= n) {
    const last = ROWS[ROWS.length - 1]!;
    ROWS.push(Array.from({ length: last.length + 1 }, (_, k) => (last[k - 1] ?? 0n) + (last[k] ?? 0n)));
  }
  return ROWS[n]!;
}

/** The arithmetic of one run. */
class Polys {
  readonly small: boolean;
  private readonly rows = new Map<number, Poly>();

  constructor(voters: number) {
    this.small = voters <= 52;
  }

  zero(length: number): Poly {
    return this.small ? new Float64Array(length) : new Array<bigint>(length).fill(0n);
  }

  /** (1+x)^n. */
  all(n: number): Poly {
    let row = this.rows.get(n);
    if (row === undefined) this.rows.set(n, (row = this.small ? Float64Array.from(binomials(n), Number) : [...binomials(n)]));
    return row;
  }

  constant(value: bigint): Poly {
    return this.small ? Float64Array.of(Number(value)) : [value];
  }

  /** target += factor · x^shift · p. */
  addScaled(target: Poly, p: Poly, factor: bigint, shift: number): void {
    if (this.small) {
      const f = Number(factor);
      const to = target as Float64Array;
      const from = p as Float64Array;
      for (let s = 0; s < from.length; s++) to[s + shift]! += f * from[s]!;
    } else {
      const to = target as bigint[];
      const from = p as bigint[];
      for (let s = 0; s < from.length; s++) if (from[s] !== 0n) to[s + shift]! += factor * from[s]!;
    }
  }

  /** target += p · q. */
  addProduct(target: Poly, p: Poly, q: Poly): void {
    if (this.small) {
      const to = target as Float64Array;
      const a = p as Float64Array;
      const b = q as Float64Array;
      for (let i = 0; i < a.length; i++) {
        const f = a[i]!;
        if (f !== 0) for (let j = 0; j < b.length; j++) to[i + j]! += f * b[j]!;
      }
    } else {
      const to = target as bigint[];
      const a = p as bigint[];
      const b = q as bigint[];
      for (let i = 0; i < a.length; i++) {
        const f = a[i]!;
        if (f !== 0n) for (let j = 0; j < b.length; j++) if (b[j] !== 0n) to[i + j]! += f * b[j]!;
      }
    }
  }

  product(p: Poly, q: Poly): Poly {
    const result = this.zero(p.length + q.length - 1);
    this.addProduct(result, p, q);
    return result;
  }

  exact(p: Poly, length: number): bigint[] {
    return Array.from({ length }, (_, s) => BigInt(p[s] ?? 0));
  }
}

/** The polynomials of a diagram over two ballots (a coalition: those who are in). */
class Counts {
  readonly polys: Polys;
  /** How many voters stand above each level; at the end, all. */
  readonly above: number[] = [0];
  readonly nodes: Ref[];
  /** Completions below each node, by how many of those below are in. */
  readonly below = new Map<Ref, Poly>();
  /** Ways to each node, by how many of those above are in. */
  readonly ways = new Map<Ref, Poly>();

  constructor(readonly diagram: Diagram, readonly valueOf: (leaf: number) => bigint = BigInt) {
    const { layout, store, root } = diagram;
    this.polys = new Polys(layout.voters);
    for (const { members } of layout.levels) this.above.push(this.above.at(-1)! + members.length);
    this.nodes = store.nodesOf(root);
    for (let i = this.nodes.length - 1; i >= 0; i--) this.below.set(this.nodes[i]!, this.complete(this.nodes[i]!));
    this.spread();
  }

  /** The completions of a child as seen from a level above it, with those between free. */
  from(ref: Ref, level: number): Poly {
    const own = this.below.get(ref)!;
    const between = this.above[this.diagram.store.levelOf(ref)]! - this.above[level]!;
    return between === 0 ? own : this.polys.product(own, this.polys.all(between));
  }

  private complete(ref: Ref): Poly {
    const { store, layout } = this.diagram;
    if (store.isLeaf(ref)) return this.polys.constant(this.valueOf(store.valueOf(ref)));
    const level = store.levelOf(ref);
    const c = layout.levels[level]!.members.length;
    const result = this.polys.zero(layout.voters - this.above[level]! + 1);
    for (let k = 0; k <= c; k++) this.polys.addScaled(result, this.from(store.child(ref, level, k), level + 1), binomials(c)[k]!, k);
    return result;
  }

  private spread(): void {
    const { store, layout, root } = this.diagram;
    const add = (ref: Ref, level: number, p: Poly, factor: bigint, shift: number): void => {
      const to = store.levelOf(ref);
      let target = this.ways.get(ref);
      if (target === undefined) this.ways.set(ref, (target = this.polys.zero(this.above[to]! + 1)));
      const between = this.above[to]! - this.above[level]!;
      this.polys.addScaled(target, between === 0 ? p : this.polys.product(p, this.polys.all(between)), factor, shift);
    };
    add(root, 0, this.polys.constant(1n), 1n, 0);
    for (const ref of this.nodes) {
      if (store.isLeaf(ref)) continue;
      const level = store.levelOf(ref);
      const c = layout.levels[level]!.members.length;
      for (let k = 0; k <= c; k++) add(store.child(ref, level, k), level + 1, this.ways.get(ref)!, binomials(c)[k]!, k);
    }
  }
}

/** Whom a member of each level turns, and how many coalitions win, by size. The diagram has two ballots. */
export function profileOfDiagram(diagram: Diagram): Profile {
  const { layout, store } = diagram;
  const counts = new Counts(diagram);
  const { polys } = counts;
  const n = layout.voters;
  const swings = layout.levels.map(() => polys.zero(n + 1));
  for (const ref of counts.nodes) {
    if (store.isLeaf(ref)) continue;
    const level = store.levelOf(ref);
    const c = layout.levels[level]!.members.length;
    const turned = polys.zero(n - counts.above[level]! + 1);
    for (let k = 0; k < c; k++) {
      const ways = binomials(c - 1)[k]!;
      polys.addScaled(turned, counts.from(store.child(ref, level, k + 1), level + 1), ways, k);
      polys.addScaled(turned, counts.from(store.child(ref, level, k), level + 1), -ways, k);
    }
    polys.addProduct(swings[level]!, counts.ways.get(ref)!, turned);
  }
  return { n, classOf: layout.levelOf, winning: polys.exact(counts.from(diagram.root, 0), n + 1), swings: swings.map((poly) => polys.exact(poly, n)) };
}

/** How many coalitions the diagram holds for, by size; and of these, by level, how many have a given member of it. */
export function membership(diagram: Diagram): { readonly count: bigint[]; readonly having: bigint[][] } {
  const { layout, store } = diagram;
  const counts = new Counts(diagram);
  const { polys } = counts;
  const n = layout.voters;
  const count = polys.exact(counts.from(diagram.root, 0), n + 1);
  const having = layout.levels.map(({ members }, level) => {
    const c = members.length;
    const out = polys.zero(n + 1);
    const through = polys.zero(n + 1);
    for (const ref of counts.nodes) {
      if (store.levelOf(ref) !== level) continue;
      // Without a given member: k others out of c - 1.
      const without = polys.zero(n - counts.above[level]! + 1);
      for (let k = 0; k < c; k++) polys.addScaled(without, counts.from(store.child(ref, level, k), level + 1), binomials(c - 1)[k]!, k);
      polys.addProduct(out, counts.ways.get(ref)!, without);
      polys.addProduct(through, counts.ways.get(ref)!, counts.below.get(ref)!);
    }
    // Of those that skip the level, as many have the member as have not, one size above: the rest divided by (1+x).
    const skipping: bigint[] = [];
    for (let s = 0; s <= n; s++) skipping.push(count[s]! - BigInt(through[s]!) - (skipping[s - 1] ?? 0n));
    return count.map((all, s) => all - BigInt(out[s]!) - skipping[s]!);
  });
  return { count, having };
}

/**
 * How often each value from 0 to `most` is taken, over all coalitions; an edge counts `weightAt` times.
 * [value]: exact counts.
 */
export function valuesTaken({ layout, store, root }: Diagram, most: number, weightAt: (level: number, edge: number) => bigint): readonly bigint[] {
  const weights = layout.levels.map(({ splits }, level) => splits.map((_, edge) => weightAt(level, edge)));
  const totals = weights.map((edges) => edges.reduce((sum, weight) => sum + weight, 0n));
  const gap = (from: number, to: number): bigint => totals.slice(from, to).reduce((product, total) => product * total, 1n);
  const nodes = store.nodesOf(root);
  const at = new Int32Array(store.size);
  nodes.forEach((ref, i) => (at[ref] = i));
  const width = most + 1;
  // Doubles while every count is exact in them.
  const small = totals.reduce((product, total) => product * (total || 1n), 1n) < 1n << 53n;
  const counts: Float64Array | bigint[] = small ? new Float64Array(nodes.length * width) : new Array<bigint>(nodes.length * width).fill(0n);
  for (let i = nodes.length - 1; i >= 0; i--) {
    const ref = nodes[i]!;
    if (store.isLeaf(ref)) {
      counts[i * width + store.valueOf(ref)] = small ? 1 : 1n;
      continue;
    }
    const level = store.levelOf(ref);
    for (let edge = 0; edge < store.arity[level]!; edge++) {
      const weight = weights[level]![edge]!;
      if (weight === 0n) continue;
      const child = store.child(ref, level, edge);
      const factor = weight * (store.levelOf(child) === level + 1 ? 1n : gap(level + 1, store.levelOf(child)));
      addRow(counts, i * width, at[child]! * width, width, factor);
    }
  }
  const first = gap(0, store.levelOf(root));
  return Array.from({ length: width }, (_, value) => BigInt(counts[at[root]! * width + value]!) * first);
}

function addRow(counts: Float64Array | bigint[], to: number, from: number, width: number, factor: bigint): void {
  if (counts instanceof Float64Array) {
    const f = Number(factor);
    for (let v = 0; v < width; v++) counts[to + v]! += f * counts[from + v]!;
  } else for (let v = 0; v < width; v++) if (counts[from + v] !== 0n) counts[to + v]! += factor * counts[from + v]!;
}
