import { counts, hasLeft, inForce, type Case, type Cause, type Id, type Instrument, type Norm } from '@casus/model';
import { keepers, membersIn } from '../../stages.js';
import { actorNames, arrangementName, listed } from '../../words.js';
import { clausesOf, stands, type PromiseContext, type PromiseDraft, type Told } from './context.js';

/** Some who could keep the promise, and why a sentence no longer binds them. */
interface Loss {
  readonly who: readonly Id[];
  readonly words: string;
  readonly cause: Cause;
}

/** Everybody who could keep the promise has left the instrument that commands it, or made a reservation to it: then it is not owed, and that is why. */
export function nobodyLeft(context: PromiseContext, instrument: Instrument): PromiseDraft[] {
  const { case: case_, verdict, cell } = context;
  if (cell.details.game === 'owed' || instrument.notices.length + instrument.reservations.length === 0) return [];
  if (!inForce(instrument, verdict.date)) return [];
  const commands = clausesOf(context).filter((norm) => norm.instrument === instrument.id && ['duty', 'pledge'].includes(norm.modality) && stands(context, norm));
  const losses = commands.map((norm) => lossesOf(context, instrument, norm));
  if (losses.length === 0 || losses.some((loss) => loss === undefined)) return [];
  const all = [...new Map(losses.flatMap((loss) => loss!).map((loss) => [loss.words, loss])).values()];
  return [
    {
      code: 'promise/not-in-force',
      message: ({ promises, when }: Told) => `${instrument.label} binds nobody who could keep ${promises} in ${arrangementName(case_, verdict.arrangement)}${when}: ${listed(all.map(({ words }) => words))}.`,
      place: commands[0]!.place,
      causes: all.map(({ cause }) => cause),
      help: 'count on others, bind them by another instrument, or change the date of the scenario if it is meant to be earlier',
      about: [instrument.id],
    },
  ];
}

/** Why a sentence binds none of those who could keep the promise; undefined where it binds one of them, or never bound any. */
function lossesOf({ case: case_, verdict }: PromiseContext, instrument: Instrument, norm: Norm): readonly Loss[] | undefined {
  const { id, notices, reservations, withdrawal, parties } = instrument;
  // Before any notice and any reservation.
  const before: Case = { ...case_, instruments: new Map(case_.instruments).set(id, { ...instrument, notices: [], reservations: [] }) };
  const members = membersIn(before, verdict);
  const bound = parties === undefined ? undefined : members({ kind: 'parties', instrument: id, place: parties.place });
  const counted = new Set(keepers(case_.promises.get(verdict.promise)!.expr).flatMap((who) => [...members(who)]));
  const could = [...members(norm.bearer)].filter((actor) => counted.has(actor) && bound?.has(actor) !== false && !verdict.hostile.includes(actor));
  const survives = withdrawal?.survives.includes(norm.article) === true;
  const losses = [
    ...(survives ? [] : notices.filter(({ leaves }) => hasLeft(leaves, verdict.date))).map(({ who, on, leaves, place }): Loss => {
      const gone = could.filter((actor) => members(who).has(actor));
      const day = leaves === undefined ? '' : leaves === on ? ` on ${leaves}` : ` on ${leaves}, by a notice of ${on}`;
      return { who: gone, words: `${actorNames(case_, gone)} left it${day}`, cause: { message: 'the notice of withdrawal', place } };
    }),
    ...reservations.filter(({ on }) => counts(on, verdict.date)).filter(({ articles }) => articles.length === 0 || articles.includes(norm.article)).map(({ who, on, place }): Loss => {
      const free = could.filter((actor) => members(who).has(actor));
      return { who: free, words: `${actorNames(case_, free)} made a reservation${on === undefined ? '' : ` on ${on}`}`, cause: { message: 'the reservation', place } };
    }),
  ].filter(({ who }) => who.length > 0);
  const lost = new Set(losses.flatMap(({ who }) => who));
  return could.length > 0 && could.every((actor) => lost.has(actor)) ? losses : undefined;
}
