import { arrangementOf, type Id, type Norm } from '@casus/model';
import { ancestors } from '../../generalise.js';
import { actName, arrangementName, articleName, quoted } from '../../words.js';
import { clausesOf, placeOf, reasons, stands, type PromiseContext, type PromiseFinding } from './context.js';
import { bansOnPromise, oneActByPrepositions } from './prepositions.js';

const OWED: Record<string, string> = {
  automatic: 'falls due by itself',
  collective: 'falls due if those outside the hostile side want it',
  captive: 'falls due only with the consent of the state it guards against',
};

/** What is owed is less than what is promised. */
export const hollow: PromiseFinding = (context) => {
  const { case: case_, verdict, cell } = context;
  if (cell.strength !== 'hollow' || cell.general === undefined) return [];
  const duty = owedInstead(context, cell.general.act);
  // Where not even the willing may do what is promised, a ban takes it away.
  const bans = cell.meanwhile === 'forbidden' ? bansOnPromise(context, clausesOf(context).filter((norm) => stands(context, norm))) : [];
  const oneAct = oneActByPrepositions(context, bans);
  const act = quoted(actName(case_, duty?.action.kind === 'act' ? duty.action.act : cell.general.act));
  return [
    {
      code: 'promise/hollow',
      message: ({ promises, many, when }) =>
        `${promises} in ${arrangementName(case_, verdict.arrangement)} ${many ? 'are' : 'is'} not owed${when}: what is owed is only to ${act}, which ${OWED[cell.general!.strength]}; something weaker keeps that duty.`,
      place: duty?.place ?? placeOf(context),
      causes: [...reasons(context, []), ...(oneAct === undefined ? [] : bans.map((ban) => ({ message: `this forbids it: ${articleName(case_, ban.article) ?? ban.instrument}`, place: ban.place, cites: ban.provenance.cites })))],
      help: [oneAct ?? [], 'name the means as owed (`by such action as may be necessary, including …`), or do not count on this one'].flat().join('; or '),
    },
  ];
};

/** The duty that is owed in place of what is promised: to do the more general act, or some other kind of it. */
function owedInstead(context: PromiseContext, general: Id): Norm | undefined {
  const { case: case_, verdict } = context;
  const duties = (arrangementOf(case_, verdict.arrangement)?.instruments ?? [])
    .flatMap((id) => case_.instruments.get(id)?.norms ?? [])
    .filter((norm) => norm.modality === 'duty' && stands(context, norm));
  const speaks = (norm: Norm, of: (act: Id) => boolean): boolean => norm.action.kind === 'act' && of(norm.action.act);
  return duties.find((norm) => speaks(norm, (act) => act === general)) ?? duties.find((norm) => speaks(norm, (act) => ancestors(case_, act).includes(general)));
}
