/**
 * Multi-valued decision diagrams (Srinivasan, Ham, Malik & Brayton 1990), reduced and shared: functions of vectors of small whole numbers, one a
 * level, with whole numbers as values. 0 and 1 are false and true; other values make what the literature calls a multi-terminal diagram.
 */
import { TooLargeError } from '../errors.js';

/** A function, by its node. Equal functions are equal numbers. */
export type Ref = number;

export const FALSE: Ref = 0;
export const TRUE: Ref = 1;

/** What two values become. `without`: the first and not the second; `mask`: the second's value where the first is true, otherwise 0. */
export const OP = { and: 0, or: 1, without: 2, plus: 3, mask: 4 } as const;
export type Op = (typeof OP)[keyof typeof OP];

/** The cache's code of `implies`. */
const IMPLIES = 5;

/** The most nodes that one store makes before it gives up. */
export const MOST_NODES = 20_000_000; // below 2^25: two nodes and an operation make one exact number

export class Mdd {
  /** How many values the variable of each level takes. */
  readonly arity: readonly number[];
  /** Node steps so far: one for each node looked up or made. */
  steps = 0;
  private readonly most: number;
  private level: Int32Array = new Int32Array(1 << 10);
  private start: Int32Array = new Int32Array(1 << 10);
  private pool: Int32Array = new Int32Array(1 << 12);
  private stack: Int32Array = new Int32Array(1 << 10);
  private top = 0;
  private used = 0;
  private count = 0;
  private table: Int32Array = new Int32Array(1 << 12).fill(-1);
  private readonly leaves = new Map<number, Ref>();
  private cacheKeys: Float64Array = new Float64Array(1 << 12).fill(-1);
  private cacheValues: Int32Array = new Int32Array(1 << 12);

  constructor(arity: readonly number[], most = MOST_NODES) {
    this.arity = arity;
    this.most = most;
    this.leaf(0);
    this.leaf(1);
  }

  /** How many nodes there are, leaves included. */
  get size(): number {
    return this.count;
  }

  /** The number of levels; leaves stand at it. */
  get depth(): number {
    return this.arity.length;
  }

  /** The constant function. `value`: a whole number from 0 to 2^31-1. */
  leaf(value: number): Ref {
    let ref = this.leaves.get(value);
    if (ref === undefined) {
      ref = this.add(this.arity.length, [value], 0, 1);
      this.leaves.set(value, ref);
    }
    return ref;
  }

  isLeaf(f: Ref): boolean {
    return this.level[f] === this.arity.length;
  }

  /** The value of a constant function. */
  valueOf(leaf: Ref): number {
    return this.pool[this.start[leaf]!]!;
  }

  /** The first level that the function depends on; `depth` for a constant. */
  levelOf(f: Ref): number {
    return this.level[f]!;
  }

  /** The function where the variable of `level` is `value`; `level` must not be below the function's own. */
  child(f: Ref, level: number, value: number): Ref {
    return this.level[f] === level ? this.pool[this.start[f]! + value]! : f;
  }

  /** The children of a function at a level that is not below its own. */
  childrenAt(f: Ref, level: number): Ref[] {
    return Array.from({ length: this.arity[level]! }, (_, value) => this.child(f, level, value));
  }

  /** The function that is `children[k]` where the variable of `level` is k. */
  node(level: number, children: ArrayLike<Ref>): Ref {
    const from = this.room(children.length);
    for (let k = 0; k < children.length; k++) this.stack[from + k] = children[k]!;
    this.top = from;
    return this.made(level, from, children.length);
  }

