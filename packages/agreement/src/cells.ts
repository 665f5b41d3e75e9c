import { addRational, compareRational, rational, type Case, type Id, type Issue, type Option, type PositionLine, type Rational } from '@casus/model';
import { crossings } from './crossings.js';
import { subjectsOf, subjectsOfRule } from './subjects.js';
import type { Table } from './table.js';

/** Numbers between which no demand can tell a difference: just one, or all between two others. */
export interface Cell {
  readonly option: Id;
  /** The lowest and the highest; equal: just this number, otherwise neither end belongs to it. */
  readonly from: Rational;
  readonly to: Rational;
  /** A number of the cell, which stands for all of them. */
  readonly number: Rational;
}

/** The numbers at which something about the numeric issue changes for somebody, besides the ends of its range. */
export type Breakpoints = ReadonlyMap<Id, readonly Rational[]>;

/**
 * Where the truth of a demand can change as the number of an issue moves: the numbers that demands and rules name for it; and, for an attribute that it limits, the
 * numbers that demands and promises name for the attribute. Between two of them every demand is as true at one number as at another.
 */
export function breakpoints(case_: Case, table: Table, lines: readonly PositionLine[]): Breakpoints {
  const subjects = [...lines.flatMap((line) => [...subjectsOf(line)]), ...table.rules.flatMap((rule) => [...subjectsOfRule(rule)])];
  const limited = limitedBy(case_);
  const found = new Map<Id, Rational[]>();
  const add = (issue: Id, value: Rational): void => void found.set(issue, [...(found.get(issue) ?? []), value]);
  for (const subject of subjects) {
    if (subject.kind === 'number') add(subject.issue, subject.value);
    if (subject.kind === 'limit') for (const issue of limited.get(subject.attribute) ?? []) add(issue, subject.value);
  }
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('kind' in node && node.kind === 'no-limit') {
      const { attributes, upTo } = node as unknown as { readonly attributes: readonly Id[]; readonly upTo?: Rational };
      if (upTo !== undefined) for (const attribute of attributes) for (const issue of limited.get(attribute) ?? []) add(issue, upTo);
    }
    Object.values(node).forEach(visit);
  };
  for (const { expr } of case_.promises.values()) visit(expr);
  for (const [issue, number] of crossings(case_, lines)) add(issue, number);
  return found;
}

/** The numeric issues at whose number each attribute is limited. */
function limitedBy(case_: Case): ReadonlyMap<Id, ReadonlySet<Id>> {
  const found = new Map<Id, Set<Id>>();
  const issues = (node: unknown): Id[] => {
    if (typeof node !== 'object' || node === null) return [];
    if ('kind' in node && node.kind === 'range' && 'issue' in node) return [node.issue as Id];
    return Object.values(node).flatMap(issues);
  };
  for (const { norms } of case_.instruments.values()) {
    for (const { action } of norms) {
      if (action.kind !== 'exceed') continue;
      const known = found.get(action.attribute) ?? new Set();
      for (const issue of issues(action.max)) known.add(issue);
      found.set(action.attribute, known);
    }
  }
  return found;
}

/** The cells of a numeric issue, from its lowest number to its highest. */
export function cellsOf(issue: Issue, at: readonly Rational[]): readonly Cell[] {
  const { min, max } = issue.range!;
  const inside = at.filter((value) => compareRational(value, min) >= 0 && compareRational(value, max) <= 0);
  const ends: Rational[] = [];
  for (const value of [min, ...inside, max].sort(compareRational)) if (ends.length === 0 || compareRational(ends.at(-1)!, value) !== 0) ends.push(value);
  const cells: Omit<Cell, 'option'>[] = [];
  ends.forEach((value, i) => {
    const before = ends[i - 1];
    if (before !== undefined) cells.push({ from: before, to: value, number: middle(before, value) });
    cells.push({ from: value, to: value, number: value });
  });
  return cells.map((cell, i) => ({ ...cell, option: `${issue.id}@${i}` }));
}

const middle = (a: Rational, b: Rational): Rational => {
  const sum = addRational(a, b);
  return rational(sum.num, 2n * sum.den);
};

/** The cells as options of the issue, told by their numbers. */
export function optionsOf(issue: Issue, cells: readonly Cell[]): Option[] {
  const unit = issue.range?.unit === undefined ? '' : ` ${issue.range.unit}`;
  return cells.map(({ option, from, to }) => {
    const name = from === to || compareRational(from, to) === 0 ? `${written(from)}${unit}` : `between ${written(from)} and ${written(to)}${unit}`;
    return { id: option, name, label: name, issue: issue.id, heldBy: [], place: issue.place, provenance: issue.provenance };
  });
}

/** A number as people write it: 85,000; 2.5; 1/3. */
export function written({ num, den }: Rational): string {
  const grouped = (n: bigint): string => n.toString().replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  if (den === 1n) return grouped(num);
  let scale = 1n;
  for (let digits = 1; digits <= 9; digits++) {
    scale *= 10n;
    if (scale % den !== 0n) continue;
    const [sign, size] = num < 0n ? ['-', -num] : ['', num];
    const whole = size / den;
    const rest = ((size % den) * (scale / den)).toString().padStart(digits, '0');
    return `${sign}${grouped(whole)}.${rest}`;
  }
  return `${grouped(num)}/${grouped(den)}`;
}
