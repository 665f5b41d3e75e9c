/** Coalitions of a diagram one after the other, small ones first. */
import type { Diagram } from './build.js';
import type { Ref } from './store.js';

/** All vectors for which the diagram holds, by their sum, from the smallest; within a sum, more of the first levels first. */
export function* vectorsBySize({ store, layout, root }: Diagram): Generator<readonly number[]> {
  const sizes = layout.levels.map(({ members }) => members.length);
  const rest = sizes.map((_, level) => sizes.slice(level).reduce((sum, size) => sum + size, 0));
  rest.push(0);
  const reach = new Map<Ref, Uint8Array>();
  // [s]: whether the function holds for some vector of the levels from its own on with sum s.
  const sums = (ref: Ref): Uint8Array => {
    let known = reach.get(ref);
    if (known !== undefined) return known;
    const level = store.levelOf(ref);
    known = new Uint8Array(rest[level]! + 1);
    if (store.isLeaf(ref)) known[0] = store.valueOf(ref) === 0 ? 0 : 1;
    else {
      for (let k = 0; k <= sizes[level]!; k++) {
        const child = store.child(ref, level, k);
        const below = sums(child);
        const free = rest[level + 1]! - rest[store.levelOf(child)]!;
        below.forEach((can, s) => {
          if (can !== 0) known!.fill(1, s + k, s + k + free + 1);
        });
      }
    }
    reach.set(ref, known);
    return known;
  };
  const possible = (ref: Ref, level: number, sum: number): boolean => {
    const free = rest[level]! - rest[store.levelOf(ref)]!;
    const below = sums(ref);
    for (let s = Math.max(0, sum - free); s <= Math.min(sum, below.length - 1); s++) if (below[s] !== 0) return true;
    return false;
  };
  const vector = sizes.map(() => 0);
  function* from(ref: Ref, level: number, sum: number): Generator<readonly number[]> {
    if (level === sizes.length) {
      yield [...vector];
      return;
    }
    for (let k = Math.min(sizes[level]!, sum); k >= 0; k--) {
      const child = store.child(ref, level, k);
      if (!possible(child, level + 1, sum - k)) continue;
      vector[level] = k;
      yield* from(child, level + 1, sum - k);
    }
    vector[level] = 0;
  }
  for (let sum = 0; sum <= rest[0]!; sum++) if (possible(root, 0, sum)) yield* from(root, 0, sum);
}

/** All coalitions of a vector: as many members of each level as it says. */
export function* coalitionsOf({ layout }: Pick<Diagram, 'layout'>, vector: readonly number[], level = 0): Generator<readonly number[]> {
  if (level === layout.levels.length) {
    yield [];
    return;
  }
  for (const some of choose(layout.levels[level]!.members, vector[level]!)) for (const rest of coalitionsOf({ layout }, vector, level + 1)) yield [...some, ...rest];
}

/** All ways to choose k of the items, in their order. */
function* choose<T>(items: readonly T[], k: number, from = 0): Generator<readonly T[]> {
  if (k === 0) {
    yield [];
    return;
  }
  for (let i = from; i <= items.length - k; i++) for (const rest of choose(items, k - 1, i + 1)) yield [items[i]!, ...rest];
}
