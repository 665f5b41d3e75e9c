import { actorNames, arrangementName } from '../../words.js';
import { placeOf, reasons, type PromiseFinding } from './context.js';

/** One state alone, not on the hostile side, can stop what those outside it could make due. Where the hostile side can too, `captive` says it all. */
export const singleStateVeto: PromiseFinding = (context) => {
  const { case: case_, verdict, cell } = context;
  if (cell.details.game !== 'owed' || cell.strength !== 'collective') return [];
  const friends = cell.details.vetoers.filter((actor) => !verdict.hostile.includes(actor));
  if (friends.length === 0) return [];
  const each = friends.length === 1 ? 'can' : 'can each';
  return [
    {
      code: 'promise/single-state-veto',
      message: ({ promises, when }) => `${promises} in ${arrangementName(case_, verdict.arrangement)} can be stopped by a single state${when}: ${actorNames(case_, friends)} ${each} stop it alone, without being the attacker.`,
      place: placeOf(context),
      causes: reasons(context, friends),
      help: 'ask for fewer votes than all, or let those who are ready act after a deadline (`failing which …`)',
      about: friends,
    },
  ];
};
