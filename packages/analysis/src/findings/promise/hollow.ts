import { actName, arrangementName, quoted } from '../../words.js';
import { placeOf, reasons, type PromiseFinding } from './context.js';

const OWED: Record<string, string> = {
  automatic: 'falls due by itself',
  collective: 'falls due if those outside the hostile side want it',
  captive: 'falls due only with the consent of the state it guards against',
};

/** What is owed is less than what is promised. */
export const hollow: PromiseFinding = (context) => {
  const { case: case_, verdict, cell } = context;
  if (cell.strength !== 'hollow' || cell.general === undefined) return [];
  const act = quoted(actName(case_, cell.general.act));
  return [
    {
      code: 'promise/hollow',
      message: ({ promises, many, when }) =>
        `${promises} in ${arrangementName(case_, verdict.arrangement)} ${many ? 'are' : 'is'} not owed${when}: what is owed is only to ${act}, which ${OWED[cell.general!.strength]}; something weaker keeps that duty.`,
      place: placeOf(context),
      causes: reasons(context, []),
      help: 'name the means as owed (`by such action as may be necessary, including …`), or do not count on this one',
    },
  ];
};
