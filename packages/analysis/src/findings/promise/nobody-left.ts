import { counts, hasLeft, inForce, type Case, type Cause, type Id, type Instrument, type IsoDate, type Norm, type SetExpr } from '@casus/model';
import { outsideOf, type Period } from '../../periods.js';
import { keepers, membersIn } from '../../stages.js';
import { actorNames, arrangementName, listed } from '../../words.js';
import { clausesOf, isTaken, stands, type PromiseContext, type PromiseDraft, type Told } from './context.js';

/** Some who could keep the promise, and why a sentence does not bind them on the day. */
interface Loss {
  readonly who: readonly Id[];
  readonly words: string;
  readonly cause: Cause;
}

/** Everybody who could keep the promise is no party on the day, has left the instrument that commands it, or made a reservation to it: then it is not owed, and that is why. */
export function nobodyLeft(context: PromiseContext, instrument: Instrument): PromiseDraft[] {
  const { case: case_, verdict, cell } = context;
  if (cell.details.game === 'owed' || !inForce(instrument, verdict.date)) return [];
  const commands = clausesOf(context).filter((norm) => norm.instrument === instrument.id && ['duty', 'pledge'].includes(norm.modality) && stands(context, norm));
  // A sentence about others than those who are to keep the promise says nothing of it, on any day.
  const about = commands.map((norm) => ({ norm, losses: lossesOf(context, instrument, norm) })).filter(({ losses }) => losses !== 'others');
  const [first] = about;
  const losses = about.flatMap(({ losses: some }) => (typeof some === 'string' ? [] : [some]));
  if (first === undefined || losses.length < about.length) return [];
  const all = [...new Map(losses.flat().map((loss) => [loss.words, loss])).values()];
  return [
    {
      code: 'promise/not-in-force',
      message: ({ promises, when }: Told) => `${instrument.label} binds nobody who could keep ${promises} in ${arrangementName(case_, verdict.arrangement)}${when}: ${listed(all.map(({ words }) => words))}.`,
      place: first.norm.place,
      causes: all.map(({ cause }) => cause),
      help: 'count on others, bind them by another instrument, or change the date of the scenario if it is meant to be another',
      about: [instrument.id],
    },
  ];
}

/** Why a sentence binds none of those who could keep the promise; `bound` where it binds one of them, `others` where it is about none of them, whatever the day. */
function lossesOf(context: PromiseContext, instrument: Instrument, norm: Norm): readonly Loss[] | 'bound' | 'others' {
  const { case: case_, verdict } = context;
  const { id, notices, reservations, withdrawal, parties } = instrument;
  // Before any notice and any reservation.
  const before: Case = { ...case_, instruments: new Map(case_.instruments).set(id, { ...instrument, notices: [], reservations: [] }) };
  const members = membersIn(before, verdict);
  const outside = (set: SetExpr): ReadonlyMap<Id, readonly Period[]> => outsideOf(before, set, verdict, (option) => isTaken(context, option));
  const treaty: SetExpr | undefined = parties === undefined ? undefined : { kind: 'parties', instrument: id, place: parties.place };
  const counted: SetExpr = { kind: 'union', of: keepers(case_.promises.get(verdict.promise)!.expr), place: norm.place };
  const sets = [norm.bearer, counted, ...(treaty === undefined ? [] : [treaty])].map((set) => ({ now: members(set), outside: outside(set) }));
  const known = new Set(sets.flatMap(({ now, outside: then }) => [...now, ...then.keys()]));
  const could = [...known].filter((actor) => !verdict.hostile.includes(actor) && sets.every(({ now, outside: then }) => now.has(actor) || then.has(actor)));
  if (could.length === 0) return 'others';
  const survives = withdrawal?.survives.includes(norm.article) === true;
  const periods = new Set(sets.flatMap(({ outside: then }) => could.flatMap((actor) => then.get(actor) ?? [])));
  const losses = [
    ...[...periods].map((period): Loss => {
      const out = could.filter((actor) => sets.some(({ outside: then }) => then.get(actor)?.includes(period) === true));
      return { who: out, words: periodWords(case_, instrument, out, period, verdict.date), cause: { message: 'the period', place: period.set.place } };
    }),
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
  return could.every((actor) => lost.has(actor)) ? losses : 'bound';
}

/** “Syldavia was a party until 2034-12-31”, “Ruritania is a party only from 2036-01-01”. */
function periodWords(case_: Case, { label }: Instrument, who: readonly Id[], { set: { from, until }, of }: Period, date: IsoDate | undefined): string {
  const many = who.length > 1;
  const what = of === undefined ? 'named' : of === `the parties of ${label}` ? (many ? 'parties' : 'a party') : many ? `among ${of}` : `one of ${of}`;
  const over = date !== undefined && until !== undefined && until < date;
  if (over) return `${actorNames(case_, who)} ${many ? 'were' : 'was'} ${what} until ${until}`;
  if (date !== undefined) return `${actorNames(case_, who)} ${many ? 'are' : 'is'} ${what} only from ${from}`;
  return `${actorNames(case_, who)} ${many ? 'are' : 'is'} ${what} until ${until}, and the case has no date`;
}
