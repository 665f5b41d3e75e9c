import type { Id, PromiseExpr } from '@casus/model';
import { membersIn } from '../../stages.js';
import type { PromiseContext } from './context.js';

type ActPromise = Extract<PromiseExpr, { readonly kind: 'act' }>;

/** Of an act that is promised: the states that it names, those of them that are on the hostile side, and those who could keep it, in any text. */
export interface Keepers {
  readonly named: readonly Id[];
  readonly hostile: readonly Id[];
  readonly left: readonly Id[];
  /** So many have to act; undefined where it is a share of an attribute. */
  readonly asked: number | undefined;
}

function keepersOf({ case: case_, verdict }: Pick<PromiseContext, 'case' | 'verdict'>, { who, target, quantifier }: ActPromise): Keepers {
  const named = [...membersIn(case_, verdict)(who)];
  const { victims } = verdict;
  // Nobody acts towards itself; a role that more than one fill leaves others.
  const itself = target.kind === 'thing' ? target.id : target.kind === 'role' && target.role === 'victim' && victims.length === 1 ? victims[0] : undefined;
  const left = named.filter((actor) => actor !== itself && !verdict.hostile.includes(actor));
  const asked = quantifier.kind === 'all' ? Math.max(1, left.length) : quantifier.kind === 'at-least' ? quantifier.count : undefined;
  return { named, hostile: named.filter((actor) => verdict.hostile.includes(actor)), left, asked };
}

/** What is so of one of the acts that a promise turns on: of any where all are promised, of each where one of several is enough. */
function ofAnAct<T>(expr: PromiseExpr, find: (act: ActPromise) => T | undefined): T | undefined {
  if (expr.kind === 'act') return find(expr);
  if (expr.kind !== 'and' && expr.kind !== 'or') return undefined;
  const found = expr.of.map((part) => ofAnAct(part, find));
  return expr.kind === 'and' || found.every((each) => each !== undefined) ? found.find((each) => each !== undefined) : undefined;
}

/** Why nobody can keep a promise, whatever the texts say: too few of those whom it names are left outside the hostile side. Undefined where there may be enough. */
export function tooFewLeft(context: Pick<PromiseContext, 'case' | 'verdict'>): Keepers | undefined {
  return ofAnAct(context.case.promises.get(context.verdict.promise)!.expr, (act) => {
    const keepers = keepersOf(context, act);
    return keepers.hostile.length > 0 && keepers.left.length < (keepers.asked ?? 1) ? keepers : undefined;
  });
}

/** Those whom a promise needs each, since it names no more than it asks for: no further bearer of a duty could stand in. Undefined where it names more. */
export function allNeeded(context: Pick<PromiseContext, 'case' | 'verdict'>): readonly Id[] | undefined {
  return ofAnAct(context.case.promises.get(context.verdict.promise)!.expr, (act) => {
    const { left, asked } = keepersOf(context, act);
    return asked !== undefined && left.length > 0 && left.length <= asked ? left : undefined;
  });
}
