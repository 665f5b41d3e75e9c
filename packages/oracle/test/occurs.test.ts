/** The random cases contain every kind of everything that the data types know: a new kind or part fails here until it is generated, or said to mean nothing. */
import { expect, it } from 'vitest';
import type {
  Action, Arrangement, Body, BodyRule, Cond, Deadline, Decision, Deed, Determination, Ending, Instrument, Issue, Norm, Promise_, PromiseExpr, Provisional, Quantifier, Quantity,
  Recusal, Reservation, Role, Rule, RuleCount, Scenario, ScenarioEvent, SetExpr, Target, Withdrawal,
} from '../../model/src/case.js';
import { randomCase } from '../src/index.js';
import { census, type Union } from './support/census.js';

/** How often it must occur at least among the cases; `off`: it has no meaning for a verdict, or it is no part of an arrangement. */
type Wanted = number | 'off';
type Kinds<T extends { readonly kind: string }> = Readonly<Record<T['kind'], Wanted>>;
/** Optional parts, and lists, which may be empty. */
type Optional<T> = { [K in keyof T]-?: undefined extends T[K] ? K : [Extract<T[K], readonly unknown[]>] extends [never] ? never : K }[keyof T];
type Parts<T> = Readonly<Record<Optional<T>, Wanted>>;
/** Optional parts of the kinds of a union, by kind. */
type OfKind<T, K> = T extends { readonly kind: infer All } ? (K extends All ? T : never) : never;
type KindParts<T extends { readonly kind: string }> = { readonly [K in T['kind'] as [Optional<OfKind<T, K>>] extends [never] ? never : K]: Parts<OfKind<T, K>> };

const UNIONS: {
  SetExpr: Kinds<SetExpr>; Cond: Kinds<Cond>; Rule: Kinds<Rule>; RuleCount: Kinds<RuleCount>; Quantity: Kinds<Quantity>; Deadline: Kinds<Deadline>; Target: Kinds<Target>;
  Quantifier: Kinds<Quantifier>; PromiseExpr: Kinds<PromiseExpr>; Action: Kinds<Action>;
} & Readonly<Record<Union, unknown>> = {
  SetExpr: { actor: 10, group: 10, body: 10, role: 10, parties: 10, union: 10, intersection: 10, difference: 10, during: 10, choice: 10 },
  Cond: {
    true: 10, and: 10, or: 10, not: 10, event: 10, decided: 10, failing: 10, did: 10, consent: 10, request: 10, fact: 10, finds: 10, unfound: 10, 'opted-out': 10, signed: 10,
    ratified: 10, withdrawn: 10, after: 10, choice: 10,
  },
  Rule: {
    unanimity: 10, consensus: 10, yes: 10, 'no-fewer-than': 10, fewer: 10, approves: 10, decision: 10, and: 10, or: 10, restricted: 10, always: 10, choice: 10,
  },
  RuleCount: { count: 10, share: 10 },
  Quantity: { number: 10, choice: 10, own: 10, range: 10 },
  Deadline: { none: 10, days: 10, indeterminate: 10, date: 10, choice: 10 },
  Target: { none: 10, thing: 10, role: 10, each: 10, 'one-another': 10 },
  Quantifier: { all: 10, 'at-least': 10, share: 10 },
  PromiseExpr: { and: 10, or: 10, act: 10, decision: 10, 'free-to': 10, 'no-limit': 10 },
  Action: { act: 10, exceed: 10 },
};

const KIND_PARTS: { Cond: KindParts<Cond>; Rule: KindParts<Rule>; PromiseExpr: KindParts<PromiseExpr>; SetExpr: KindParts<SetExpr> } = {
  Cond: { and: { of: 10 }, or: { of: 10 }, event: { by: 10, within: 10, outside: 10 }, choice: { alternatives: 10 } },
  Rule: {
    unanimity: { among: 10 }, consensus: { among: 10 }, yes: { among: 10, attribute: 10 }, 'no-fewer-than': { among: 10 }, fewer: { among: 10, attribute: 10 },
    and: { of: 10 }, or: { of: 10 }, restricted: { recusals: 10, quorum: 10 }, choice: { alternatives: 10 },
  },
  PromiseExpr: { and: { of: 10 }, or: { of: 10 }, 'no-limit': { attributes: 10, upTo: 10 } },
  SetExpr: { union: { of: 10 }, intersection: { of: 10 }, during: { from: 10, until: 10 }, choice: { alternatives: 10 } },
};

