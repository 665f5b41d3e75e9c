import { Operation } from './cache.js';
import type { Kernel } from './kernel.js';
import { FALSE, TRUE, type Node } from './types.js';
import { HIGH, LOW } from './unique-table.js';

/**
 * The connectives by Shannon expansion along the order (Bryant 1986, "Apply"; Brace, Rudell, Bryant 1990, "ite").
 *
 * The three binary ones are written out rather than dispatched: they are the inner loop of everything. Each holds on to
 * the cells it started from, which stay readable when the table grows meanwhile.
 */

/** Negation. */
export function not(k: Kernel, f: Node): Node {
  if (f <= TRUE) return f ^ 1;
  const hit = k.cache.get(Operation.Not, f, 0, 0);
  if (hit >= 0) return hit;
  const low = not(k, k.low(f));
  const high = not(k, k.high(f));
  const r = k.make(k.level(f), low, high);
  k.cache.put(Operation.Not, f, 0, 0, r);
  k.cache.put(Operation.Not, r, 0, 0, f);
  return r;
}

/** Conjunction. */
export function and(k: Kernel, f: Node, g: Node): Node {
  if (f === g || g === TRUE) return f;
  if (f === TRUE) return g;
  if (f === FALSE || g === FALSE) return FALSE;
  if (f > g) {
    const t = f;
    f = g;
    g = t;
  }
  const hit = k.cache.get(Operation.And, f, g, 0);
  if (hit >= 0) return hit;
  const cells = k.table.cells;
  const lf = cells[f << 2]!;
  const lg = cells[g << 2]!;
  const level = lf < lg ? lf : lg;
  const low = and(k, lf === level ? cells[(f << 2) + LOW]! : f, lg === level ? cells[(g << 2) + LOW]! : g);
  const high = and(k, lf === level ? cells[(f << 2) + HIGH]! : f, lg === level ? cells[(g << 2) + HIGH]! : g);
  const r = k.make(level, low, high);
  k.cache.put(Operation.And, f, g, 0, r);
  return r;
}

/** Disjunction. */
export function or(k: Kernel, f: Node, g: Node): Node {
  if (f === g || g === FALSE) return f;
  if (f === FALSE) return g;
  if (f === TRUE || g === TRUE) return TRUE;
  if (f > g) {
    const t = f;
    f = g;
    g = t;
  }
  const hit = k.cache.get(Operation.Or, f, g, 0);
  if (hit >= 0) return hit;
  const cells = k.table.cells;
  const lf = cells[f << 2]!;
  const lg = cells[g << 2]!;
  const level = lf < lg ? lf : lg;
  const low = or(k, lf === level ? cells[(f << 2) + LOW]! : f, lg === level ? cells[(g << 2) + LOW]! : g);
  const high = or(k, lf === level ? cells[(f << 2) + HIGH]! : f, lg === level ? cells[(g << 2) + HIGH]! : g);
  const r = k.make(level, low, high);
  k.cache.put(Operation.Or, f, g, 0, r);
  return r;
}

/** Exclusive disjunction: true where the two differ. */
export function xor(k: Kernel, f: Node, g: Node): Node {
  if (f === g) return FALSE;
  if (f === FALSE) return g;
  if (g === FALSE) return f;
  if (f === TRUE) return not(k, g);
  if (g === TRUE) return not(k, f);
  if (f > g) {
    const t = f;
    f = g;
    g = t;
  }
  const hit = k.cache.get(Operation.Xor, f, g, 0);
  if (hit >= 0) return hit;
  const cells = k.table.cells;
  const lf = cells[f << 2]!;
  const lg = cells[g << 2]!;
  const level = lf < lg ? lf : lg;
  const low = xor(k, lf === level ? cells[(f << 2) + LOW]! : f, lg === level ? cells[(g << 2) + LOW]! : g);
  const high = xor(k, lf === level ? cells[(f << 2) + HIGH]! : f, lg === level ? cells[(g << 2) + HIGH]! : g);
  const r = k.make(level, low, high);
  k.cache.put(Operation.Xor, f, g, 0, r);
  return r;
}

/** If `f` then `g` else `h`. */
export function ite(k: Kernel, f: Node, g: Node, h: Node): Node {
  if (f === TRUE || g === h) return g;
  if (f === FALSE) return h;
  if (g === TRUE || g === f) return or(k, f, h);
  if (h === FALSE || h === f) return and(k, f, g);
  if (g === FALSE && h === TRUE) return not(k, f);
  const hit = k.cache.get(Operation.Ite, f, g, h);
  if (hit >= 0) return hit;
  const cells = k.table.cells;
  const lf = cells[f << 2]!;
  const lg = cells[g << 2]!;
  const lh = cells[h << 2]!;
  let level = lf < lg ? lf : lg;
  if (lh < level) level = lh;
  const low = ite(
    k,
    lf === level ? cells[(f << 2) + LOW]! : f,
    lg === level ? cells[(g << 2) + LOW]! : g,
    lh === level ? cells[(h << 2) + LOW]! : h,
  );
  const high = ite(
    k,
    lf === level ? cells[(f << 2) + HIGH]! : f,
    lg === level ? cells[(g << 2) + HIGH]! : g,
    lh === level ? cells[(h << 2) + HIGH]! : h,
  );
  const r = k.make(level, low, high);
  k.cache.put(Operation.Ite, f, g, h, r);
  return r;
}

/**
 * Fold many operands as a balanced tree over their order of levels, so that neighbours meet first and intermediate
 * results stay small. Stops at the operation's absorbing value.
 */
export function fold(k: Kernel, nodes: Iterable<Node>, operation: typeof and, neutral: Node, absorbing: Node): Node {
  let row = [...new Set(nodes)].sort((a, b) => k.level(a) - k.level(b));
  if (row.includes(absorbing)) return absorbing;
  while (row.length > 1) {
    const next: Node[] = [];
    for (let i = 0; i < row.length; i += 2) {
      const r = i + 1 < row.length ? operation(k, row[i]!, row[i + 1]!) : row[i]!;
      if (r === absorbing) return absorbing;
      next.push(r);
    }
    row = next;
  }
  return row[0] ?? neutral;
}
