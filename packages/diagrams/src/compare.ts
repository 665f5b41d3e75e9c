import { Operation } from './cache.js';
import type { Kernel } from './kernel.js';
import { run } from './machine.js';
import { reach } from './snapshot.js';
import type { Node, Var } from './types.js';

/** Comparisons of functions that build no nodes: implication, common models, and the direction of a variable. */

/** Whether `f` implies `g` everywhere: every model of `f` is a model of `g`. */
export function leq(k: Kernel, f: Node, g: Node): boolean {
  return run(k, Operation.Leq, f, g, 0) === 1;
}

/** Whether `f` and `g` have a model in common. */
export function meets(k: Kernel, f: Node, g: Node): boolean {
  return run(k, Operation.Meets, f, g, 0) === 1;
}

/**
 * Whether `f` is increasing in the variable at `level`: f|v=0 ≤ f|v=1. Neither cofactor is built: it is enough to compare
 * the two children of every node of that variable.
 */
export function increasing(k: Kernel, f: Node, level: number): boolean {
  return run(k, Operation.Increasing, f, level, 0) === 1;
}

/** Whether `f` is decreasing in the variable at `level`: f|v=1 ≤ f|v=0. */
export function decreasing(k: Kernel, f: Node, level: number): boolean {
  return run(k, Operation.Decreasing, f, level, 0) === 1;
}

/** How a function depends on a variable: it is increasing in it, decreasing, or neither. */
export type Direction = 'up' | 'down' | 'both';

const UP = 1;
const DOWN = 2;
const UNWANTED = 4;

/**
 * How `f` depends on each of its variables that is `wanted`, in the order of levels, in one walk: every node is reached by some values of the variables above
 * it, so `f` is increasing in a variable just when at all nodes of that variable the low child implies the high one.
 */
export function directions(k: Kernel, f: Node, wanted: (v: Var) => boolean): Map<Var, Direction> {
  const open = new Map<number, number>();
  for (const n of reach(k.table, [f])) {
    const level = k.level(n);
    let ways = open.get(level);
    if (ways === undefined) ways = wanted(k.order.varAt[level]!) ? UP | DOWN : UNWANTED;
    if ((ways & UP) !== 0 && !leq(k, k.low(n), k.high(n))) ways &= ~UP;
    if ((ways & DOWN) !== 0 && !leq(k, k.high(n), k.low(n))) ways &= ~DOWN;
    open.set(level, ways);
  }
  return new Map([...open].filter(([, ways]) => ways !== UNWANTED).sort(([a], [b]) => a - b).map(([level, ways]) => [k.order.varAt[level]!, ways === UP ? 'up' : ways === DOWN ? 'down' : 'both']));
}
