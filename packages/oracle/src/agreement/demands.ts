/**
 * All smallest sets of demands that cannot stand together, and all smallest sets that have to be given up, read off from which demands each text
 * meets (docs/agreement.md, "The results").
 */

/** A set of demands by their numbers, in order. */
export type DemandSet = readonly number[];

function isWithin(x: DemandSet, y: DemandSet): boolean {
  return x.every(i => y.includes(i));
}

/** The largest of some sets: those that no other holds. */
export function largest(sets: readonly DemandSet[]): DemandSet[] {
  const distinct = [...new Map(sets.map(s => [s.join(), s])).values()];
  return distinct.filter(s => !distinct.some(other => other !== s && isWithin(s, other)));
}

/** All sets of so many of n demands. */
function* choose(n: number, size: number, from = 0): Iterable<number[]> {
  if (size === 0) yield [];
  else for (let first = from; first <= n - size; first++) for (const rest of choose(n, size - 1, first + 1)) yield [first, ...rest];
}

/** The smallest sets of n demands that no text meets together, by trying all sets, small ones first. `met`: what each text meets. */
export function conflictsOf(n: number, met: readonly DemandSet[]): DemandSet[] {
  const best = largest(met);
  const found: DemandSet[] = [];
  for (let size = 0; size <= n; size++) {
    for (const set of choose(n, size)) {
      if (!found.some(smaller => isWithin(smaller, set)) && !best.some(m => isWithin(set, m))) found.push(set);
    }
  }
  return found;
}

/** The smallest sets of n demands without which some text meets all others: what the texts that meet most leave. */
export function concessionsOf(n: number, met: readonly DemandSet[]): DemandSet[] {
  return largest(met).map(m => Array.from({ length: n }, (_, i) => i).filter(i => !m.includes(i)));
}
