import { actorNames, arrangementName } from '../../words.js';
import { placeOf, type PromiseContext, type PromiseFinding } from './context.js';
import { allNeeded } from './keepers-left.js';

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
      help: defaults < 0 ? 'let the duty not wait for what the hostile side owes' : helpFor(context),
    },
  ];
};

/** A duty of further states is of use only where the promise counts on more than it asks for. */
function helpFor(context: PromiseContext): string {
  const needed = allNeeded(context);
  if (needed === undefined) return 'let the duty fall on more states than are needed';
  return needed.length === 1
    ? `the promise itself counts on ${actorNames(context.case, needed)} alone: if it is not meant so, let it count on one of several (\`at least 1 of …\`), and let each of them owe it`
    : 'the promise itself asks for all of those whom it names: if it is not meant so, let it ask for fewer (`at least … of …`), and let each of them owe it';
}
