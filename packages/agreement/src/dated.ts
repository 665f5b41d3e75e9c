import type { Case, IsoDate } from '@casus/model';

/** Parts of a case whose dates decide what holds on a day. */
const DATES: ReadonlySet<string> = new Set(['inForceSince', 'expires', 'from', 'until', 'on', 'leaves', 'since', 'notBefore', 'date', 'signed']);

/** The days on which what the instruments, groups and bodies of a case mean may change: if in doubt, it does. */
export function datesOf(case_: Case): readonly IsoDate[] {
  const found = new Set<IsoDate>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) return node.forEach(visit);
    for (const [key, value] of Object.entries(node)) {
      if (DATES.has(key) && typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) found.add(value);
      else if (key !== 'place' && key !== 'provenance' && key !== 'statements') visit(value);
    }
  };
  visit([...case_.instruments.values(), ...case_.groups.values(), ...case_.bodies.values()]);
  return [...found];
}
