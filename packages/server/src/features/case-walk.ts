import { citations } from '@casus/dossier';
import type { Case, Citation, Declared, Id } from '@casus/model';

/** Every citation of a case, wherever it stands. */
export function cites(case_: Case): readonly Citation[] {
  return citations(case_).map(({ citation }) => citation);
}

/** The declaration of a full name, in whatever table it stands. */
export function declaredOf(case_: Case, id: Id): Declared | undefined {
  for (const table of Object.values(case_) as unknown[]) {
    const found = table instanceof Map ? (table.get(id) as Declared | undefined) : undefined;
    if (found !== undefined) return found;
  }
  const inner = [...case_.bodies.values()].flatMap(({ matters }): readonly Declared[] => matters).concat([...case_.instruments.values()].flatMap(({ articles }) => articles));
  return inner.find((each) => each.id === id) ?? case_.disputes.find((each) => each.id === id);
}
