import { actsOf } from '../../generalise.js';
import { arrangementOf } from '@casus/model';
import { arrangementName } from '../../words.js';
import type { PromiseFinding } from './context.js';

/** No sentence speaks of what is promised. */
export const noClause: PromiseFinding = (context) => {
  const { case: case_, verdict, cell } = context;
  const promise = case_.promises.get(verdict.promise)!;
  const free = cell.strength === 'voluntary' || cell.strength === 'forbidden';
  if (!free || verdict.clauses.length > 0 || promise.expr.kind === 'free-to' || actsOf(promise.expr).length === 0) return [];
  const instruments = arrangementOf(case_, verdict.arrangement)?.instruments ?? [];
  const silences = instruments.flatMap((id) => case_.instruments.get(id)?.silences ?? []);
  return [
    {
      code: 'promise/no-clause',
      message: ({ promises, many }) => `${promises} ${many ? 'have' : 'has'} no clause in ${arrangementName(case_, verdict.arrangement)}: nothing in the text speaks of ${many ? 'them' : 'it'}, for or against.`,
      place: verdict.place,
      causes: silences.map((silence) => ({ message: `the text is silent on ${silence.on}`, place: silence.place, cites: silence.provenance.cites })),
      help: 'write the clause, or say with `silent on "…"` that the text has none',
    },
  ];
};
