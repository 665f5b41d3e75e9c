import { arrangementOf, type Case, type Id, type Norm, type PromiseExpr } from '@casus/model';
import { widest } from '../../bounds.js';
import { actsOf } from '../../generalise.js';
import { keepers } from '../../stages.js';
import { actorNames, arrangementName } from '../../words.js';
import { clausesOf, stands, type PromiseContext, type PromiseFinding } from './context.js';

/** So many of those whom the text speaks of are named. */
const MOST_NAMED = 6;

/** No sentence speaks of what is promised, or none of those who are to do it. */
export const noClause: PromiseFinding = (context) => {
  const { case: case_, verdict, cell } = context;
  const promise = case_.promises.get(verdict.promise)!;
  const free = cell.strength === 'voluntary' || cell.strength === 'forbidden';
  if (!free || promise.expr.kind === 'free-to' || actsOf(promise.expr).length === 0) return [];
  const others = verdict.clauses.length === 0 ? [] : othersSpokenOf(context, promise.expr);
  if (others === undefined) return [];
  const instruments = arrangementOf(case_, verdict.arrangement)?.instruments ?? [];
  const silences = instruments.flatMap((id) => case_.instruments.get(id)?.silences ?? []);
  const spoken = clausesOf(context).filter((norm) => stands(context, norm)).slice(0, 3);
  return [
    {
      code: 'promise/no-clause',
      message: ({ promises, many }) => `${promises} ${many ? 'have' : 'has'} no clause in ${arrangementName(case_, verdict.arrangement)}: ${others.length === 0 ? `nothing in the text speaks of ${many ? 'them' : 'it'}, for or against` : `what the text says of such acts is about ${namesOf(case_, others)}, and not about those who are to do it`}.`,
      place: verdict.place,
      causes: [
        ...spoken.map(({ place, provenance: { cites } }) => ({ message: 'the text speaks of others here', place, ...(cites.length > 0 ? { cites } : {}) })),
        ...silences.map((silence) => ({ message: `the text is silent on ${silence.on}`, place: silence.place, cites: silence.provenance.cites })),
      ],
      help: others.length === 0 ? 'write the clause, or say with `silent on "…"` that the text has none' : 'write the clause for those who are to do it, or count on those of whom the text speaks',
    },
  ];
};

/**
 * Whom the sentences on such acts speak of, where that can be none of those who are to act, in no text, on no day and whoever attacks whom; nothing where it can.
 * Who owes by a role, a group that changes or a bracket counts as spoken of.
 */
function othersSpokenOf(context: PromiseContext, expr: PromiseExpr): readonly Id[] | undefined {
  const { case: case_ } = context;
  if (!onlyActs(expr)) return undefined;
  const clauses = clausesOf(context);
  const bearers = new Set(clauses.flatMap((norm) => [...spokenOf(case_, norm)]));
  const acting = keepers(expr).map((set) => widest(case_, set));
  if (bearers.size === 0 || acting.some((set) => set.size === 0 || [...set].some((actor) => bearers.has(actor)))) return undefined;
  return [...case_.actors.keys()].filter((actor) => bearers.has(actor));
}

/** Whom a sentence can bind or free; that it binds parties only does not count, so that nobody whom it names is passed over. */
const spokenOf = (case_: Case, { bearer }: Norm): ReadonlySet<Id> => widest(case_, bearer);

/** A promise that also turns on decisions or freedoms does not rest on sentences about acts alone. */
const onlyActs = (expr: PromiseExpr): boolean => (expr.kind === 'and' || expr.kind === 'or' ? expr.of.every(onlyActs) : expr.kind === 'act');

function namesOf(case_: Case, actors: readonly Id[]): string {
  return actors.length > MOST_NAMED ? `${actors.length} others` : actorNames(case_, actors);
}
