import { compareTime, type Case, type Id, type Instrument, type Time } from '@casus/model';
import { actorNames, arrangementName, articleName } from '../../words.js';
import type { PromiseContext, PromiseFinding, Told } from './context.js';

/** The state that the promise guards against can end the instrument. */
export const endedByAttacker: PromiseFinding = (context) => {
  const { case: case_, verdict, cell } = context;
  return cell.details.ends
    .filter((end) => end.byHostile && !outlasts(end.after, cell.details.longest) && concerns(context, end.instrument, end.end) && verdict.clauses.some((clause) => clause.startsWith(`${end.instrument}.`)))
    .flatMap((end) => {
      const instrument = case_.instruments.get(end.instrument)!;
      const small = end.coalitions.first.find((coalition) => coalition.every((actor) => verdict.hostile.includes(actor))) ?? verdict.hostile;
      return [
        {
          code: 'promise/ended-by-attacker' as const,
          message: ({ promises, many, when }: Told) => `${promises} in ${arrangementName(case_, verdict.arrangement)} can be ended by the state ${many ? 'they guard' : 'it guards'} against${when}: ${actorNames(case_, small)} can end ${endedName(case_, instrument, end.end)}.`,
          place: (instrument.ends[end.end ?? 0] ?? instrument.ends[0])!.place,
          causes: instrument.ends.filter((_, i) => i !== (end.end ?? 0)).map((other) => ({ message: end.end === undefined ? 'together with this' : 'it also ends by this', place: other.place })),
          help: 'let no single state end it, or let the end take effect only after a notice that outlasts the case it is made for',
          about: [instrument.id],
        },
      ];
    });
};

/** Whether an end that is written in an article ends something that the promise rests on. */
function concerns({ case: case_, verdict }: PromiseContext, id: Id, end: number | undefined): boolean {
  const instrument = case_.instruments.get(id)!;
  const article = end === undefined ? undefined : instrument.ends[end]?.article;
  const commands = instrument.norms.filter((norm) => norm.article === article);
  return article === undefined || commands.length === 0 || commands.some((norm) => verdict.clauses.includes(norm.id));
}

/** Whether what is promised falls due before an end can take effect: the notice outlasts the case. */
function outlasts(after: Time | undefined, longest: Time | undefined): boolean {
  return after?.kind === 'days' && longest?.kind === 'days' && compareTime(after, longest) > 0;
}

/** What ends: the instrument, or what one of its articles commands. */
function endedName(case_: Case, { ends, label, norms }: Instrument, end: number | undefined): string {
  const article = end === undefined ? undefined : ends[end]?.article;
  // An article that commands nothing (a clause on denunciation) can only speak of the whole.
  if (article === undefined || !norms.some((norm) => norm.article === article)) return label;
  return `what it commands (${articleName(case_, article) ?? label})`;
}
