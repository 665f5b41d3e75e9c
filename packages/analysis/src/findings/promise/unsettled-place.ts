import type { Cond, Id } from '@casus/model';
import { ancestorsIn } from '../../generalise.js';
import { arrangementName } from '../../words.js';
import { clausesOf, stands, type PromiseFinding } from './context.js';

/** A clause asks where the event happens, and the scenario does not say: it was taken to happen where the clause applies. */
export const unsettledPlace: PromiseFinding = (context) => {
  const { case: case_, verdict } = context;
  const scenario = case_.scenarios.get(verdict.scenario)!;
  const open = scenario.events.filter((event) => event.region === undefined);
  if (open.length === 0) return [];
  const kinds = new Set(open.flatMap(({ event }) => [event, ...ancestorsIn(case_.events, event)]));
  const fits = (event: Id): boolean => kinds.has(event);
  const clauses = clausesOf(context).filter((norm) => stands(context, norm) && [norm.when, ...norm.unless].some((cond) => asksWhere(cond, fits)));
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

/** Whether a condition asks where an event happens that `fits`: where some other event happens does not matter. */
function asksWhere(cond: Cond, fits: (event: Id) => boolean): boolean {
  switch (cond.kind) {
    case 'event':
      return fits(cond.event) && (cond.within !== undefined || (cond.outside ?? []).length > 0);
    case 'and':
    case 'or':
      return cond.of.some((part) => asksWhere(part, fits));
    case 'not':
    case 'after':
      return asksWhere(cond.of, fits);
    case 'choice':
      return cond.alternatives.some(({ value }) => asksWhere(value, fits));
    default:
      return false;
  }
}
