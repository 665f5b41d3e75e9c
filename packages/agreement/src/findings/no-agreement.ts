import { actorName, findingOf, listed, quoted, type CaseFinding } from '@casus/analysis';
import type { Case, Finding, Id, PositionLine } from '@casus/model';
import { linesOf, type Examiner } from './examined.js';

/** No text on the table meets all demands that stand: the agreement space is empty. */
export const noAgreement = (examiner: Examiner): CaseFinding => (subject) => {
  const { case: case_, understood } = subject;
  if (!understood) return [];
  const lines = linesOf(case_);
  return examiner(subject).flatMap(({ negotiation: id, conflict }): Finding[] => {
    if (conflict === undefined) return [];
    const found = conflict.flatMap((line) => lines.get(line) ?? []);
    const negotiation = id === undefined ? undefined : case_.negotiations.get(id);
    const place = negotiation?.place ?? found[0]?.place;
    if (place === undefined || found.length < conflict.length) return [];
    const table = negotiation === undefined ? 'No text on the table' : `In ${quoted(negotiation.label)} no text`;
    return [findingOf('positions/no-agreement', {
      message: conflict.length === 0 ? `${table} keeps all the rules of the negotiation.` : `${table} meets everybody's demands: ${clash(case_, found)}.`,
      place,
      causes: found.map(({ place: at, provenance: { cites } }) => ({ message: 'a demand of this conflict', place: at, ...(cites.length > 0 ? { cites } : {}) })),
      help: 'npx casus agree lists every conflict, and what would have to be given up to open a deal',
      about: [...(id === undefined ? [] : [id]), ...new Set(found.map(({ actor }) => actor)), ...conflict],
    })];
  });
};

/** “for instance, Russia's `Russia.5` and Ukraine's `Ukraine.3` cannot both be met”. */
function clash(case_: Case, lines: readonly PositionLine[]): string {
  const name = ({ id, actor }: { readonly id: Id; readonly actor: Id }): string => `\`${id}\` of ${actorName(case_, actor)}`;
  if (lines.length === 1) return `for instance, nothing meets ${name(lines[0]!)}`;
  return `for instance, ${listed(lines.map(name))} cannot ${lines.length === 2 ? 'both' : 'all'} be met`;
}
