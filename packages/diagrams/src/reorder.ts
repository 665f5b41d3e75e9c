import type { Kernel } from './kernel.js';
import { Swapper } from './swap.js';
import type { Node, Var } from './types.js';

/** How to look for a better order. */
export interface ReorderOptions {
  /**
   * Sets of variables that stay together and keep their order among themselves, such as the two variables of a vote
   * with three values (group sifting, Panda and Somenzi, ICCAD 1995). A variable belongs to at most one.
   */
  readonly groups?: readonly (readonly Var[])[];
  /** How far the diagram may grow while a variable is moved, as a factor; 1.2 unless told. */
  readonly maxGrowth?: number;
  /** At most so many blocks are moved, those with most nodes first; 1,000 unless told. */
  readonly maxMoves?: number;
  /** Repeat until a round gains less than a hundredth, at most so many times; 1 unless told. */
  readonly rounds?: number;
}

/** What a reordering achieved, in decision nodes that the roots reach (literals of all variables included). */
export interface ReorderResult {
  readonly before: number;
  readonly after: number;
}

/**
 * Sifting (Rudell, ICCAD 1993): each block of variables in turn is moved through all positions and left at the best.
 * Only nodes that the roots reach may exist.
 */
export function sift(k: Kernel, roots: readonly Node[], options: ReorderOptions = {}): ReorderResult {
  const sifter = new Sifter(k, roots, options.groups ?? []);
  const before = sifter.size;
  const rounds = options.rounds ?? 1;
  for (let round = 0; round < rounds; round++) {
    const start = sifter.size;
    sifter.round(options.maxGrowth ?? 1.2, options.maxMoves ?? 1000);
    if (sifter.size > 0.99 * start) break;
  }
  return { before, after: sifter.size };
}

/**
 * Bring the variables into exactly this order, a permutation of all of them. Only nodes that the roots reach may exist.
 */
export function arrange(k: Kernel, roots: readonly Node[], order: readonly Var[]): void {
  arrangeWith(new Swapper(k, roots), order);
}

function arrangeWith(swapper: Swapper, order: readonly Var[]): void {
  const { levelOf } = swapper.k.order;
  order.forEach((v, target) => {
    for (let level = levelOf[v]!; level > target; level--) swapper.swap(level - 1);
  });
}

/** Blocks of adjacent variables, and their moves. */
class Sifter {
  readonly #swapper: Swapper;
  /** The number of variables in each block, from the root down. */
  readonly #blocks: Block[];

  constructor(k: Kernel, roots: readonly Node[], groups: readonly (readonly Var[])[]) {
    this.#swapper = new Swapper(k, roots);
    const groupOf = new Map<Var, readonly Var[]>();
    for (const group of groups) {
      for (const v of group) {
        k.order.check(v);
        if (groupOf.has(v)) throw new RangeError(`variable ${v} is in two groups`);
        groupOf.set(v, group);
      }
    }
    // A group gathers at its topmost variable, in the order in which it now stands.
    this.#blocks = [];
    const placed = new Set<Var>();
    const { levelOf } = k.order;
    for (const v of k.order.list()) {
      if (placed.has(v)) continue;
      const vars = [...(groupOf.get(v) ?? [v])].sort((a, b) => levelOf[a]! - levelOf[b]!);
      for (const w of vars) placed.add(w);
      this.#blocks.push({ vars });
    }
    arrangeWith(
      this.#swapper,
      this.#blocks.flatMap((block) => block.vars),
    );
  }

  get size(): number {
    return this.#swapper.size;
  }

  round(maxGrowth: number, maxMoves: number): void {
    const weight = new Map<Block, number>();
    let level = 0;
    for (const block of this.#blocks) {
      let nodes = 0;
      for (let i = 0; i < block.vars.length; i++) nodes += this.#swapper.sizeAt(level++);
      weight.set(block, nodes);
    }
    const heaviest = [...this.#blocks].sort((a, b) => weight.get(b)! - weight.get(a)!).slice(0, maxMoves);
    // Literals alone are not worth moving: two nodes a variable are always there.
    for (const block of heaviest) if (weight.get(block)! > 2 * block.vars.length) this.#sift(block, maxGrowth);
  }

  #sift(block: Block, maxGrowth: number): void {
    const blocks = this.#blocks;
    const limit = maxGrowth * this.size;
    let index = blocks.indexOf(block);
    let start = 0;
    for (let i = 0; i < index; i++) start += blocks[i]!.vars.length;
    let best = index;
    let bestSize = this.size;
    const step = (down: boolean): void => {
      const upper = down ? index : index - 1;
      const other = blocks[down ? index + 1 : index - 1]!;
      if (!down) start -= other.vars.length;
      this.#exchange(start, blocks[upper]!.vars.length, blocks[upper + 1]!.vars.length);
      [blocks[upper], blocks[upper + 1]] = [blocks[upper + 1]!, blocks[upper]!];
      if (down) start += other.vars.length;
      index += down ? 1 : -1;
    };
    const explore = (down: boolean): void => {
      const last = down ? blocks.length - 1 : 0;
      while (index !== last) {
        step(down);
        if (this.size < bestSize) {
          bestSize = this.size;
          best = index;
        }
        if (this.size > limit) break;
      }
    };
    // The nearer end first, so that less way is gone twice.
    const downFirst = index > blocks.length / 2;
    explore(downFirst);
    explore(!downFirst);
    while (index !== best) step(index < best);
  }

  /** Exchange two adjacent blocks, the upper of which starts at a level. */
  #exchange(start: number, upper: number, lower: number): void {
    for (let i = 0; i < lower; i++) {
      for (let level = start + upper + i - 1; level >= start + i; level--) this.#swapper.swap(level);
    }
  }
}

interface Block {
  readonly vars: readonly Var[];
}
