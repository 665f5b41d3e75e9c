import { Operation } from './cache.js';
import type { Kernel } from './kernel.js';
import { run } from './machine.js';
import type { Node } from './types.js';

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
