import type { Body, Case, Id } from '@casus/model';

/** The case with no body voting in itself, directly or through others: the circle is told, and its votes are left out so that what follows ends. */
export function withoutCircularBlocs(of: Case): Case {
  const circular = [...of.bodies.values()].filter(({ id, blocs = [] }) => blocs.some((bloc) => reaches(of, bloc, id)));
  if (circular.length === 0) return of;
  const broken = new Set(circular.map(({ id }) => id));
  return { ...of, bodies: new Map([...of.bodies].map(([id, body]): [Id, Body] => [id, broken.has(id) ? { ...body, blocs: [] } : body])) };
}

function reaches(of: Case, from: Id, to: Id): boolean {
  const seen = new Set([from]);
  for (const id of seen) {
    if (id === to) return true;
    for (const bloc of of.bodies.get(id)?.blocs ?? []) seen.add(bloc);
  }
  return false;
}
