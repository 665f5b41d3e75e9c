import type { Kernel } from './kernel.js';
import { TERMINAL_LEVEL, TRUE, type Node, type Var } from './types.js';
import { HIGH, LOW, UniqueTable } from './unique-table.js';

/**
 * The part of the table that some roots reach, copied into dense arrays, children before parents.
 *
 * Place 0 is FALSE, place 1 is TRUE; every other place holds one decision node. Counting, listing and weighing work on
 * a snapshot: they need no table of marks, and a listing under way is not disturbed by later operations, by collection
 * or by reordering.
 */
export interface Snapshot {
  /** Places in use, the two constants included. */
  readonly size: number;
  readonly level: Int32Array;
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** The node of each place. */
  readonly node: Int32Array;
  /** The place of each root, in the order given. */
  readonly roots: readonly number[];
}

/** The nodes that the roots reach, without the constants, each once, in no particular order. */
export function reach(table: UniqueTable, roots: Iterable<Node>): Node[] {
  const cells = table.cells;
  const { seen, base } = table.walk();
  const found: Node[] = [];
  for (const root of roots) if (root > TRUE && seen[root]! <= base) seen[root] = base + found.push(root);
  for (let i = 0; i < found.length; i++) {
    const at = found[i]! << 2;
    const low = cells[at + LOW]!;
    const high = cells[at + HIGH]!;
    if (low > TRUE && seen[low]! <= base) seen[low] = base + found.push(low);
    if (high > TRUE && seen[high]! <= base) seen[high] = base + found.push(high);
  }
  table.walked(found.length);
  return found;
}

/** Copy what the roots reach. */
export function snapshot(table: UniqueTable, roots: readonly Node[]): Snapshot {
  const cells = table.cells;
  const { seen, base } = table.walk();
  const nodes = Int32Array.from(reach(table, roots));
  // Children lie on larger levels than their parents: from the bottom up is children first.
  nodes.sort((a, b) => cells[b << 2]! - cells[a << 2]!);
  const size = nodes.length + 2;
  // The place of a node, by when the walk met it.
  const places = new Int32Array(size);
  const placeOf = (n: Node): number => (n <= TRUE ? n : places[seen[n]! - base]!);
  const level = new Int32Array(size).fill(TERMINAL_LEVEL);
  const low = new Int32Array(size);
  const high = new Int32Array(size);
  const node = new Int32Array(size);
  node[1] = TRUE;
  for (let i = 2; i < size; i++) {
    const n = nodes[i - 2]!;
    const at = n << 2;
    places[seen[n]! - base] = i;
    node[i] = n;
    level[i] = cells[at]!;
    low[i] = placeOf(cells[at + LOW]!);
    high[i] = placeOf(cells[at + HIGH]!);
  }
  return { size, level, low, high, node, roots: roots.map(placeOf) };
}

/** The variables on which the functions depend, in the order of levels. */
export function support(k: Kernel, roots: Iterable<Node>): Var[] {
  const levels = new Set<number>();
  for (const n of reach(k.table, roots)) levels.add(k.level(n));
  return [...levels].sort((a, b) => a - b).map((level) => k.order.varAt[level]!);
}

/**
 * The levels of a universe of variables, ascending, after a check that the function depends on no others.
 * @throws RangeError naming a variable outside the universe.
 */
export function universe(k: Kernel, f: Node, vars: Iterable<Var>): Int32Array {
  const levels = k.order.levels(vars);
  const inside = new Set(levels);
  for (const v of support(k, [f])) {
    if (!inside.has(k.order.levelOf[v]!)) {
      throw new RangeError(`the function depends on variable ${v}, which is not among the variables given`);
    }
  }
  return levels;
}

/**
 * For each place of a snapshot, the index of its level in a universe; the constants stand one past the end.
 */
export function positions(s: Snapshot, levels: Int32Array): Int32Array {
  const index = new Map<number, number>();
  levels.forEach((level, i) => index.set(level, i));
  return s.level.map((level) => index.get(level) ?? levels.length);
}