  /** What becomes of two functions, value by value. */
  apply(op: Op, f: Ref, g: Ref): Ref {
    switch (op) {
      case OP.and:
        if (f === g || g === TRUE) return f;
        if (f === TRUE) return g;
        if (f === FALSE || g === FALSE) return FALSE;
        break;
      case OP.or:
        if (f === g || g === FALSE) return f;
        if (f === FALSE) return g;
        if (f === TRUE || g === TRUE) return TRUE;
        break;
      case OP.without:
        if (f === g || f === FALSE || g === TRUE) return FALSE;
        if (g === FALSE) return f;
        break;
      case OP.plus:
        if (f === FALSE) return g;
        if (g === FALSE) return f;
        if (this.isLeaf(f) && this.isLeaf(g)) return this.leaf(this.valueOf(f) + this.valueOf(g));
        break;
      case OP.mask:
        if (f === FALSE || g === FALSE) return FALSE;
        if (f === TRUE) return g;
        break;
    }
    if (f > g && (op === OP.and || op === OP.or || op === OP.plus)) {
      const other = f;
      f = g;
      g = other;
    }
    const key = (f * 0x2000000 + g) * 8 + op;
    const slot = this.cacheSlot(f, g, op);
    if (this.cacheKeys[slot] === key) return this.cacheValues[slot]!;
    const levelF = this.level[f]!;
    const levelG = this.level[g]!;
    const level = levelF < levelG ? levelF : levelG;
    const arity = this.arity[level]!;
    const from = this.room(arity);
    for (let k = 0; k < arity; k++) {
      const child = this.apply(op, levelF === level ? this.pool[this.start[f]! + k]! : f, levelG === level ? this.pool[this.start[g]! + k]! : g);
      this.stack[from + k] = child;
    }
    this.top = from;
    const result = this.made(level, from, arity);
    const now = this.cacheSlot(f, g, op);
    this.cacheKeys[now] = key;
    this.cacheValues[now] = result;
    return result;
  }

  and = (f: Ref, g: Ref): Ref => this.apply(OP.and, f, g);
  or = (f: Ref, g: Ref): Ref => this.apply(OP.or, f, g);
  without = (f: Ref, g: Ref): Ref => this.apply(OP.without, f, g);
  plus = (f: Ref, g: Ref): Ref => this.apply(OP.plus, f, g);
  mask = (f: Ref, g: Ref): Ref => this.apply(OP.mask, f, g);
  not = (f: Ref): Ref => this.apply(OP.without, TRUE, f);
  ite = (f: Ref, g: Ref, h: Ref): Ref => (g === h ? g : this.or(this.and(f, g), this.without(h, f)));

  /** Whether the first holds only where the second does. */
  implies = (f: Ref, g: Ref): boolean => {
    if (f === g || f === FALSE || g === TRUE) return true;
    if (f === TRUE || g === FALSE) return false;
    const key = (f * 0x2000000 + g) * 8 + IMPLIES;
    const slot = this.cacheSlot(f, g, IMPLIES);
    if (this.cacheKeys[slot] === key) return this.cacheValues[slot] === TRUE;
    const level = Math.min(this.level[f]!, this.level[g]!);
    let result = true;
    for (let k = 0; k < this.arity[level]! && result; k++) result = this.implies(this.child(f, level, k), this.child(g, level, k));
    this.cacheKeys[slot] = key;
    this.cacheValues[slot] = result ? TRUE : FALSE;
    return result;
  };

  /** The function with the children of one level changed; the same change at every node of the level, and where the level is skipped. */
  mapLevel(f: Ref, level: number, change: (children: Ref[]) => Ref[]): Ref {
    const known = new Int32Array(this.count).fill(-1);
    const at = (g: Ref): Ref => {
      let result = known[g]!;
      if (result !== -1) return result;
      const own = this.level[g]!;
      if (own >= level) result = this.node(level, change(this.childrenAt(g, level)));
      else {
        const arity = this.arity[own]!;
        const from = this.room(arity);
        for (let k = 0; k < arity; k++) {
          const child = at(this.pool[this.start[g]! + k]!);
          this.stack[from + k] = child;
        }
        this.top = from;
        result = this.made(own, from, arity);
      }
      known[g] = result;
      return result;
    };
    return at(f);
  }

  /** The function with the values of every variable in reverse: f(top - x). */
  reversed(f: Ref): Ref {
    const known = new Map<Ref, Ref>();
    const at = (g: Ref): Ref => {
      if (this.isLeaf(g)) return g;
      let result = known.get(g);
      if (result === undefined) known.set(g, (result = this.node(this.level[g]!, this.childrenAt(g, this.level[g]!).map(at).reverse())));
      return result;
    };
    return at(f);
  }

