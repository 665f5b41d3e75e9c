import { actorNames, arrangementName, timeName } from '../../words.js';
import { placeOf, reasons, type PromiseFinding } from './context.js';

/** The state that the promise guards against cannot stop it, but can lawfully make it fall due later. */
export const heldUpByAttacker: PromiseFinding = (context) => {
  const { case: case_, verdict, cell } = context;
  const { heldUp } = cell.details;
  if (heldUp === undefined) return [];
  const { against, passive } = heldUp;
  const who = actorNames(case_, verdict.hostile);
  const does = verdict.hostile.length === 1 ? 'does' : 'do';
  const late = against.kind === 'days' ? `only ${timeName(against)}` : timeName(against);
  return [
    {
      code: 'promise/held-up-by-attacker',
      message: ({ promises, many, when }) =>
        `${promises} in ${arrangementName(case_, verdict.arrangement)} can be held up by the state ${many ? 'they guard' : 'it guards'} against${when}: while ${who} ${does} nothing, ` +
        `${many ? 'they fall' : 'it falls'} due ${timeName(passive)}; when ${who} ${does} ${verdict.hostile.length === 1 ? 'its' : 'their'} worst, ${late}.`,
      place: placeOf(context),
      causes: reasons(context, verdict.hostile),
      help: 'shorten the time after which the promise falls due without a decision, or leave the attacker out of the decision (`the attacker not voting`)',
    },
  ];
};
