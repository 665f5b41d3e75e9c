import type { Kernel } from './kernel.js';
import { reach } from './snapshot.js';
import { TRUE, type Node } from './types.js';
import { HIGH, LOW } from './unique-table.js';

/**
 * Exchanges of neighbouring levels in place (Rudell, "Dynamic Variable Ordering for Ordered Binary Decision Diagrams",
 * ICCAD 1993, section 3). Every node keeps its number and its function; only what lies between changes.
 *
 * An instance counts references among the nodes that the roots reach, and lives for one reordering. All other nodes
 * must have been collected before.
 */
export class Swapper {
  /** Live decision nodes. */
  size: number;
  readonly #references: number[];
  readonly #at: Node[][];

  constructor(
    readonly k: Kernel,
    roots: readonly Node[],
  ) {
    this.#references = new Array<number>(k.table.end).fill(0);
    this.#at = Array.from({ length: k.order.count }, () => []);
    const nodes = reach(k.table, roots);
    for (const n of nodes) {
      this.#at[k.level(n)]!.push(n);
      this.#refer(k.low(n));
      this.#refer(k.high(n));
    }
    for (const root of roots) this.#refer(root);
    this.size = nodes.length;
  }

  /** The number of nodes at a level. */
  sizeAt(level: number): number {
    return this.#at[level]!.length;
  }

  /** Exchange the variables at `level` and the level below it. */
  swap(level: number): void {
    const { k } = this;
    const { table } = k;
    const below = level + 1;
    const upper = this.#at[level]!;
    const lower = this.#at[below]!;
    const newUpper: Node[] = [];
    const newLower: Node[] = [];
    const dependent: Node[] = [];

    // Nodes are hashed by variable, so those that only move with their variable stay in their buckets.
    for (const n of upper) {
      if (k.level(k.low(n)) === below || k.level(k.high(n)) === below) {
        table.unlink(n);
        dependent.push(n);
      } else {
        newLower.push(n);
      }
    }
    k.order.exchange(level, below);
    for (const n of newLower) table.cells[n << 2] = below;
    for (const n of lower) table.cells[n << 2] = level;

    for (const n of dependent) {
      const low = k.low(n);
      const high = k.high(n);
      const splitsLow = k.level(low) === level;
      const splitsHigh = k.level(high) === level;
      const newLow = this.#child(below, splitsLow ? k.low(low) : low, splitsHigh ? k.low(high) : high, newLower);
      const newHigh = this.#child(below, splitsLow ? k.high(low) : low, splitsHigh ? k.high(high) : high, newLower);
      this.#refer(newLow);
      this.#refer(newHigh);
      this.#drop(low);
      this.#drop(high);
      const at = n << 2;
      table.cells[at] = level;
      table.cells[at + LOW] = newLow;
      table.cells[at + HIGH] = newHigh;
      table.link(n);
      newUpper.push(n);
    }

    for (const n of lower) {
      if (this.#references[n] === 0) {
        // Its children stay: what took its place refers to them.
        this.#drop(k.low(n));
        this.#drop(k.high(n));
        table.unlink(n);
        table.release(n);
        this.size--;
      } else {
        newUpper.push(n);
      }
    }
    this.#at[level] = newUpper;
    this.#at[below] = newLower;
  }

  #child(level: number, low: Node, high: Node, made: Node[]): Node {
    if (low === high) return low;
    const { table } = this.k;
    const before = table.count;
    const n = table.find(level, low, high);
    if (table.count !== before) {
      this.#references[n] = 0;
      this.#refer(low);
      this.#refer(high);
      made.push(n);
      this.size++;
    }
    return n;
  }

  #refer(n: Node): void {
    if (n > TRUE) this.#references[n] = this.#references[n]! + 1;
  }

  #drop(n: Node): void {
    if (n > TRUE) this.#references[n] = this.#references[n]! - 1;
  }
}