  /** All nodes of a function, each after those above it. */
  nodesOf(f: Ref): Ref[] {
    const seen = new Uint8Array(this.count);
    const byLevel: Ref[][] = Array.from({ length: this.depth + 1 }, () => []);
    const found = [f];
    seen[f] = 1;
    for (let ref = found.pop(); ref !== undefined; ref = found.pop()) {
      const level = this.level[ref]!;
      byLevel[level]!.push(ref);
      if (level === this.depth) continue;
      const from = this.start[ref]!;
      for (let k = 0; k < this.arity[level]!; k++) {
        const next = this.pool[from + k]!;
        if (seen[next] === 0) {
          seen[next] = 1;
          found.push(next);
        }
      }
    }
    return byLevel.flatMap((refs) => refs.sort((g, h) => g - h));
  }

  private cacheSlot(f: Ref, g: Ref, op: number): number {
    return ((Math.imul(f, 0x9e3779b1) ^ Math.imul(g, 0x85ebca6b) ^ (op << 9)) >>> 7) & (this.cacheKeys.length - 1);
  }

  /** Room on the stack for so many children; whoever asks sets `top` back before the node is made. */
  private room(arity: number): number {
    const from = this.top;
    this.top += arity;
    if (this.top > this.stack.length) this.stack = grown(this.stack, this.top);
    return from;
  }

  /** The node whose children stand on the stack. */
  private made(level: number, from: number, arity: number): Ref {
    this.steps++;
    const { stack } = this;
    const first = stack[from]!;
    let same = true;
    for (let k = 1; k < arity && same; k++) same = stack[from + k] === first;
    if (same) return first;
    const mask = this.table.length - 1;
    let slot = hash(level, stack, from, arity) & mask;
    for (let ref = this.table[slot]!; ref !== -1; ref = this.table[slot]!) {
      if (this.level[ref] === level) {
        const at = this.start[ref]!;
        let k = 0;
        while (k < arity && this.pool[at + k] === stack[from + k]) k++;
        if (k === arity) return ref;
      }
      slot = (slot + 1) & mask;
    }
    const ref = this.add(level, stack, from, arity);
    this.table[slot] = ref;
    if (this.count * 2 > this.table.length) this.rehash();
    return ref;
  }

  private add(level: number, children: ArrayLike<number>, from: number, arity: number): Ref {
    if (this.count >= this.most) throw new TooLargeError(`a decision diagram of this rule takes more than ${this.most} nodes`);
    if (this.count === this.level.length) {
      this.level = grown(this.level, this.count + 1);
      this.start = grown(this.start, this.count + 1);
    }
    if (this.used + arity > this.pool.length) this.pool = grown(this.pool, this.used + arity);
    const ref = this.count++;
    this.level[ref] = level;
    this.start[ref] = this.used;
    for (let k = 0; k < arity; k++) this.pool[this.used++] = children[from + k]!;
    return ref;
  }

  private rehash(): void {
    const table = new Int32Array(this.table.length * 4).fill(-1);
    for (let ref = 0; ref < this.count; ref++) {
      const level = this.level[ref]!;
      if (level === this.arity.length) continue;
      const from = this.start[ref]!;
      let slot = hash(level, this.pool, from, this.arity[level]!) & (table.length - 1);
      while (table[slot] !== -1) slot = (slot + 1) & (table.length - 1);
      table[slot] = ref;
    }
    this.table = table;
    if (this.cacheKeys.length < table.length) {
      this.cacheKeys = new Float64Array(table.length).fill(-1);
      this.cacheValues = new Int32Array(table.length);
    }
  }
}

function hash(level: number, children: Int32Array, from: number, arity: number): number {
  let h = level;
  for (let k = 0; k < arity; k++) h = Math.imul(h ^ children[from + k]!, 0x9e3779b1) ^ (h >>> 15);
  return h ^ (h >>> 13);
}

function grown(array: Int32Array, least: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(array.length * 2, least));
  larger.set(array);
  return larger;
}
