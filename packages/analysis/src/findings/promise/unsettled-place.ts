import type { Cond } from '@casus/model';
import { arrangementName } from '../../words.js';
import { clausesOf, stands, type PromiseFinding } from './context.js';

/** A clause asks where the event happens, and the scenario does not say: it was taken to happen where the clause applies. */
export const unsettledPlace: PromiseFinding = (context) => {
  const { case: case_, verdict } = context;
  const scenario = case_.scenarios.get(verdict.scenario)!;
  const open = scenario.events.filter((event) => event.region === undefined);
  if (open.length === 0) return [];
  const clauses = clausesOf(context).filter((norm) => stands(context, norm) && [norm.when, ...norm.unless].some(asksWhere));
  if (clauses.length === 0) return [];
  return [
    {
      code: 'promise/unsettled-place',
      message: ({ promises, when }) =>
        `The verdict on ${promises} in ${arrangementName(case_, verdict.arrangement)} turns on where the event happens${when}, which the scenario does not say; it was taken to happen where the clause applies.`,
      place: scenario.place,
      causes: clauses.slice(0, 3).map((norm) => ({ message: 'this clause asks where', place: norm.place })),
      help: 'say where in the scenario (`attacks … in REGION`)',
    },
  ];
};

function asksWhere(cond: Cond): boolean {
  switch (cond.kind) {
    case 'event':
      return cond.within !== undefined || (cond.outside ?? []).length > 0;
    case 'and':
    case 'or':
      return cond.of.some(asksWhere);
    case 'not':
    case 'after':
      return asksWhere(cond.of);
    case 'choice':
      return cond.alternatives.some(({ value }) => asksWhere(value));
    default:
      return false;
  }
}
