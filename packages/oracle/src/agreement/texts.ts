/**
 * Every text that a negotiation could write, one by one (docs/agreement.md, "The texts").
 */
import type { Case, Id, Issue, PositionLine, PromiseExpr, Rational, Subject } from '../../../model/src/case.js';
import { compare, fraction, minus, plus, show, times, ZERO } from '../rational.js';
import { instrumentsOf, subjectsOf, subjectsOfRules, type Table } from './table.js';

/** One text: what is part of the deal, and how each question is settled. */
export interface Deal {
  /** On the table and part of the deal. */
  readonly instruments: ReadonlySet<Id>;
  /** By issue: the option taken. An issue that is not settled is missing. */
  readonly options: ReadonlyMap<Id, Id>;
  /** By numeric issue: the number, which stands for its piece of the range. */
  readonly numbers: ReadonlyMap<Id, Rational>;
  readonly steps: ReadonlySet<Id>;
  readonly words: ReadonlySet<string>;
}

/** A question of the texts. `within`: settled only where one of these is part of the deal; absent: always. */
interface Question {
  readonly issue: Issue;
  readonly within?: readonly Id[];
  readonly options: readonly Id[];
  /** Of a numeric issue: one number of each piece, in order. */
  readonly pieces: readonly Rational[];
}

/** All that texts settle. */
export interface Layout {
  readonly table: Table;
  readonly questions: readonly Question[];
  /** By issue: the option that is taken whatever is agreed. */
  readonly fixed: ReadonlyMap<Id, Id>;
  readonly words: readonly string[];
}

/** Issues that occur in a part of a case, itself or by a group or body that it names. */
export function issuesIn(case_: Case, part: unknown): Set<Id> {
  const found = new Set<Id>();
  const seen = new Set<unknown>();
  const option = (id: unknown): void => {
    const issue = typeof id === 'string' ? case_.options.get(id)?.issue : undefined;
    if (issue !== undefined) found.add(issue);
  };
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null || seen.has(node)) return;
    seen.add(node);
    if (Array.isArray(node)) return node.forEach(walk);
    if (node instanceof Map) return node.forEach(walk);
    const n = node as Readonly<Record<string, unknown>>;
    option(n['option']);
    if (Array.isArray(n['options'])) n['options'].forEach(option);
    if (n['kind'] === 'range' && typeof n['issue'] === 'string') found.add(n['issue']);
    if (n['kind'] === 'group') walk(case_.groups.get(n['id'] as Id)?.members);
    if (n['kind'] === 'body') walk(case_.bodies.get(n['id'] as Id));
    if (typeof n['body'] === 'string') walk(case_.bodies.get(n['body']));
    if (n['kind'] === 'parties') walk(case_.instruments.get(n['instrument'] as Id)?.parties);
    for (const [name, value] of Object.entries(n)) if (name !== 'place' && name !== 'provenance') walk(value);
  };
  walk(part);
  return found;
}

/** Issues that a subject names outright, or by a group. */
function named(case_: Case, subject: Subject): Id[] {
  if (subject.kind === 'option') return [case_.options.get(subject.option)?.issue ?? ''];
  if (subject.kind === 'number') return [subject.issue];
  if (subject.kind === 'role') return [...issuesIn(case_, [subject.actor, case_.groups.get(subject.group)?.members])];
  if (subject.kind === 'limit') return [...issuesIn(case_, subject.of)];
  if (subject.kind === 'act') return [...issuesIn(case_, [subject.who, subject.target])];
  if (subject.kind === 'no-more') return [...issuesIn(case_, [subject.who, subject.than])];
  if (subject.kind === 'no-veto') return [...issuesIn(case_, subject.who)];
  const options = subject.kind === 'instrument' ? case_.arrangements.get(subject.instrument)?.options : undefined;
  return (options ?? []).map(o => case_.options.get(o)?.issue ?? '');
}

