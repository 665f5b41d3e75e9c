import { actorNames, arrangementName } from '../../words.js';
import type { PromiseFinding, Told } from './context.js';

/** The instrument never enters into force without the state that the promise guards against. */
export const entryNeedsAttacker: PromiseFinding = (context) => {
  const { case: case_, verdict, cell } = context;
  return cell.details.entries
    .filter((entry) => entry.needsHostile && verdict.clauses.some((clause) => clause.startsWith(`${entry.instrument}.`)))
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
