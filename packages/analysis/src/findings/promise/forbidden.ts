import { possibleMembers, type Norm, type PromiseExpr, type SetExpr } from '@casus/model';
import { ancestors } from '../../generalise.js';
import { actorNames, arrangementName, articleName } from '../../words.js';
import { clausesOf, placeOf, stands, type PromiseContext, type PromiseDraft, type PromiseFinding } from './context.js';
import { tooFewLeft, type Keepers } from './keepers-left.js';
import { oneActByPrepositions } from './prepositions.js';

/** Nobody owes what is promised, and not even the willing may do it. */
export const forbidden: PromiseFinding = (context) => {
  const { case: case_, verdict, cell } = context;
  if (cell.strength !== 'forbidden') return [];
  const few = tooFewLeft(context);
  if (few !== undefined) return [nobodyToKeepIt(context, few)];
  const bans = clausesOf(context).filter((norm) => norm.modality === 'ban' && stands(context, norm) && bearsOn(context, norm));
  const reason = bans.length > 0 ? 'the text forbids it' : 'nothing that those outside the hostile side may do brings it about';
  return [
    {
      code: 'promise/forbidden',
      message: ({ promises, when }) => `${promises} in ${arrangementName(case_, verdict.arrangement)} cannot be kept lawfully${when}: nobody owes it, and ${reason}.`,
      place: bans[0]?.place ?? placeOf(context),
      causes: bans.map((ban) => ({ message: `this forbids it: ${articleName(case_, ban.article) ?? ban.instrument}`, place: ban.place, cites: ban.provenance.cites })),
      ...(bans.length > 0 ? { help: [oneActByPrepositions(context, bans) ?? [], 'write an exception to the ban (`unless …`) for the case that the promise is made for'].flat().join('; or ') } : {}),
    },
  ];
};

/** No text forbids it, or it does not matter: those who are to keep it are the states that it guards against. */
function nobodyToKeepIt({ case: case_, verdict }: PromiseContext, { hostile, left, asked = 1 }: Keepers): PromiseDraft {
  const attack = hostile.every((actor) => verdict.attackers.includes(actor));
  const [is, attackers] = hostile.length === 1 ? ['is', 'the attacker'] : ['are', 'the attackers'];
  const who = `${actorNames(case_, hostile)} ${is} ${attack ? attackers : 'on the hostile side'}`;
  const why = left.length > 0
    ? `it takes ${asked} of those whom it names; ${who}, and of the others there ${left.length === 1 ? 'is' : 'are'} only ${left.length}`
    : `${who}, and nobody else could keep it`;
  return {
    code: 'promise/forbidden',
    message: ({ promises, many, when }) => `${promises} in ${arrangementName(case_, verdict.arrangement)} ${many ? 'count' : 'counts'} on the hostile side${when}: ${why}.`,
    place: case_.promises.get(verdict.promise)!.place,
    causes: [],
    help: 'name others who are to keep it, or ask for fewer of them; or judge it in other cases only (`judge … when …`)',
  };
}

/** Whether a ban takes from somebody of whom the promise speaks, and who is not hostile, an act that it speaks of. */
function bearsOn({ case: case_, verdict }: PromiseContext, ban: Norm): boolean {
  const bound = possibleMembers(case_, ban.bearer, verdict.date);
  const bindsOneOf = (who: SetExpr): boolean => {
    const meant = [...possibleMembers(case_, who, verdict.date)].filter((actor) => !verdict.hostile.includes(actor));
    return ban.bearer.kind === 'role' || who.kind === 'role' || bound.size === 0 || meant.some((actor) => bound.has(actor));
  };
  const touches = (expr: PromiseExpr): boolean => {
    switch (expr.kind) {
      case 'and':
      case 'or':
        return expr.of.some(touches);
      case 'decision':
        return false;
      case 'no-limit':
        return bindsOneOf(expr.who) && ban.action.kind === 'exceed' && expr.attributes.includes(ban.action.attribute);
      default:
        return bindsOneOf(expr.who) && ban.action.kind === 'act' && (ban.action.act === expr.act || ancestors(case_, expr.act).includes(ban.action.act));
    }
  };
  return touches(case_.promises.get(verdict.promise)!.expr);
}