/** Issues that what a subject judges by itself asks about. */
function asked(case_: Case, subject: Subject): Set<Id> {
  if (subject.kind !== 'holds' && subject.kind !== 'no-veto') return new Set();
  const under = subject.kind === 'holds' && subject.arrangement !== undefined ? instrumentsOf(case_, subject.arrangement) : [];
  return issuesIn(case_, [case_.promises.get(subject.promise), under.map(id => case_.instruments.get(id))]);
}

/** Attributes that an instrument limits by a numeric issue. */
function limitedBy(case_: Case, issue: Id): Set<Id> {
  const speaks = (node: unknown): boolean =>
    typeof node === 'object' && node !== null && (('kind' in node && node.kind === 'range' && 'issue' in node && node.issue === issue) || Object.values(node).some(speaks));
  const norms = [...case_.instruments.values()].flatMap(i => i.norms);
  return new Set(norms.flatMap(({ action }) => (action.kind === 'exceed' && speaks(action.max) ? [action.attribute] : [])));
}

/** The numbers of a numeric issue that a subject names, itself or by a limit. */
function numbersIn(case_: Case, issue: Id, subject: Subject): Rational[] {
  if (subject.kind === 'number') return subject.issue === issue ? [subject.value] : [];
  return subject.kind === 'limit' && limitedBy(case_, issue).has(subject.attribute) ? [subject.value] : [];
}

/** The numbers of a numeric issue up to which promises count on freedom from its limits. */
function numbersOfPromises(case_: Case, issue: Id): Rational[] {
  const limited = limitedBy(case_, issue);
  const inside = (expr: PromiseExpr): Rational[] => {
    if (expr.kind === 'and' || expr.kind === 'or') return expr.of.flatMap(inside);
    return expr.kind === 'no-limit' && expr.upTo !== undefined && expr.attributes.some(a => limited.has(a)) ? [expr.upTo] : [];
  };
  return [...case_.promises.values()].flatMap(({ expr }) => inside(expr));
}

/** The numbers at which points in proportion to a numeric issue come to what a holder asks for, with any of the other points that it gives. */
function numbersOfPoints({ id, range }: Issue, lines: readonly PositionLine[]): Rational[] {
  if (range === undefined) return [];
  return lines.flatMap(({ actor, subject }) => {
    if (subject.kind !== 'points') return [];
    const giving = lines.filter(l => l.actor === actor && l.verb === 'values');
    const scales = giving.flatMap(l => (l.scale !== undefined && l.subject.kind === 'number' && l.subject.issue === id ? [l.scale] : []));
    const low = scales.reduce((sum, s) => plus(sum, s.lowest), ZERO);
    const slope = minus(scales.reduce((sum, s) => plus(sum, s.highest), ZERO), low);
    if (slope.num === 0n) return [];
    const others = giving.reduce<Rational[]>((sums, l) => (l.points === undefined ? sums : sums.flatMap(sum => [sum, plus(sum, l.points as Rational)])), [ZERO]);
    return others.map(sum => plus(range.min, times(minus(range.max, range.min), times(minus(minus(subject.least, sum), low), fraction(slope.den, slope.num)))));
  });
}

/** One number of each piece of a range: its ends, the numbers that cut it, and one between each two neighbours. */
function piecesOf({ range }: Issue, cuts: readonly Rational[]): Rational[] {
  if (range === undefined) return [];
  const { min, max } = range;
  const bounds = [min, ...cuts.filter(c => compare(min, c) < 0 && compare(c, max) < 0), max].sort(compare);
  const distinct = bounds.filter((c, i) => i === 0 || compare(bounds[i - 1] as Rational, c) < 0);
  const between = (high: Rational, i: number): Rational[] => (i === 0 ? [high] : [times(plus(distinct[i - 1] as Rational, high), fraction(1, 2)), high]);
  return distinct.flatMap(between);
}

