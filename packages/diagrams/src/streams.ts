import type { Kernel } from './kernel.js';
import { positions, snapshot, universe } from './snapshot.js';
import { FALSE, TRUE, type Cube, type Node, type Var } from './types.js';

/**
 * Lazy listings of models and of paths. Each takes a snapshot when it is asked for its first element, and holds one
 * path at a time: memory is that of the diagram, whatever the number of results.
 */

/**
 * All models as total assignments over these variables, in the order of levels with false before true.
 * @throws RangeError, at the first element, when the function depends on a variable that is not among them.
 */
export function* models(k: Kernel, f: Node, vars: Iterable<Var>): Generator<Cube, void, void> {
  const levels = universe(k, f, vars);
  const names = Array.from(levels, (level) => k.order.varAt[level]!);
  const s = snapshot(k.table, [f]);
  const position = positions(s, levels);
  const n = levels.length;
  const place = new Int32Array(n + 1);
  const value = new Uint8Array(n);
  place[0] = s.roots[0]!;
  if (place[0] === FALSE) return;
  let depth = 0;
  let next = 0;
  for (;;) {
    // Downwards: from every place but FALSE there is a way to TRUE, so there are no dead ends to search.
    for (; depth < n; depth++, next = 0) {
      const at = place[depth]!;
      const decides = position[at] === depth;
      if (decides && next === 0 && s.low[at] === FALSE) next = 1;
      value[depth] = next;
      place[depth + 1] = decides ? (next ? s.high[at]! : s.low[at]!) : at;
    }
    const model: Cube = new Map();
    for (let i = 0; i < n; i++) model.set(names[i]!, value[i] === 1);
    yield model;
    // Upwards to the last variable that can still turn true.
    for (depth--; depth >= 0; depth--) {
      const at = place[depth]!;
      if (value[depth] === 0 && !(position[at] === depth && s.high[at] === FALSE)) break;
    }
    if (depth < 0) return;
    next = 1;
  }
}

/**
 * The paths from the root to TRUE as partial assignments, false before true: disjoint cubes whose union is the
 * function. A variable that a path skips is absent from its cube.
 */
export function* paths(k: Kernel, f: Node): Generator<Cube, void, void> {
  if (f === FALSE) return;
  const names = k.order.list();
  const s = snapshot(k.table, [f]);
  const stack: { place: number; cube: Cube }[] = [{ place: s.roots[0]!, cube: new Map() }];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    let { place } = top;
    const { cube } = top;
    while (place !== TRUE) {
      const v = names[s.level[place]!]!;
      const low = s.low[place]!;
      const high = s.high[place]!;
      if (low !== FALSE && high !== FALSE) stack.push({ place: high, cube: new Map(cube).set(v, true) });
      cube.set(v, low === FALSE);
      place = low === FALSE ? high : low;
    }
    yield cube;
  }
}
