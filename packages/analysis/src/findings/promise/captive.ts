import { actorNames, arrangementName } from '../../words.js';
import { placeOf, reasons, type PromiseFinding } from './context.js';

/** The promise falls due only with the consent of the state that it guards against, or of its side. */
export const captive: PromiseFinding = (context) => {
  const { case: case_, verdict, cell } = context;
  if (cell.strength !== 'captive') return [];
  const alone = verdict.hostile.filter((actor) => cell.details.vetoers.includes(actor));
  const others = cell.details.vetoers.filter((actor) => !alone.includes(actor));
  const who = alone.length > 0 ? `${actorNames(case_, alone, 'or')} can stop it` : 'the hostile side together can stop it';
  const also = others.length > 0 ? `, and so can ${actorNames(case_, others, 'or')} alone` : '';
  const decided = !['act', 'and', 'or'].includes(case_.promises.get(verdict.promise)!.expr.kind);
  const until = decided ? '' : cell.meanwhile === 'forbidden' ? '; until then nobody may lawfully act' : '; meanwhile the willing may act, but nobody has to';
  return [
    {
      code: 'promise/captive',
      message: ({ promises, many, when }) => `${promises} in ${arrangementName(case_, verdict.arrangement)} ${many ? 'take' : 'takes'} the consent of the state ${many ? 'they guard' : 'it guards'} against${when}: ${who}${also}${until}.`,
      place: placeOf(context),
      causes: reasons(context, verdict.hostile),
      help: 'leave the attacker out of the decision (`the attacker not voting`), ask for fewer votes, or make it a duty that needs no decision; a fallback (`failing which …`) helps after its deadline',
    },
  ];
};
