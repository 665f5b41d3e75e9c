import { IssueFinder } from '@casus/analysis';
import type { Arrangement, Case, Ending, Id, Instrument, Issue, Option, Place, PositionLine, PromiseExpr, Provenance, Quantity, Subject } from '@casus/model';
import { breakpoints, cellsOf, optionsOf, type Cell } from './cells.js';
import { subjectsOf, subjectsOfRule } from './subjects.js';
import type { Table } from './table.js';

/** `instrument`: part of the deal or not; `number`: of a numeric issue; `step`: part of the deal or not; `words`: agreed or not. */
export type PointKind = 'instrument' | 'issue' | 'reading' | 'number' | 'step' | 'words';

/** Something that a text settles: exactly one of its options is taken. */
export interface Point {
  /** An issue of the case that is laid out. */
  readonly id: Id;
  readonly kind: PointKind;
  readonly label: string;
  readonly options: readonly { readonly id: Id; readonly label: string }[];
  /** Instruments of which one must be part of the deal for the point to be settled; absent: it always is. */
  readonly within?: readonly Id[];
}

/**
 * The case with everything that a text settles as a question with options: whether an instrument is part of the deal, which figure is agreed, whether a
 * step is taken, which of two steps comes first. Its clauses mean what they meant, with the sentences of an instrument standing only where it is part of the deal.
 */
export interface Layout {
  readonly case: Case;
  readonly table: Table;
  /** The arrangement of all that is on the table or stands. */
  readonly deal: Id;
  readonly points: readonly Point[];
  readonly cells: ReadonlyMap<Id, readonly Cell[]>;
}

/** The option that an instrument is part of the deal. */
export const inDeal = (instrument: Id): Id => `deal:${instrument}.in`;
/** The option that a step is part of the deal. */
export const stepTaken = (step: Id): Id => `step:${step}.in`;
/** The option that something only in words is agreed. */
export const agreed = (text: string): Id => `words:${text}.in`;

/** Lays out what is on the table. `lines`: all positions that may come to count, at any time. */
export function layOut(case_: Case, table: Table, lines: readonly PositionLine[]): Layout {
  const subjects = [...lines.flatMap((line) => [...subjectsOf(line)]), ...table.rules.flatMap((rule) => [...subjectsOfRule(rule)])];
  const at = breakpoints(case_, table, lines);
  const cells = new Map<Id, readonly Cell[]>();
  const issues = new Map<Id, Issue>();
  const options = new Map<Id, Option>(case_.options);
  const add = (issue: Issue): void => {
    issues.set(issue.id, issue);
    for (const option of issue.options) options.set(option.id, option);
  };
  const words = [...new Set(subjects.flatMap((subject) => (subject.kind === 'text' ? [subject.text] : [])))];
  const onTable = new Set(table.instruments);
  for (const id of onTable) add(yesOrNo(`deal:${id}`, case_.instruments.get(id)?.label ?? id, 'part of the deal', 'not part of the deal', case_.instruments.get(id)));
  for (const [id, issue] of case_.issues) {
    if (issue.range === undefined) {
      issues.set(id, issue);
      continue;
    }
    const all = cellsOf(issue, at.get(id) ?? []);
    cells.set(id, all);
    add({ ...issue, options: optionsOf(issue, all) });
  }
  for (const step of table.steps) add(yesOrNo(`step:${step}`, case_.facts.get(step)?.label ?? step, 'takes place', 'does not take place', case_.facts.get(step)));
  for (const text of words) add(yesOrNo(`words:${text}`, text, 'agreed', 'not agreed', undefined));

  const instruments = new Map<Id, Instrument>([...case_.instruments].map(([id, instrument]) => {
    const settled = withCells(instrument, cells);
    return [id, onTable.has(id) ? guarded(settled, inDeal(id)) : settled];
  }));
  const deal = `negotiation:${table.negotiation ?? ''}`;
  const { place, provenance } = nowhere(case_);
  const arrangement: Arrangement = {
    id: deal, name: deal, label: table.label, place, provenance, instruments: [...table.standing, ...table.instruments], options: [...table.options], promises: [], scenarios: [],
  };
  const laid: Case = {
    ...case_, issues, options, instruments, bodies: withCells(case_.bodies, cells), promises: withCells(case_.promises, cells),
    arrangements: new Map([...case_.arrangements, [deal, arrangement]]),
  };
  const points = pointsOf(laid, table, subjects, words);
  for (const { id, within } of points) if (within !== undefined) add(withUnsettled(issues.get(id)!));
  return { case: laid, table, deal, points, cells };
}

