import { NodeLimitError } from './errors.js';
import type { VariableOrder } from './order.js';
import { FALSE, TERMINAL_LEVEL, TRUE, type Node } from './types.js';

/** Offsets inside the cell of a node. */
export const LOW = 1;
export const HIGH = 2;
export const NEXT = 3;

/** The level of a cell on the free list. */
const FREE_LEVEL = -1;

/**
 * The unique table: all nodes, and the guarantee that no two of them have the same level, low and high
 * (Brace, Rudell, Bryant, "Efficient Implementation of a BDD Package", DAC 1990, section 3).
 *
 * A node is four adjacent 32-bit integers (level, low, high, next in its bucket), so that a visit costs one line of the
 * processor's cache: 16 bytes a node, 4 for the bucket, and 4 for walks over the nodes. Numbers of nodes never change while a node lives. The table
 * knows no reduction rule: the same class serves Boolean functions and families of sets (`families.ts`).
 */
export class UniqueTable {
  /** Four integers a node: level, low, high, next. Replaced when the table grows; old content stays readable. */
  cells: Int32Array;
  /** Nodes now in the table, dead ones included, the two constants excluded. */
  count = 0;
  /** The first cell never used so far. */
  end = 2;
  /** While true the limit is not enforced: reordering must not stop halfway. */
  unlimited = false;

  #buckets: Int32Array;
  #mask: number;
  #free = 0;
  #seen = new Int32Array(0);
  #walks = 0;

  constructor(
    readonly order: VariableOrder,
    readonly limit: number,
    capacity = 1 << 12,
  ) {
    this.cells = new Int32Array(capacity * 4);
    this.#buckets = new Int32Array(capacity);
    this.#mask = capacity - 1;
    this.cells[FALSE * 4] = TERMINAL_LEVEL;
    this.cells[TRUE * 4] = TERMINAL_LEVEL;
  }

  /** How many nodes fit before the next doubling. */
  get capacity(): number {
    return this.cells.length >> 2;
  }

  /** Bytes held by the nodes and the buckets. */
  get bytes(): number {
    return this.cells.byteLength + this.#buckets.byteLength + this.#seen.byteLength;
  }

  /**
   * Begin a walk over nodes. A node has been seen in it once `seen[n]` is above `base`; the walk writes there base + 1 for the first
   * node that it meets, base + 2 for the second, and so on. Nothing has to be cleared, so a walk costs only what it meets.
   */
  walk(): { readonly seen: Int32Array; readonly base: number } {
    if (this.#seen.length < this.end) {
      this.#seen = new Int32Array(this.capacity);
      this.#walks = 0;
    } else if (this.#walks + this.end > 0x7fffffff) {
      this.#seen.fill(0);
      this.#walks = 0;
    }
    return { seen: this.#seen, base: this.#walks };
  }

  /** End a walk that met so many nodes. */
  walked(count: number): void {
    this.#walks += count;
  }

  /**
   * The node with this level, low and high; made when it is not there.
   * @throws NodeLimitError when it has to be made and the limit is reached.
   */
  find(level: number, low: Node, high: Node): Node {
    const cells = this.cells;
    const bucket = hash(this.order.varAt[level]!, low, high) & this.#mask;
    for (let n = this.#buckets[bucket]!; n !== 0; ) {
      const at = n << 2;
      if (cells[at + LOW] === low && cells[at + HIGH] === high && cells[at] === level) return n;
      n = cells[at + NEXT]!;
    }
    return this.#insert(level, low, high, bucket);
  }

  #insert(level: number, low: Node, high: Node, bucket: number): Node {
    if (this.count >= this.limit && !this.unlimited) throw new NodeLimitError(this.limit);
    let n = this.#free;
    if (n !== 0) {
      this.#free = this.cells[(n << 2) + NEXT]!;
    } else {
      if (this.end === this.capacity) {
        this.#grow();
        bucket = hash(this.order.varAt[level]!, low, high) & this.#mask;
      }
      n = this.end++;
    }
    const at = n << 2;
    const cells = this.cells;
    cells[at] = level;
    cells[at + LOW] = low;
    cells[at + HIGH] = high;
    cells[at + NEXT] = this.#buckets[bucket]!;
    this.#buckets[bucket] = n;
    this.count++;
    return n;
  }

  #grow(): void {
    const larger = new Int32Array(this.cells.length * 2);
    larger.set(this.cells);
    this.cells = larger;
    this.#buckets = new Int32Array(this.capacity);
    this.#mask = this.capacity - 1;
    for (let n = 2; n < this.end; n++) if (this.isUsed(n)) this.link(n);
  }

  /** Whether the cell holds a node (and is not on the free list). */
  isUsed(n: Node): boolean {
    return n >= 0 && n < this.end && this.cells[n << 2] !== FREE_LEVEL;
  }

  /** All nodes, dead ones included, without the constants. */
  nodes(): Node[] {
    const nodes: Node[] = [];
    for (let n = 2; n < this.end; n++) if (this.isUsed(n)) nodes.push(n);
    return nodes;
  }

  /** Put a node whose cell is already written into its bucket. For growth and reordering. */
  link(n: Node): void {
    const at = n << 2;
    const bucket = this.#bucketOf(at);
    this.cells[at + NEXT] = this.#buckets[bucket]!;
    this.#buckets[bucket] = n;
  }

  /**
   * Take a node out of its bucket; its level and children must still be those it was linked under. Until it is written
   * again it counts as free, so that a doubling in between does not link it.
   */
  unlink(n: Node): void {
    const cells = this.cells;
    const bucket = this.#bucketOf(n << 2);
    cells[n << 2] = FREE_LEVEL;
    const next = cells[(n << 2) + NEXT]!;
    let before = this.#buckets[bucket]!;
    if (before === n) {
      this.#buckets[bucket] = next;
      return;
    }
    while (cells[(before << 2) + NEXT] !== n) before = cells[(before << 2) + NEXT]!;
    cells[(before << 2) + NEXT] = next;
  }

  #bucketOf(at: number): number {
    const cells = this.cells;
    return hash(this.order.varAt[cells[at]!]!, cells[at + LOW]!, cells[at + HIGH]!) & this.#mask;
  }

  /** Return the cell of an unlinked node to the free list. */
  release(n: Node): void {
    this.cells[(n << 2) + NEXT] = this.#free;
    this.#free = n;
    this.count--;
  }

  /**
   * Free every node that is not marked, and rebuild the buckets from those that are.
   * @param mark one byte a node, nonzero for the living; the living must be closed under children.
   * @returns the number of nodes freed.
   */
  sweep(mark: Uint8Array): number {
    const before = this.count;
    this.#buckets.fill(0);
    this.#free = 0;
    this.count = 0;
    // Downwards, so that the free list hands out the lowest cells first and the table stays dense.
    for (let n = this.end - 1; n >= 2; n--) {
      if (mark[n] !== 0) {
        this.link(n);
        this.count++;
      } else {
        this.cells[n << 2] = FREE_LEVEL;
        this.cells[(n << 2) + NEXT] = this.#free;
        this.#free = n;
      }
    }
    return before - this.count;
  }
}

/**
 * The variable enters the hash, not the level: an exchange of two levels then leaves most nodes in their buckets.
 */
function hash(v: number, low: number, high: number): number {
  const h = Math.imul(low, 0x9e3779b1) + Math.imul(high, 0x85ebca6b) + Math.imul(v, 0xc2b2ae35);
  return h ^ (h >>> 15);
}
