import { arrangementName } from '../../words.js';
import { placeOf, type PromiseFinding } from './context.js';

/** One state that breaks its duty is enough for the promise to fail. */
export const singleDefault: PromiseFinding = (context) => {
  const { case: case_, verdict, cell } = context;
  const { defaults } = cell.details;
  if (defaults === undefined || defaults > 0) return [];
  const how = defaults < 0 ? 'a breach by the hostile side alone defeats it' : 'one state outside the hostile side that does not keep its duty is enough to defeat it';
  return [
    {
      code: 'promise/single-default',
      message: ({ promises, many, when }) => `${promises} in ${arrangementName(case_, verdict.arrangement)} ${many ? 'do' : 'does'} not survive a single default${when}: ${how}.`,
      place: placeOf(context),
      causes: [],
      help: 'let the duty fall on more states than are needed',
    },
  ];
};