/** The option that none is taken, for an issue that a text may leave unsettled. */
export const unsettled = (issue: Id): Id => `${issue}.(unsettled)`;

function withUnsettled(issue: Issue): Issue {
  const { place, provenance } = issue;
  const none: Option = { id: unsettled(issue.id), name: 'unsettled', label: 'not settled', issue: issue.id, heldBy: [], place, provenance };
  return { ...issue, options: [...issue.options, none] };
}

/** The points: instruments first, then issues and readings in the order of the case, steps, and what is only in words. */
function pointsOf(laid: Case, table: Table, subjects: readonly Subject[], words: readonly string[]): Point[] {
  const finder = new IssueFinder(laid);
  const nothing: PromiseExpr = { kind: 'and', of: [], place: nowhere(laid).place };
  const withInstrument = new Map<Id, Set<Id>>();
  for (const id of table.instruments) {
    const instrument = laid.instruments.get(id);
    for (const issue of instrument === undefined ? [] : finder.of([spoken(instrument)], nothing)) withInstrument.set(issue, (withInstrument.get(issue) ?? new Set()).add(id));
  }
  const always = new Set<Id>();
  for (const id of table.standing) for (const issue of laid.instruments.has(id) ? finder.of([spoken(laid.instruments.get(id)!)], nothing) : []) always.add(issue);
  const sets = (...of: readonly unknown[]): ReadonlySet<Id> => finder.of([], { kind: 'and', of: of as readonly PromiseExpr[], place: nothing.place });
  const named = new Set<Id>();
  for (const subject of subjects) {
    const promise = subject.kind === 'holds' || subject.kind === 'no-veto' ? laid.promises.get(subject.promise) : undefined;
    for (const issue of promise === undefined ? [] : sets(promise.expr, promise.beneficiary)) always.add(issue);
    if (subject.kind === 'holds' && subject.arrangement !== undefined) {
      const judged = laid.arrangements.get(subject.arrangement)?.instruments ?? [subject.arrangement];
      for (const issue of judged.flatMap((id) => (laid.instruments.has(id) ? [...finder.of([spoken(laid.instruments.get(id)!)], nothing)] : []))) always.add(issue);
    }
    for (const issue of sets(...setsIn(subject))) named.add(issue);
    if (subject.kind === 'option') named.add(laid.options.get(subject.option)?.issue ?? '');
    if (subject.kind === 'instrument') for (const option of laid.arrangements.get(subject.instrument)?.options ?? []) named.add(laid.options.get(option)?.issue ?? '');
    if (subject.kind === 'number') named.add(subject.issue);
  }
  const fixed = new Set(table.options.map((option) => laid.options.get(option)?.issue));
  const issues = [...laid.issues.values()].filter(({ id, options }) => options.length > 0 && !fixed.has(id) && !/^(?:deal|step|words):/.test(id) && (withInstrument.has(id) || always.has(id) || named.has(id)));
  const point = (id: Id, kind: PointKind, within?: readonly Id[]): Point => {
    const issue = laid.issues.get(id)!;
    return { id, kind, label: issue.label, options: issue.options.map((option) => ({ id: option.id, label: option.label })), ...(within === undefined ? {} : { within }) };
  };
  return [
    ...table.instruments.map((id) => point(`deal:${id}`, 'instrument')),
    ...issues.map(({ id, kind, range }) => {
      const within = always.has(id) ? undefined : withInstrument.get(id);
      return point(id, range !== undefined ? 'number' : kind === 'reading' ? 'reading' : 'issue', within === undefined ? undefined : [...within]);
    }),
    ...table.steps.map((id) => point(`step:${id}`, 'step')),
    ...words.map((text) => point(`words:${text}`, 'words')),
  ];
}

