import { compareTime, type Case, type FindingCode, type Id, type Instrument, type Time } from '@casus/model';
import { actorNames, arrangementName, articleName } from '../../words.js';
import type { PromiseContext, PromiseFinding, Told } from './context.js';

/** One way in which an instrument ceases to bind, and its words. */
interface Way {
  readonly code: FindingCode;
  readonly of: 'ends' | 'suspensions';
  readonly verb: string;
  readonly done: string;
  readonly help: string;
}

/** The state that the promise guards against can make the instrument lapse before the promise falls due. */
export const lapsesByAttacker = ({ code, of, verb, done, help }: Way): PromiseFinding => (context) => {
  const { case: case_, verdict, cell } = context;
  return cell.details[of]
    .filter((end) => end.byHostile && !outlasts(end.after, cell.details.longest) && concerns(context, of, end.instrument, end.end) && verdict.clauses.some((clause) => clause.startsWith(`${end.instrument}.`)))
    .map((end) => {
      const instrument = case_.instruments.get(end.instrument)!;
      const lapses = instrument[of];
      const small = end.coalitions.first.find((coalition) => coalition.every((actor) => verdict.hostile.includes(actor))) ?? verdict.hostile;
      return {
        code,
        message: ({ promises, many, when }: Told) => `${promises} in ${arrangementName(case_, verdict.arrangement)} can be ${done} by the state ${many ? 'they guard' : 'it guards'} against${when}: ${actorNames(case_, small)} can ${verb} ${lapsingName(case_, instrument, of, end.end)}.`,
        place: (lapses[end.end ?? 0] ?? lapses[0])!.place,
        causes: lapses.filter((_, i) => i !== (end.end ?? 0)).map((other) => ({ message: end.end === undefined ? 'together with this' : `it is also ${done} by this`, place: other.place })),
        help,
        about: [instrument.id],
      };
    });
};

/** Whether an end that is written in an article ends something that the promise rests on. */
function concerns({ case: case_, verdict }: PromiseContext, of: Way['of'], id: Id, end: number | undefined): boolean {
  const instrument = case_.instruments.get(id)!;
  const article = end === undefined ? undefined : instrument[of][end]?.article;
  const commands = instrument.norms.filter((norm) => norm.article === article);
  return article === undefined || commands.length === 0 || commands.some((norm) => verdict.clauses.includes(norm.id));
}

/** Whether what is promised falls due before an end can take effect: the notice outlasts the case. */
function outlasts(after: Time | undefined, longest: Time | undefined): boolean {
  return after?.kind === 'days' && longest?.kind === 'days' && compareTime(after, longest) > 0;
}

/** What lapses: the instrument, or what one of its articles commands. */
function lapsingName(case_: Case, instrument: Instrument, of: Way['of'], end: number | undefined): string {
  const article = end === undefined ? undefined : instrument[of][end]?.article;
  // An article that commands nothing (a clause on denunciation) can only speak of the whole.
  if (article === undefined || !instrument.norms.some((norm) => norm.article === article)) return instrument.label;
  return `what it commands (${articleName(case_, article) ?? instrument.label})`;
}
