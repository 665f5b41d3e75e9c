import type { Case, Id, PromiseExpr } from '@casus/model';

/** The most promises that are looked at in place of one. */
const MOST = 64;

/** The promise with some of its acts replaced by more general ones, in every way; `act` is the first that stands in for another. */
export function generalisations(case_: Case, expr: PromiseExpr): { readonly act: Id; readonly expr: PromiseExpr }[] {
  return variants(case_, expr).flatMap(({ act, expr }) => (act === undefined ? [] : [{ act, expr }])).slice(0, MOST);
}

/** The promise itself first, then as above. */
function variants(case_: Case, expr: PromiseExpr): { readonly act: Id | undefined; readonly expr: PromiseExpr }[] {
  switch (expr.kind) {
    case 'and':
    case 'or': {
      let all: { act: Id | undefined; of: readonly PromiseExpr[] }[] = [{ act: undefined, of: [] }];
      for (const part of expr.of) {
        all = all.flatMap((before) => variants(case_, part).map((one) => ({ act: before.act ?? one.act, of: [...before.of, one.expr] }))).slice(0, MOST + 1);
      }
      return all.map(({ act, of }) => ({ act, expr: { ...expr, of } }));
    }
    case 'act':
      return [{ act: undefined, expr }, ...ancestors(case_, expr.act).map((act) => ({ act, expr: { ...expr, act } }))];
    default:
      return [{ act: undefined, expr }];
  }
}

/** More general acts, nearest first. */
export const ancestors = (case_: Case, act: Id): Id[] => ancestorsIn(case_.acts, act);

/** What is more general than an act, an event or a region, nearest first. */
export function ancestorsIn(table: ReadonlyMap<Id, { readonly parents: readonly Id[] }>, special: Id): Id[] {
  const found: Id[] = [];
  let layer = [...(table.get(special)?.parents ?? [])];
  while (layer.length > 0) {
    const fresh = layer.filter((id, i) => !found.includes(id) && id !== special && layer.indexOf(id) === i);
    found.push(...fresh);
    layer = fresh.flatMap((id) => [...(table.get(id)?.parents ?? [])]);
  }
  return found;
}

/** The acts that a promise speaks of. */
export function actsOf(expr: PromiseExpr): Id[] {
  switch (expr.kind) {
    case 'and':
    case 'or':
      return expr.of.flatMap(actsOf);
    case 'act':
    case 'free-to':
      return [expr.act];
    default:
      return [];
  }
}

/** The attributes of whose limits a promise speaks. */
export function attributesOf(expr: PromiseExpr): Id[] {
  if (expr.kind === 'and' || expr.kind === 'or') return expr.of.flatMap(attributesOf);
  return expr.kind === 'no-limit' ? [...expr.attributes] : [];
}
