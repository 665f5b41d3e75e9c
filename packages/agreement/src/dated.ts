import type { Case } from '@casus/model';
import type { Table } from './table.js';

/** Parts of a case whose dates decide what holds on a day. */
const DATES: ReadonlySet<string> = new Set(['inForceSince', 'expires', 'from', 'until', 'on', 'leaves', 'since', 'notBefore', 'date', 'signed']);

/** Whether what the instruments on the table and beside it mean may depend on the day; if in doubt, it does. */
export function dated(case_: Case, table: Table): boolean {
  const instruments = [...table.instruments, ...table.standing].flatMap((id) => case_.instruments.get(id) ?? []);
  return [instruments, [...case_.groups.values()], [...case_.bodies.values()]].some(hasDate);
}

function hasDate(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  if (Array.isArray(node)) return node.some(hasDate);
  return Object.entries(node).some(([key, value]) => (DATES.has(key) && typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) || (key !== 'place' && key !== 'provenance' && hasDate(value)));
}
