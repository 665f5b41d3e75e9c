import { arrangementName } from '../../words.js';
import { decisionsOf, placeOf, type PromiseFinding } from './context.js';

/** The promise is owed, but nothing says by when. */
export const noDeadline: PromiseFinding = (context) => {
  const { case: case_, verdict, cell } = context;
  const { longest } = cell.details;
  const promise = case_.promises.get(verdict.promise)!;
  if (longest === undefined || longest.kind === 'days' || ['decision', 'free-to', 'no-limit'].includes(promise.expr.kind)) return [];
  const owed = cell.strength === 'captive' ? 'would be owed' : undefined;
  const open = decisionsOf(context).filter(({ deadline }) => deadline.kind === 'none');
  return [
    {
      code: 'promise/no-deadline',
      message: ({ promises, many, when }) =>
        `${promises} in ${arrangementName(case_, verdict.arrangement)} ${owed ?? (many ? 'are owed' : 'is owed')}${when}, but the text does not say by when${longest.kind === 'indeterminate' ? ': its words for haste are no number of days' : ''}.`,
      place: placeOf(context),
      causes: open.map((decision) => ({ message: 'nothing says by when this decision is taken', place: decision.place })),
      help: 'write `within … days` for the duty, and for the decision that it waits for',
    },
  ];
};
