import type { Formula } from '../game.js';
import { addRational, showRational, ZERO, type Rational } from '../rational.js';
import type { Ballot, Rule } from '../rule.js';

/** Members that a rule treats alike, without gaps, in the order of their first member. */
export type Groups = readonly (readonly number[])[];

/**
 * The members that the text of a formula treats alike: in each weighted sum, at any depth, they have the same weight. They are interchangeable in the
 * game; the reverse need not hold (two members may be equal in effect though their weights differ).
 *
 * @param label members with different labels are kept apart
 */
export function groupsOfFormula(n: number, formula: Formula, label: (member: number) => unknown = () => undefined): Groups {
  const marks = Array.from({ length: n }, (_, i) => [`${String(label(i))}`]);
  let node = 0;
  const visit = (part: Formula): void => {
    if (part.kind === 'constant') return;
    if (part.kind === 'not') return visit(part.of);
    if (part.kind !== 'threshold') return part.of.forEach(visit);
    const here = node++;
    const weights = new Map<number, bigint>();
    for (const { of, weight } of part.terms) {
      if (typeof of === 'number') weights.set(of, (weights.get(of) ?? 0n) + weight);
      else visit(of);
    }
    for (const [member, weight] of weights) if (weight !== 0n) marks[member]!.push(`${here}:${weight}`);
  };
  visit(formula);
  return gather(marks.map((mark) => mark.join(' ')));
}

/** The members that the text of a rule treats alike whichever of these ballots they cast; see `groupsOfFormula`. */
export function groupsOfRule(n: number, rule: Rule, ballots: readonly Ballot[], label: (member: number) => unknown = () => undefined): Groups {
  const marks = Array.from({ length: n }, (_, i) => [`${String(label(i))}`]);
  let node = 0;
  const visit = (part: Rule): void => {
    if (part.kind === 'not') visit(part.of);
    if (part.kind === 'and' || part.kind === 'or') part.of.forEach(visit);
    if (part.kind !== 'sum') return;
    const here = node++;
    const counts = new Map<number, Rational[]>();
    for (const { voter, counts: adds } of part.terms) {
      if (typeof voter !== 'number') visit(voter);
      else counts.set(voter, ballots.map((ballot, b) => addRational(counts.get(voter)?.[b] ?? ZERO, adds[ballot] ?? ZERO)));
    }
    for (const [member, adds] of counts) if (adds.some(({ num }) => num !== 0n)) marks[member]!.push(`${here}:${adds.map(showRational).join(',')}`);
  };
  visit(rule);
  return gather(marks.map((mark) => mark.join(' ')));
}

function gather(keys: readonly string[]): Groups {
  const groups = new Map<string, number[]>();
  keys.forEach((key, member) => {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [member]);
    else group.push(member);
  });
  return [...groups.values()];
}
