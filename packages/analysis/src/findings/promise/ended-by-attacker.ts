import type { Case, Instrument } from '@casus/model';
import { actorNames, arrangementName, articleName } from '../../words.js';
import type { PromiseFinding, Told } from './context.js';

/** The state that the promise guards against can end the instrument. */
export const endedByAttacker: PromiseFinding = (context) => {
  const { case: case_, verdict, cell } = context;
  return cell.details.ends
    .filter((end) => end.byHostile && verdict.clauses.some((clause) => clause.startsWith(`${end.instrument}.`)))
    .flatMap((end) => {
      const instrument = case_.instruments.get(end.instrument)!;
      const small = end.coalitions.first.find((coalition) => coalition.every((actor) => verdict.hostile.includes(actor))) ?? verdict.hostile;
      return [
        {
          code: 'promise/ended-by-attacker' as const,
          message: ({ promises, many, when }: Told) => `${promises} in ${arrangementName(case_, verdict.arrangement)} can be ended by the state ${many ? 'they guard' : 'it guards'} against${when}: ${actorNames(case_, small)} can end ${endedName(case_, instrument)}.`,
          place: instrument.ends[0]!.place,
          causes: instrument.ends.slice(1).map((other) => ({ message: 'it also ends by this', place: other.place })),
          help: 'let no single state end it, or let the end take effect only after a notice that outlasts the case it is made for',
          about: [instrument.id],
        },
      ];
    });
};

/** What ends: the instrument, or what one of its articles commands. */
function endedName(case_: Case, { ends, label }: Instrument): string {
  const [article] = ends.flatMap((end) => end.article ?? []);
  return article === undefined || ends.some((end) => end.article !== article) ? label : `what it commands (${articleName(case_, article) ?? label})`;
}
