import { Operation } from './cache.js';
import type { Kernel } from './kernel.js';
import { FALSE, TRUE, type Node } from './types.js';
import { HIGH, LOW } from './unique-table.js';

/** Comparisons of functions that build no nodes: implication, common models, and the direction of a variable. */

/** Whether `f` implies `g` everywhere: every model of `f` is a model of `g`. */
export function leq(k: Kernel, f: Node, g: Node): boolean {
  if (f === g || f === FALSE || g === TRUE) return true;
  if (f === TRUE || g === FALSE) return false;
  const hit = k.cache.get(Operation.Leq, f, g, 0);
  if (hit >= 0) return hit === 1;
  const cells = k.table.cells;
  const lf = cells[f << 2]!;
  const lg = cells[g << 2]!;
  const level = lf < lg ? lf : lg;
  const r =
    leq(k, lf === level ? cells[(f << 2) + LOW]! : f, lg === level ? cells[(g << 2) + LOW]! : g) &&
    leq(k, lf === level ? cells[(f << 2) + HIGH]! : f, lg === level ? cells[(g << 2) + HIGH]! : g);
  k.cache.put(Operation.Leq, f, g, 0, r ? 1 : 0);
  return r;
}

/** Whether `f` and `g` have a model in common. */
export function meets(k: Kernel, f: Node, g: Node): boolean {
  if (f === FALSE || g === FALSE) return false;
  if (f === g || f === TRUE || g === TRUE) return true;
  if (f > g) {
    const t = f;
    f = g;
    g = t;
  }
  const hit = k.cache.get(Operation.Meets, f, g, 0);
  if (hit >= 0) return hit === 1;
  const cells = k.table.cells;
  const lf = cells[f << 2]!;
  const lg = cells[g << 2]!;
  const level = lf < lg ? lf : lg;
  const r =
    meets(k, lf === level ? cells[(f << 2) + LOW]! : f, lg === level ? cells[(g << 2) + LOW]! : g) ||
    meets(k, lf === level ? cells[(f << 2) + HIGH]! : f, lg === level ? cells[(g << 2) + HIGH]! : g);
  k.cache.put(Operation.Meets, f, g, 0, r ? 1 : 0);
  return r;
}

/** The two directions in which a function can be unate in a variable. */
export const INCREASING = 1;
export const DECREASING = 0;

/**
 * Whether `f` is unate in the variable at `level`: increasing when f|v=0 ≤ f|v=1, decreasing when f|v=1 ≤ f|v=0.
 * Neither cofactor is built: it is enough to compare the two children of every node of that variable.
 */
export function unate(k: Kernel, f: Node, level: number, direction: number): boolean {
  const own = k.level(f);
  if (own > level) return true;
  if (own === level) return direction === INCREASING ? leq(k, k.low(f), k.high(f)) : leq(k, k.high(f), k.low(f));
  const hit = k.cache.get(Operation.Positive, f, level, direction);
  if (hit >= 0) return hit === 1;
  const r = unate(k, k.low(f), level, direction) && unate(k, k.high(f), level, direction);
  k.cache.put(Operation.Positive, f, level, direction, r ? 1 : 0);
  return r;
}
