import { arrangementName, articleName } from '../../words.js';
import { clausesOf, placeOf, stands, type PromiseFinding } from './context.js';

/** Nobody owes what is promised, and not even the willing may do it. */
export const forbidden: PromiseFinding = (context) => {
  const { case: case_, verdict, cell } = context;
  if (cell.strength !== 'forbidden') return [];
  const bans = clausesOf(context).filter((norm) => norm.modality === 'ban' && stands(context, norm));
  const reason = bans.length > 0 ? 'the text forbids it' : 'nothing that those outside the hostile side may do brings it about';
  return [
    {
      code: 'promise/forbidden',
      message: ({ promises, when }) => `${promises} in ${arrangementName(case_, verdict.arrangement)} cannot be kept lawfully${when}: nobody owes it, and ${reason}.`,
      place: bans[0]?.place ?? placeOf(context),
      causes: bans.map((ban) => ({ message: `this forbids it: ${articleName(case_, ban.article) ?? ban.instrument}`, place: ban.place, cites: ban.provenance.cites })),
      ...(bans.length > 0 ? { help: 'write an exception to the ban (`unless …`) for the case that the promise is made for' } : {}),
    },
  ];
};
