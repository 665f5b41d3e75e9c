import type { Id } from '@casus/model';
import { actorNames, arrangementName } from '../../words.js';
import type { PromiseContext, PromiseFinding, Told } from './context.js';

/** The instrument never enters into force without the state that the promise guards against. */
export const entryNeedsAttacker: PromiseFinding = (context) => {
  const { case: case_, verdict, cell } = context;
  return cell.details.entries
    .filter((entry) => entry.needsHostile && restsOn(context, entry.instrument))
    .map((entry) => {
      const instrument = case_.instruments.get(entry.instrument)!;
      const needed = verdict.hostile.filter((actor) => entry.needed.includes(actor));
      return {
        code: 'promise/entry-needs-attacker' as const,
        message: ({ promises, when }: Told) =>
          `${instrument.label} never enters into force without ${needed.length > 0 ? actorNames(case_, needed) : `one of ${actorNames(case_, verdict.hostile)}`}${when}, whom ${promises} in ${arrangementName(case_, verdict.arrangement)} should guard against.`,
        place: instrument.entry!.place,
        causes: instrument.entry!.provenance.cites.length > 0 ? [{ message: 'as the text has it', cites: instrument.entry!.provenance.cites }] : [],
        help: 'let it enter into force once fewer have ratified, or name those whose ratification is needed',
        about: [instrument.id],
      };
    });
};

/** Whether the promise rests on an article that has to wait for entry into force: what is applied provisionally already does not. */
function restsOn({ case: case_, verdict }: PromiseContext, id: Id): boolean {
  const { provisional, norms } = case_.instruments.get(id)!;
  const runs = provisional?.since !== undefined && (verdict.date === undefined || provisional.since <= verdict.date);
  return norms.some(({ id: norm, article }) => verdict.clauses.includes(norm) && !(runs && provisional.articles.includes(article)));
}
