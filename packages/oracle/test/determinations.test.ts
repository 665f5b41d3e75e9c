/** Determinations, opting out, requests, the bearer of a norm, and limits to the bearer's own figure. */
import { describe, expect, it } from 'vitest';
import type { Cond, Deadline, Decision, Determination, Norm, Rule, SetExpr } from '../../model/src/case.js';
import { actor, atLeast, body, caseOf, days, decided, decision, event, instrument, norm, number, one, PLACE, promise, PROVENANCE, role, scenario, set, to } from '../src/build.js';
import { evaluateUnder, fraction, judge, type OracleVerdict } from '../src/index.js';

const place = PLACE;
const both = set('A', 'B');
const none: Deadline = { kind: 'none' };
const nobody: SetExpr = { kind: 'union', of: [], place };
const unanimity: Rule = { kind: 'unanimity', place };

/** R attacks V; promised is that so many of A and B assist V. A council of A, B and R shuts out the attacker on its first matter. */
function verdict(norms: readonly Norm[], count = 1, within?: number): OracleVerdict {
  const council = body('Council', set('A', 'B', 'R'), {
    matterNames: ['peace', 'budget'], rules: [{ matters: [], rule: unanimity, place, provenance: PROVENANCE }],
    recusals: [{ who: role('attacker'), how: 'excluded', matters: ['Council.peace'], place, provenance: PROVENANCE }],
  });
  const case_ = caseOf({
    actors: [actor('A', { forces: 10 }), actor('B', { forces: 20 }), actor('V'), actor('R')],
    bodies: [council],
    acts: [['assist'], ['tell']],
    instruments: [instrument('T', norms)],
    scenarios: [scenario('Attack', [event(one('R'), one('V'))])],
    promises: [
      promise('Help', atLeast(count, both, 'assist', 'V'), within === undefined ? {} : { within: fraction(within) }),
      promise('Forces', { kind: 'no-limit', who: both, attributes: ['forces'], upTo: fraction(15), place }),
    ],
  });
  return judge(case_, { promise: norms.some(n => n.action.kind === 'exceed') ? 'Forces' : 'Help', arrangement: 'All', scenario: 'Attack' });
}

const assist = (when: Cond, more: Partial<Norm> = {}): Norm => norm('T', 1, 'duty', both, to('assist', 'V'), { when, ...more });
const found = (kind: 'finds' | 'unfound', who: SetExpr, more: Partial<Determination> = {}): Cond =>
  ({ kind, determination: { who, any: false, fact: 'war', deadline: none, ...more }, place });
const strength = (when: Cond, within?: number): string => verdict([assist(when, within === undefined ? {} : { deadline: days(0) })], 1, within).strength;

describe('a determination', () => {
  it('is made by all of a set, or by one of it, each for itself', () => {
    expect(verdict([assist(found('finds', both))]).vetoers).toEqual(['A', 'B']);
    expect(verdict([assist(found('finds', both, { any: true }))]).stopping).toEqual([['A', 'B']]);
    expect(strength(found('finds', set('A', 'R')))).toBe('captive');
    expect(strength(found('finds', set('A', 'R'), { any: true }))).toBe('collective');
    expect(strength(found('finds', nobody))).toBe('voluntary');
    expect(strength(found('finds', nobody, { any: true }))).toBe('voluntary');
    expect(verdict([assist(found('finds', both))]).owed.table.choices.map(c => c.key).sort()).toEqual(['finds:war:A', 'finds:war:B']);
  });

  it('waits for the request that it needs', () => {
    const request = (who: SetExpr, any = false): Partial<Determination> => ({ request: { who, any } });
    expect(strength(found('finds', one('V'), request(one('V'))))).toBe('automatic');
    expect(strength(found('finds', one('V'), request(set('V', 'R'))))).toBe('captive');
    expect(strength(found('finds', one('V'), request(set('V', 'R'), true)))).toBe('automatic');
    expect(strength(found('finds', one('V'), request(nobody)))).toBe('voluntary');
  });

  it('takes its time', () => {
    const by = (deadline: Deadline): Cond => found('finds', one('V'), { deadline });
    expect(strength(by(days(3)), 3)).toBe('automatic');
    expect(strength(by(days(3)), 2)).toBe('voluntary');
    expect(strength(by(none), 2)).toBe('voluntary');
    expect(verdict([assist(by(days(3)), { deadline: days(1) })]).longest).toEqual(fraction(4));
  });

  it('not made by its deadline is a fact of its own, which no deadline never is', () => {
    const hostile = one('R');
    expect(strength(found('finds', hostile, { deadline: days(3) }))).toBe('captive');
    // Not finding it is R's to refuse, finding or not finding it nobody's.
    expect(strength(found('unfound', hostile, { deadline: days(3) }))).toBe('captive');
    const either = (deadline: Deadline): Cond => ({ kind: 'or', of: [found('finds', hostile, { deadline }), found('unfound', hostile, { deadline })], place });
    expect(strength(either(days(3)))).toBe('automatic');
    expect(strength(either(none))).toBe('captive');
    expect([strength(either(days(3)), 3), strength(either(days(3)), 2)]).toEqual(['automatic', 'voluntary']);
    expect(strength(found('unfound', nobody, { deadline: days(3) }))).toBe('automatic');
    expect(strength(found('unfound', one('R'), { deadline: days(3), request: { who: one('V'), any: false } }))).toBe('automatic');
  });
});

