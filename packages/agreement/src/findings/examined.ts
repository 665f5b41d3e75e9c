import type { CaseSubject } from '@casus/analysis';
import type { Case, Id, PositionLine } from '@casus/model';
import { examine, tablesOf, type Examined } from './examine.js';

/** Who examines the positions: at once, or from what was found earlier. */
export type Examiner = (subject: Pick<CaseSubject, 'case' | 'session' | 'asOf'>) => readonly Examined[];

/** What is found about the positions of a subject's case; remembered with what its verdicts are read from, so that an edit elsewhere costs nothing. */
export const examined: Examiner = (subject) => remembered(subject, () => examine(subject));

/** What is remembered of an earlier state in which nothing differed that matters here; otherwise what `make` finds, which may throw and is then not remembered. */
export function remembered(subject: Parameters<Examiner>[0], make: () => readonly Examined[]): readonly Examined[] {
  const { case: case_, session, asOf } = subject;
  let known = KNOWN.get(case_);
  if (known !== undefined && known.asOf === asOf) return known.found;
  const tables = tablesOf(case_);
  if (tables.length === 0) return [];
  const asked = written([case_.positions, [...case_.negotiations.values()], tables]);
  const names = new Set<Id>([...namesIn([case_.positions, tables]), ...case_.actors.keys(), ...case_.issues.keys()]);
  known = { asOf, found: session.remember(`positions ${asOf ?? ''} ${asked}`, [...names].sort(), make) };
  KNOWN.set(case_, known);
  return known.found;
}

/** What was found for each case; cases do not change. */
const KNOWN = new WeakMap<Case, { readonly asOf: string | undefined; readonly found: readonly Examined[] }>();

/** Positions as text, without where they stand and who says so: those with one text ask the same. */
const written = (node: unknown): string =>
  JSON.stringify(node, (key, value: unknown) => (key === 'place' || key === 'provenance' ? undefined : typeof value === 'bigint' ? `${value}n` : value));

/** Every word of a part of the case that may be a name. */
function namesIn(node: unknown): readonly Id[] {
  if (typeof node === 'string') return [node];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => (key === 'place' || key === 'provenance' ? [] : namesIn(value)));
}

/** The lines of a case by their names. */
export function linesOf(case_: Case): ReadonlyMap<Id, PositionLine> {
  return new Map(case_.positions.map((line) => [line.id, line]));
}
