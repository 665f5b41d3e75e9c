/** Which of the clauses about a promised act are about what is promised, and not about the same act towards others. */
import { aimsOf, membersOf, type ActiveNorm, type Id, type Meaning, type PromiseExpr } from '@casus/model';

/**
 * The clauses among some that speak of what is promised: a ban on joining one organisation says nothing about joining another.
 * Where a condition of theirs asks what somebody does, all of them may count, and all stay.
 */
export function aimedAtPromised(meaning: Meaning, expr: PromiseExpr, clauses: readonly ActiveNorm[]): readonly ActiveNorm[] {
  if (clauses.some(({ norm }) => asksWhatIsDone([norm.when, norm.unless]))) return clauses;
  const aims = aimsIn(meaning, expr);
  return clauses.filter(({ norm: { action }, binds }) =>
    action.kind !== 'act' || aims.has(undefined)
    || [...binds.keys()].some((actor) => aimsOf(meaning, action.target, actor, binds).some(({ target }) => target === undefined || aims.has(target))));
}

/** What the promised acts are aimed at; `undefined` stands for an act without an aim. */
function aimsIn(meaning: Meaning, expr: PromiseExpr): ReadonlySet<Id | undefined> {
  if (expr.kind === 'and' || expr.kind === 'or') return new Set(expr.of.flatMap((part) => [...aimsIn(meaning, part)]));
  if (expr.kind !== 'act' && expr.kind !== 'free-to') return new Set();
  const members = membersOf(meaning, expr.who);
  return new Set([...members.keys()].flatMap((actor) => aimsOf(meaning, expr.target, actor, members).map(({ target }) => target)));
}

/** Whether some part of a condition asks what somebody does. */
function asksWhatIsDone(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  return ('kind' in node && node.kind === 'did') || Object.entries(node).some(([key, value]) => key !== 'place' && key !== 'provenance' && asksWhatIsDone(value));
}