describe('opting out', () => {
  const ofCouncil = (matter: string): Decision =>
    decision({ kind: 'body', id: 'Council', place }, undefined, { body: 'Council', matter: `Council.${matter}`, ballots: `Council.${matter}` });
  const out = (who: SetExpr, matter: string, any = false): Cond => ({ kind: 'opted-out', who, any, decision: ofCouncil(matter), place });

  it('is an abstention with a declaration of one entitled to vote', () => {
    const { owed } = verdict([assist(out(one('A'), 'budget'))]);
    expect(owed.table.choices.map(c => c.key).sort()).toEqual(['ballot:Council.budget:A', 'declares:Council.budget:A']);
    const value = (ballot: string, declares: boolean): boolean =>
      evaluateUnder(owed.world, owed.mode, new Map([['ballot:Council.budget:A', ballot], ['declares:Council.budget:A', String(declares)]]));
    expect([value('abstain', true), value('abstain', false), value('absent', true), value('no', true)]).toEqual([true, false, false, false]);
  });

  it('asks for all of a set, or for one, and not for those shut out', () => {
    expect(strength(out(set('A', 'R'), 'budget'))).toBe('captive');
    expect(strength(out(set('A', 'R'), 'budget', true))).toBe('collective');
    expect(strength(out(one('R'), 'peace'))).toBe('voluntary');
    expect(strength(out(set('A', 'R'), 'peace'))).toBe('voluntary');
    expect(strength(out(one('V'), 'budget'))).toBe('voluntary');
    expect(strength(out(nobody, 'budget'))).toBe('voluntary');
  });

  it('frees the bearer that opts out, and nobody else', () => {
    const it = role('bearer');
    const guarantee = assist(decided(ofCouncil('peace')), { unless: [out(it, 'peace')] });
    // Unanimous, so one who abstains stops it for all.
    expect(verdict([guarantee]).vetoers).toEqual(['A', 'B']);
    const consensus: Decision = { ...ofCouncil('peace'), rule: { kind: 'consensus', place } };
    const loose = assist(decided(consensus), { unless: [{ kind: 'opted-out', who: it, any: false, decision: consensus, place }] });
    expect(verdict([loose], 2).vetoers).toEqual(['A', 'B']);
    const { owed } = verdict([loose]);
    const ballots = new Map([['ballot:Council.peace:A', 'abstain'], ['declares:Council.peace:A', 'true'], ['ballot:Council.peace:B', 'yes']]);
    expect(evaluateUnder(owed.world, owed.mode, ballots)).toBe(true);
    expect(evaluateUnder(owed.world, verdict([loose], 2).owed.mode, ballots)).toBe(false);
  });
});

describe('a decision at a request', () => {
  it('needs it', () => {
    const on = (who: SetExpr, any = false): Cond => decided(decision(one('A'), unanimity, { request: { who, any } }));
    expect(verdict([assist(on(one('B')))]).vetoers).toEqual(['A', 'B']);
    expect(verdict([assist(on(one('V')))]).vetoers).toEqual(['A']);
    expect(strength(on(set('V', 'R')))).toBe('captive');
    expect(strength(on(set('V', 'R'), true))).toBe('collective');
    expect(strength(on(nobody))).toBe('voluntary');
  });
});