/** Lays out what the texts settle, by the lines that may count. */
export function layOut(case_: Case, table: Table, lines: readonly PositionLine[]): Layout {
  const subjects = [...lines.flatMap(subjectsOf), ...subjectsOfRules(table)];
  const spoken = new Set(subjects.flatMap(s => named(case_, s)));
  const always = new Set(subjects.flatMap(s => [...asked(case_, s)]));
  for (const id of table.standing) for (const issue of issuesIn(case_, case_.instruments.get(id))) always.add(issue);
  const homes = new Map<Id, Id[]>();
  for (const id of table.instruments) for (const issue of issuesIn(case_, case_.instruments.get(id))) homes.set(issue, [...(homes.get(issue) ?? []), id]);
  const fixed = new Map(table.options.map(o => [case_.options.get(o)?.issue ?? '', o]));
  const issues = [...case_.issues.values()].filter(i => !fixed.has(i.id) && (spoken.has(i.id) || always.has(i.id) || homes.has(i.id)));
  const questions = issues.map((issue): Question => {
    const home = homes.get(issue.id);
    return {
      issue, ...(home === undefined || always.has(issue.id) ? {} : { within: home }),
      options: issue.options.map(o => o.id),
      pieces: piecesOf(issue, [...subjects.flatMap(s => numbersIn(case_, issue.id, s)), ...numbersOfPromises(case_, issue.id), ...numbersOfPoints(issue, lines)]),
    };
  });
  const words = [...new Set(subjects.flatMap(s => (s.kind === 'text' ? [s.text] : [])))];
  return { table, questions, fixed, words };
}

/** Every way to take some of a list. */
function subsetsOf<T>(list: readonly T[]): Set<T>[] {
  return Array.from({ length: 2 ** list.length }, (_, bits) => new Set(list.filter((_x, i) => (bits & (1 << i)) !== 0)));
}

/** Every text, whether it keeps the rules or not. Each differs from every other in something that it settles. */
export function* allTexts({ table, questions, fixed, words }: Layout): Iterable<Deal> {
  for (const instruments of subsetsOf(table.instruments)) {
    const settled = questions.filter(q => q.within === undefined || q.within.some(id => instruments.has(id)));
    for (const [options, numbers] of settlements(settled, fixed)) {
      for (const steps of subsetsOf(table.steps)) for (const said of subsetsOf(words)) yield { instruments, options, numbers, steps, words: said };
    }
  }
}

function* settlements(questions: readonly Question[], fixed: ReadonlyMap<Id, Id>): Iterable<[Map<Id, Id>, Map<Id, Rational>]> {
  const [first, ...rest] = questions;
  if (first === undefined) yield [new Map(fixed), new Map()];
  else {
    for (const [options, numbers] of settlements(rest, fixed)) {
      for (const o of first.options) yield [new Map(options).set(first.issue.id, o), numbers];
      for (const n of first.pieces) yield [options, new Map(numbers).set(first.issue.id, n)];
    }
  }
}

/** How a text settles each point, as text by the name of the point; undefined: it does not. Numbers are told by their piece, from 0. */
export function settledIn({ table, questions, words }: Layout, deal: Deal): Map<string, string | undefined> {
  const inOrOut = (is: boolean): string => (is ? 'in' : 'out');
  const settled = new Map<string, string | undefined>();
  for (const id of table.instruments) settled.set(`instrument ${id}`, inOrOut(deal.instruments.has(id)));
  for (const { issue, pieces } of questions) {
    const number = deal.numbers.get(issue.id);
    const piece = number === undefined ? undefined : String(pieces.findIndex(p => compare(p, number) === 0));
    settled.set(`issue ${issue.id}`, issue.range === undefined ? deal.options.get(issue.id) : piece);
  }
  for (const id of table.steps) settled.set(`step ${id}`, inOrOut(deal.steps.has(id)));
  for (const text of words) settled.set(`words ${text}`, inOrOut(deal.words.has(text)));
  return settled;
}

/** A text in one line, for messages. */
export function told(layout: Layout, deal: Deal): string {
  const numbers = [...deal.numbers].map(([issue, n]) => `${issue}=${show(n)}`);
  return [...settledIn(layout, deal)].map(([point, option]) => `${point}:${option ?? '-'}`).concat(numbers).join(' ');
}
