import type { Case, Id, PromiseExpr } from '@casus/model';

/** The promise with one of its acts replaced by a more general one, for each act and each more general one. */
export function generalisations(case_: Case, expr: PromiseExpr): { readonly act: Id; readonly expr: PromiseExpr }[] {
  switch (expr.kind) {
    case 'and':
    case 'or':
      return expr.of.flatMap((part, i) =>
        generalisations(case_, part).map((general) => ({ act: general.act, expr: { ...expr, of: expr.of.map((other, j) => (j === i ? general.expr : other)) } })),
      );
    case 'act':
      return ancestors(case_, expr.act).map((act) => ({ act, expr: { ...expr, act } }));
    default:
      return [];
  }
}

/** More general acts, nearest first. */
export function ancestors(case_: Case, act: Id): Id[] {
  const found: Id[] = [];
  let layer = [...(case_.acts.get(act)?.parents ?? [])];
  while (layer.length > 0) {
    const fresh = layer.filter((id, i) => !found.includes(id) && id !== act && layer.indexOf(id) === i);
    found.push(...fresh);
    layer = fresh.flatMap((id) => [...(case_.acts.get(id)?.parents ?? [])]);
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
