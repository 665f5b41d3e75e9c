import { actorNames, findingOf, listed, quoted, type CaseFinding } from '@casus/analysis';
import type { Finding } from '@casus/model';
import { linesOf, type Examiner } from './examined.js';

/** Steps of which each has to come before the next, and the last before the first: while the demands stand, no deal can include them all. */
export const circle = (examiner: Examiner): CaseFinding => (subject) => {
  const { case: case_, understood } = subject;
  if (!understood) return [];
  const lines = linesOf(case_);
  const step = (id: string): string => quoted(case_.facts.get(id)?.label ?? id);
  return examiner(subject).flatMap(({ negotiation, circles }) => circles.flatMap((arrows): Finding[] => {
    const found = arrows.flatMap(({ lines: ids }) => ids.flatMap((id) => lines.get(id) ?? []));
    const [first, ...others] = found;
    if (first === undefined) return [];
    const parts = arrows.map(({ first: before, then, lines: ids }) => `${step(before)} has to come before ${step(then)} for ${actorNames(case_, [...new Set(ids.flatMap((id) => lines.get(id)?.actor ?? []))])}`);
    const steps = [...new Set(arrows.flatMap(({ first: before, then }) => [before, then]))];
    return [findingOf('positions/circle', {
      message: `No order of the steps satisfies everybody: ${listed(parts)}.`,
      place: first.place,
      causes: others.map(({ place, provenance: { cites } }) => ({ message: 'the circle goes on here', place, ...(cites.length > 0 ? { cites } : {}) })),
      help: 'let one of the steps be taken in parts, or at the same time; while these demands stand, no deal can include all of them',
      about: [...steps, ...new Set(found.map(({ actor }) => actor)), ...(negotiation === undefined ? [] : [negotiation]), ...found.map(({ id }) => id)],
    })];
  }));
};
