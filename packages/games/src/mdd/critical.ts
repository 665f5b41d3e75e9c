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
    const c = layout.levels[level]!.members.length;
    const taken = valuesTaken({ ...diagram, root: store.mask(f, number) }, layout.voters, (at, k) => {
      if (at === level) return k === 0 ? 0n : binomials(c - 1)[k - 1]!;
      return binomials(layout.levels[at]!.members.length)[k]!;
    });
    return new Map(taken.flatMap((many, value) => (value === 0 || many === 0n ? [] : [[value, many] as const])));
  });
}
