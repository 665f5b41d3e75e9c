/** The random negotiations contain every kind of subject, line and rule that the data types know, and every way of choosing lines: a new one fails here until it is generated. */
import { expect, it } from 'vitest';
import type { Negotiation, NegotiationRule, PositionLine, PositionVerb, Status, Strength, Subject } from '../../model/src/case.js';
import { randomNegotiation, type AgreeQuestion } from '../src/index.js';

type Kinds<K extends string> = Readonly<Record<K, true>>;
const SUBJECTS: Kinds<Subject['kind']> = {
  option: true, fact: true, holds: true, 'no-veto': true, order: true, limit: true, number: true, role: true, act: true, 'no-more': true, points: true, instrument: true, text: true,
  and: true, or: true, not: true,
};
const VERBS: Kinds<PositionVerb> = { demands: true, refuses: true, offers: true, accepts: true, prefers: true, values: true, ranks: true };
const RULES: Kinds<NegotiationRule['kind']> = { needs: true, excludes: true, count: true };
const BOUNDS: Kinds<Extract<NegotiationRule, { kind: 'count' }>['bound'] | Extract<Subject, { kind: 'number' }>['bound']> = { exactly: true, 'at-least': true, 'at-most': true };
const WHAT: Kinds<Extract<Subject, { kind: 'no-more' }>['what']> = { right: true, duty: true, ban: true, veto: true };
const STRENGTHS: Kinds<Strength> = { automatic: true, collective: true, captive: true, hollow: true, voluntary: true, forbidden: true };
const STATUSES: Kinds<Status> = { stated: true, reported: true, inferred: true };
const LINE: Kinds<'condition' | 'over' | 'then' | 'points' | 'scale' | 'weight' | 'from' | 'until' & keyof PositionLine> = {
  condition: true, over: true, then: true, points: true, scale: true, weight: true, from: true, until: true,
};
const TABLE: Kinds<keyof Pick<Negotiation, 'parties' | 'instruments' | 'standing' | 'options' | 'steps' | 'scenarios' | 'rules'>> = {
  parties: true, instruments: true, standing: true, options: true, steps: true, scenarios: true, rules: true,
};
const CHOICE: Kinds<Exclude<keyof AgreeQuestion, 'most' | 'limit'>> = { asOf: true, among: true, only: true, minGrade: true, without: true };
const HOLDS: Kinds<'scenario' | 'arrangement' | 'strength' | 'atLeast' | 'within' | 'negated'> = { scenario: true, arrangement: true, strength: true, atLeast: true, within: true, negated: true };

function isThere(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
}

it('random negotiations contain every kind of subject, line and rule', () => {
  const found = new Map<string, number>();
  const add = (key: string): unknown => found.set(key, (found.get(key) ?? 0) + 1);
  const parts = (of: string, node: object): void => Object.entries(node).forEach(([name, value]) => isThere(value) && add(`${of}.${name}`));
  const count = (subject: Subject): void => {
    add(`subject ${subject.kind}`);
    if (subject.kind === 'and' || subject.kind === 'or') subject.of.forEach(count);
    if (subject.kind === 'not') count(subject.of);
    if (subject.kind === 'no-more') add(`what ${subject.what}`);
    if (subject.kind === 'number') add(`number ${subject.bound}`);
    if (subject.kind === 'holds') parts('holds', subject);
    if (subject.kind === 'holds' && subject.strength !== undefined) add(`strength ${subject.strength}`);
  };
  let without = 0;
  for (let seed = 0; seed < 600; seed++) {
    const { case_, question } = randomNegotiation(seed);
    parts('choice', question);
    for (const line of case_.positions) {
      add(`verb ${line.verb}`);
      add(`status ${line.provenance.status ?? 'none'}`);
      parts('line', line);
      [line.subject, line.condition, line.over, ...(line.then ?? [])].forEach((subject) => subject !== undefined && count(subject));
    }
    if (case_.negotiations.size === 0) without++;
    for (const table of case_.negotiations.values()) {
      parts('table', table);
      for (const rule of table.rules) {
        add(`rule ${rule.kind}`);
        if (rule.kind === 'count') add(`count ${rule.bound}`);
        (rule.kind === 'count' ? rule.of : [rule.of, rule.other]).forEach(count);
      }
    }
  }
  const wanted = [
    ...Object.entries({ subject: SUBJECTS, verb: VERBS, rule: RULES, what: WHAT, strength: STRENGTHS, status: STATUSES, count: BOUNDS, number: BOUNDS })
      .flatMap(([of, kinds]) => Object.keys(kinds).map((kind) => `${of} ${kind}`)),
    ...Object.entries({ line: LINE, table: TABLE, choice: CHOICE, holds: HOLDS }).flatMap(([of, names]) => Object.keys(names).map((name) => `${of}.${name}`)),
  ];
  expect(wanted.filter((key) => (found.get(key) ?? 0) < 10)).toEqual([]);
  expect(without, 'cases that declare no negotiation').toBeGreaterThan(20);
});