/** The sets of actors that a subject names. */
function setsIn(subject: Subject): readonly unknown[] {
  switch (subject.kind) {
    case 'role':
      return [subject.actor, { kind: 'group', id: subject.group }];
    case 'limit':
      return [subject.of];
    case 'act':
      return [subject.who, subject.target];
    case 'no-more':
      return [subject.who, subject.than];
    case 'no-veto':
      return [subject.who];
    default:
      return [];
  }
}

/** What an instrument says by itself: that it yields to another, or overrides it, makes nothing of the other its own. */
function spoken(instrument: Instrument): Instrument {
  return { ...instrument, norms: instrument.norms.map((norm) => ({ ...norm, subjectTo: [], notwithstanding: [], withoutPrejudice: [] })) };
}

function yesOrNo(id: Id, label: string, yes: string, no: string, of: { readonly place: Place; readonly provenance: Provenance } | undefined): Issue {
  const { place, provenance } = of ?? { place: { file: '', line: 1, column: 1, endLine: 1, endColumn: 1, offset: 0, end: 0 }, provenance: { cites: [] } };
  const option = (name: string, text: string): Option => ({ id: `${id}.${name}`, name, label: text, issue: id, heldBy: [], place, provenance });
  return { id, name: id, label, kind: 'negotiation', options: [option('in', yes), option('out', no)], place, provenance };
}

/** The instrument, all of whose sentences and ends stand only where an option is taken. */
function guarded(instrument: Instrument, option: Id): Instrument {
  const ending = (end: Ending): Ending => ({ ...end, options: [option, ...end.options] });
  return { ...instrument, norms: instrument.norms.map((norm) => ({ ...norm, options: [option, ...norm.options] })), ends: instrument.ends.map(ending), suspensions: instrument.suspensions.map(ending) };
}

/** The same with each figure that is still to be agreed as a choice among its cells; parts without one stay as they are. */
function withCells<T>(value: T, cells: ReadonlyMap<Id, readonly Cell[]>): T {
  if (cells.size === 0) return value;
  const visit = (node: unknown): unknown => {
    if (typeof node !== 'object' || node === null) return node;
    if (Array.isArray(node)) {
      const parts = node.map(visit);
      return parts.some((part, i) => part !== node[i]) ? parts : (node as unknown);
    }
    if (node instanceof Map) {
      const parts = new Map([...(node as ReadonlyMap<unknown, unknown>)].map(([key, inner]) => [key, visit(inner)]));
      return [...parts].some(([key, inner]) => inner !== node.get(key)) ? parts : node;
    }
    const part = node as Quantity;
    const all = part.kind === 'range' && 'issue' in part ? cells.get(part.issue) : undefined;
    if (all !== undefined) {
      const { place } = part;
      return { kind: 'choice', place, alternatives: all.map(({ option, number }) => ({ option, value: { kind: 'number', value: number, place } })) } satisfies Quantity;
    }
    let changed: Record<string, unknown> | undefined;
    for (const key of Object.keys(node)) {
      if (key === 'place' || key === 'provenance') continue;
      const inner = (node as Record<string, unknown>)[key];
      const now = visit(inner);
      if (now !== inner) (changed ??= { ...node })[key] = now;
    }
    return changed ?? node;
  };
  return visit(value) as T;
}

const nowhere = (case_: Case): { readonly place: Place; readonly provenance: Provenance } => ({
  place: { file: case_.files[0]?.path ?? '', line: 1, column: 1, endLine: 1, endColumn: 1, offset: 0, end: 0 }, provenance: { cites: [] },
});