const RECORDS: {
  Instrument: Parts<Instrument>; Body: Parts<Body>; BodyRule: Parts<BodyRule>; Decision: Parts<Decision>; Arrangement: Parts<Arrangement>; Norm: Parts<Norm>; Scenario: Parts<Scenario>;
  ScenarioEvent: Parts<ScenarioEvent>; Promise: Parts<Promise_>; Determination: Parts<Determination>; Provisional: Parts<Provisional>; Notice: Parts<Instrument['notices'][number]>;
  Reservation: Parts<Reservation>; Deed: Parts<Deed>; Ending: Parts<Ending>; Withdrawal: Parts<Withdrawal>; Recusal: Parts<Recusal>; Issue: Parts<Issue>;
} = {
  Instrument: {
    parties: 10, articles: 10, norms: 10, silences: 'off', signed: 10, inForceSince: 10, entry: 10, expires: 10, renewal: 10, ends: 10, suspensions: 10, provisional: 10, signatures: 10,
    ratifications: 10, reservations: 10, accessions: 10, withdrawal: 10, notices: 10, prevailsOver: 10, yieldsTo: 10, statements: 'off',
  },
  Body: { blocs: 10, matters: 10, rules: 10, recusals: 10, quorum: 10, instrument: 'off', statements: 'off' },
  BodyRule: { matters: 10, deadline: 10 },
  Decision: { body: 10, matter: 10, rule: 10, request: 10 },
  Arrangement: { instruments: 10, options: 10, laterPrevails: 10, promises: 'off', scenarios: 'off', judged: 'off' },
  Norm: { unless: 10, options: 10, means: 10, subjectTo: 10, notwithstanding: 10, withoutPrejudice: 10 },
  Scenario: { events: 10, requester: 10, date: 10, statements: 'off' },
  ScenarioEvent: { region: 10, date: 10, provenance: 'off' },
  Promise: { beneficiary: 10, within: 10 },
  Determination: { request: 10 },
  Provisional: { since: 10, when: 10, articles: 10 },
  Notice: { on: 10, leaves: 10 },
  Reservation: { on: 10, articles: 10 },
  Deed: { on: 10 },
  Ending: { options: 10, article: 10 },
  Withdrawal: { notBefore: 10, survives: 10 },
  Recusal: { matters: 10 },
  Issue: { options: 10, range: 10, instrument: 'off' },
};

type Values<K extends string> = Readonly<Record<K, Wanted>>;
const VALUES: {
  role: Values<Role>; modality: Values<Norm['modality']>; distribution: Values<Norm['distribution']>; discretion: Values<Norm['discretion']>; how: Values<Recusal['how']>;
  basis: Values<Extract<RuleCount, { kind: 'share' }>['basis']>; who: Values<Extract<Rule, { kind: 'fewer' }>['who']>; prevailsOver: Values<'all'>;
} = {
  role: { attacker: 10, victim: 10, requester: 10, disputants: 10, hostile: 10, others: 10, everyone: 10, bearer: 10 },
  modality: { duty: 10, ban: 10, right: 10, pledge: 10, 'pledge-not': 10 },
  distribution: { each: 10, jointly: 10, any: 10 },
  discretion: { none: 10, own: 10, necessary: 10 },
  how: { excluded: 10, abstains: 10 },
  basis: { members: 10, present: 10, voting: 10 },
  who: { against: 10, 'opting-out': 10 },
  prevailsOver: { all: 10 },
};

/** Every row of the tables as [key of the census, how often]. */
function rows(): (readonly [string, Wanted])[] {
  const flat = (table: object, separator: string): (readonly [string, Wanted])[] =>
    Object.entries(table).flatMap(([group, row]) => Object.entries(row as Record<string, Wanted>).map(([name, wanted]) => [group + separator + name, wanted] as const));
  const kindParts = Object.entries(KIND_PARTS).flatMap(([union, kinds]) => flat(kinds, '.').map(([key, wanted]) => [`${union}:${key}`, wanted] as const));
  return [...flat(UNIONS, ':'), ...kindParts, ...flat(RECORDS, '.'), ...flat(VALUES, '='), ['Scenario.facts', 10], ['Scenario.everyAttacker', 10], ['Scenario.siding', 10], ['Actor.seat', 10], ['Instrument.political', 10]];
}

it('random cases contain every kind of everything', () => {
  const found = new Map<string, number>();
  for (let seed = 0; seed < 2000; seed++) census(randomCase(seed), found);
  const rare = rows().filter(([key, wanted]) => wanted !== 'off' && (found.get(key) ?? 0) < wanted).map(([key]) => `${key}: ${found.get(key) ?? 0}`);
  expect(rare).toEqual([]);
  // What is said to mean nothing is not generated either, or the table is wrong.
  expect(rows().filter(([key, wanted]) => wanted === 'off' && found.has(key)).map(([key]) => key)).toEqual([]);
});

it('conditions that decide on parties and on what applies ask for no deeds', () => {
  const asks = (node: unknown): boolean =>
    typeof node === 'object' && node !== null && (('kind' in node && node.kind === 'did') || Object.values(node).some(asks));
  for (let seed = 0; seed < 2000; seed++) {
    for (const { provisional, renewal, accessions } of randomCase(seed).instruments.values()) expect(asks([provisional, renewal, accessions]), `seed ${seed}`).toBe(false);
  }
});
