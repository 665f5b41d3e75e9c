/**
 * The operations whose results are remembered. The number is part of the key and must fit four bits; the machine tells
 * kinds of operations apart by their ranges.
 */
export const Operation = {
  // Two functions; up to Xor the order of the operands does not matter and the result is a node.
  And: 1,
  Or: 2,
  Xor: 3,
  Leq: 4,
  Meets: 5,
  // Three functions.
  Ite: 6,
  // Two functions and a set of variables.
  AndExists: 7,
  // A function and a set of variables.
  Exists: 8,
  Forall: 9,
  // A function and parameters.
  Restrict: 10,
  Compose: 11,
  ComposeAll: 12,
  Increasing: 13,
  Decreasing: 14,
} as const;

/** The largest cache, in entries of 16 bytes. */
const MAX_ENTRIES = 1 << 22;

/**
 * The computed table: a direct-mapped, lossy memory of results (Brace, Rudell, Bryant 1990, section 4).
 * An entry is overwritten by the next one that falls on its place; what is forgotten is computed again.
 * Every operation has at most three operands.
 */
export class OperationCache {
  #data: Int32Array;
  #mask: number;

  constructor(entries = 1 << 12) {
    this.#data = new Int32Array(entries * 4);
    this.#mask = entries - 1;
  }

  /** Entries that fit. */
  get capacity(): number {
    return this.#mask + 1;
  }

  /** Bytes held. */
  get bytes(): number {
    return this.#data.byteLength;
  }

  /** The remembered result, or -1. */
  get(operation: number, f: number, g: number, h: number): number {
    const at = (hash(operation, f, g, h) & this.#mask) << 2;
    const data = this.#data;
    return data[at] === ((f << 4) | operation) && data[at + 1] === g && data[at + 2] === h ? data[at + 3]! : -1;
  }

  /** Remember a result, a number from 0 on. */
  put(operation: number, f: number, g: number, h: number, result: number): void {
    const at = (hash(operation, f, g, h) & this.#mask) << 2;
    const data = this.#data;
    data[at] = (f << 4) | operation;
    data[at + 1] = g;
    data[at + 2] = h;
    data[at + 3] = result;
  }

  /** Forget everything: after nodes have been freed, their numbers may come to mean something else. */
  clear(): void {
    this.#data.fill(0);
  }

  /** Grow to at least so many entries, as far as the largest size allows; nothing is forgotten. */
  reserve(entries: number): void {
    let size = this.capacity;
    while (size < entries && size < MAX_ENTRIES) size *= 2;
    if (size === this.capacity) return;
    const old = this.#data;
    this.#data = new Int32Array(size * 4);
    this.#mask = size - 1;
    for (let at = 0; at < old.length; at += 4) {
      const key = old[at]!;
      if (key !== 0) this.put(key & 15, key >>> 4, old[at + 1]!, old[at + 2]!, old[at + 3]!);
    }
  }
}

function hash(operation: number, f: number, g: number, h: number): number {
  const x = Math.imul(f, 0x9e3779b1) + Math.imul(g, 0x85ebca6b) + Math.imul(h, 0xc2b2ae35) + Math.imul(operation, 0x27d4eb2f);
  return x ^ (x >>> 15);
}
