import type { Node } from './types.js';

/** The needs from `from` to `to`, both included, all lead to `node`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly node: Node;
}

/** A block is split when it grows beyond this. */
const BLOCK = 256;

/** Disjoint stretches in ascending order, in blocks: adding one moves the rest of its block only. */
export class Stretches {
  readonly #blocks: Stretch[][] = [[]];

  /** The stretch that holds a need. */
  at(need: number): Stretch | undefined {
    const block = this.#blocks[this.#blockOf(need)]!;
    const hit = block[first(block, need)];
    return hit !== undefined && hit.from <= need ? hit : undefined;
  }

  /** Adds a stretch, which meets none of the others. */
  add(stretch: Stretch): void {
    const b = this.#blockOf(stretch.from);
    const block = this.#blocks[b]!;
    block.splice(first(block, stretch.from), 0, stretch);
    if (block.length > BLOCK) this.#blocks.splice(b + 1, 0, block.splice(BLOCK / 2));
  }

  /** The first block that ends at `need` or later, else the last. */
  #blockOf(need: number): number {
    const blocks = this.#blocks;
    let low = 0;
    let high = blocks.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const block = blocks[middle]!;
      if (block[block.length - 1]!.to < need) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The first stretch that ends at `need` or later. */
function first(stretches: readonly Stretch[], need: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (stretches[middle]!.to < need) low = middle + 1;
    else high = middle;
  }
  return low;
}