describe('the bearer', () => {
  const asks = (who: SetExpr): Cond => ({ kind: 'request', who, any: false, place });
  it('is each one bound in its own conditions, and nobody elsewhere', () => {
    expect(verdict([assist(asks(role('bearer')))], 1).stopping).toEqual([['A', 'B']]);
    expect(verdict([assist(asks(role('bearer')))], 2).vetoers).toEqual(['A', 'B']);
    expect(verdict([assist(asks(both))], 1).vetoers).toEqual(['A', 'B']);
    expect(verdict([{ ...assist(asks(one('V'))), bearer: role('bearer') }]).strength).toBe('voluntary');
    expect(verdict([{ ...assist(asks(one('V'))), action: { kind: 'act', act: 'assist', target: { kind: 'role', role: 'bearer' } } }]).strength).toBe('voluntary');
  });

  it('votes or does not vote on its own duty', () => {
    const others: SetExpr = { kind: 'difference', from: set('A', 'B', 'R'), without: role('bearer'), place };
    const found = verdict([assist(decided(decision(others, unanimity)))]);
    expect([found.strength, found.vetoers]).toEqual(['captive', ['R']]);
    expect(verdict([assist(decided(decision(others, { kind: 'consensus', among: role('bearer'), place })))]).strength).toBe('voluntary');
  });

  it('is another one in the norm of another', () => {
    // Each assists once all of them tell V; each tells V at its own request.
    const tell = norm('T', 2, 'duty', both, to('tell', 'V'), { when: asks(role('bearer')) });
    const told: Cond = { kind: 'did', quantifier: { kind: 'all' }, who: both, act: 'tell', target: { kind: 'thing', id: 'V' }, place };
    const { owed } = verdict([assist(told), tell]);
    const ask = (a: string, b: string): boolean =>
      evaluateUnder(owed.world, owed.mode, new Map([['request:A', a], ['request:B', b], ['will:tell:V:A', 'false'], ['will:tell:V:B', 'false']]));
    expect([ask('true', 'true'), ask('true', 'false'), ask('false', 'true')]).toEqual([true, false, false]);
  });

  it('is banned, excepted and limited for itself', () => {
    const ban = norm('T', 2, 'ban', both, to('assist', 'V'), { when: asks(role('bearer')) });
    const free = { kind: 'true', place } as const;
    expect(verdict([assist(free), ban], 2).vetoers).toEqual(['A', 'B']);
    expect(verdict([assist(free), ban], 1).stopping).toEqual([['A', 'B']]);
    const always = norm('T', 2, 'ban', both, to('assist', 'V'), { unless: [asks(role('bearer'))] });
    expect(verdict([assist(free), always], 1).stopping).toEqual([['A', 'B']]);
    const right = norm('T', 3, 'right', both, to('assist', 'V'), { when: asks(role('bearer')) });
    expect(verdict([assist(free), norm('T', 2, 'ban', both, to('assist', 'V')), right], 1).stopping).toEqual([['A', 'B']]);
  });
});

describe('a limit to the bearer\'s own figure', () => {
  const own: Norm['action'] = { kind: 'exceed', attribute: 'forces', max: { kind: 'own', attribute: 'forces', place } };
  it('is that of each, and none for those who have none', () => {
    // A has 10, B has 20, V none; asked for are 15.
    expect(verdict([norm('T', 1, 'ban', one('A'), own)]).strength).toBe('forbidden');
    expect(verdict([norm('T', 1, 'ban', one('B'), own)]).strength).toBe('automatic');
    expect(verdict([norm('T', 1, 'ban', both, { ...own, max: { kind: 'own', attribute: 'votes', place } })]).strength).toBe('automatic');
    const guarded = norm('T', 1, 'ban', both, own, { when: { kind: 'consent', who: role('bearer'), any: false, subject: 's', place } });
    expect(verdict([guarded]).vetoers).toEqual(['A']);
  });

  it('is no number in a rule or a quorum', () => {
    const figure = { kind: 'own', attribute: 'forces', place } as const;
    const yes: Rule = { kind: 'yes', threshold: { kind: 'count', count: figure, strict: false }, place };
    expect(strength(decided(decision(both, yes)))).toBe('voluntary');
    const quorate: Rule = { kind: 'restricted', rule: { kind: 'always', place }, recusals: [], quorum: { kind: 'count', count: figure, strict: false }, place };
    expect(strength(decided(decision(both, quorate)))).toBe('automatic');
    expect(strength(decided(decision(both, { kind: 'no-fewer-than', count: number(1), place })))).toBe('collective');
  });
});
