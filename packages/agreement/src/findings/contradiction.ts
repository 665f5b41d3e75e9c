import { actorName, findingOf, listed, type CaseFinding } from '@casus/analysis';
import type { Finding } from '@casus/model';
import { linesOf, type Examiner } from './examined.js';

/** Demands of one actor that no text meets together, though some text meets each of them. */
export const contradiction = (examiner: Examiner): CaseFinding => (subject) => {
  const { case: case_, understood } = subject;
  if (!understood) return [];
  const lines = linesOf(case_);
  return examiner(subject).flatMap(({ negotiation, contradictions }) => contradictions.flatMap(({ actor, lines: ids }): Finding[] => {
    const found = ids.flatMap((id) => lines.get(id) ?? []);
    const last = found.at(-1);
    if (last === undefined || found.length < ids.length) return [];
    return [findingOf('positions/contradiction', {
      message: `${actorName(case_, actor)} asks for what no text on the table gives together: ${listed(ids.map((id) => `\`${id}\``))} cannot ${ids.length === 2 ? 'both' : 'all'} be met.`,
      place: last.place,
      causes: found.slice(0, -1).map(({ place, provenance: { cites } }) => ({ message: 'it clashes with this demand', place, ...(cites.length > 0 ? { cites } : {}) })),
      help: 'give the day until which the earlier demand stood (`until …`), put one of them on a condition, or put on the table what meets both',
      about: [actor, ...(negotiation === undefined ? [] : [negotiation]), ...ids],
    })];
  }));
};
