/** How many members of each winning coalition are critical (it loses without them): what Johnston's index counts. */
import type { Diagram } from './build.js';
import { binomials, valuesTaken } from './count.js';
import { oneFewer } from './minimal.js';
import { TRUE, type Ref } from './store.js';

/**
 * [level]: for each number of critical members, in how many winning coalitions with so many critical members a given member of the level is one
 * of them.
 */
export function criticalCounts(diagram: Diagram): readonly ReadonlyMap<number, bigint>[] {
  const { store, layout, root } = diagram;
  // Where the members of a level that are in are critical.
  const critical = layout.levels.map((_, level) => store.without(root, oneFewer(diagram, level, TRUE)));
  const number = critical.map((f, level): Ref => store.mask(f, store.node(level, layout.levels[level]!.splits.map((_, k) => store.leaf(k))))).reduce((f, g) => store.plus(f, g), 0);
  return critical.map((f, level) => {
    const masked = { ...diagram, root: store.mask(f, number) };
    const taken = valuesTaken(masked, (at, k) => {
      const c = layout.levels[at]!.members.length;
      return at === level ? (k === 0 ? 0n : binomials(c - 1)[k - 1]!) : binomials(c)[k]!;
    });
    taken.delete(0);
    return taken;
  });
}
