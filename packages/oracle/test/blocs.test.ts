/** Bodies that vote in other bodies, and rules that count those against or opting out by their share. */
import { describe, expect, it } from 'vitest';
import type { Body, Recusal, Rule, SetExpr } from '../../model/src/case.js';
import { actor, body, caseOf, decision, event, instrument, number, one, PLACE, promise, PROVENANCE, role, scenario, set } from '../src/build.js';
import { evaluateUnder, fraction, judge, type OracleVerdict } from '../src/index.js';

const place = PLACE;
const provenance = PROVENANCE;
const unanimity: Rule = { kind: 'unanimity', place };
const yes = (n: number, more: Partial<Extract<Rule, { kind: 'yes' }>> = {}): Rule => ({ kind: 'yes', threshold: { kind: 'count', count: number(n), strict: false }, place, ...more });
const half = (basis: 'members' | 'present' | 'voting'): Rule => ({ kind: 'yes', threshold: { kind: 'share', share: fraction(1, 2), basis, strict: true }, place });
const only = (rule: Rule): Body['rules'] => [{ matters: [], rule, place, provenance }];

/** An assembly of A (weight 1), B (2) and the union of C (3) and D (4); R attacks V. The promise is a decision of the assembly on admission. */
function verdict(rule: Rule, union: Partial<Body> = {}, assembly: Partial<Body> = {}, others: readonly Body[] = []): OracleVerdict {
  const own = body('Union', set('C', 'D'), { matterNames: ['admission'], rules: only(unanimity), ...union });
  const whole = body('Assembly', set('A', 'B'), { matterNames: ['admission', 'budget'], rules: only(rule), blocs: ['Union'], ...assembly });
  const case_ = caseOf({
    actors: [...['A', 'B', 'C', 'D'].map((a, i) => actor(a, { votes: i + 1 })), actor('V'), actor('R')],
    bodies: [whole, own, ...others],
    instruments: [instrument('Charter', [])],
    scenarios: [scenario('Attack', [event(one('R'), one('V'))])],
    promises: [promise('Admission', { kind: 'decision', decision: decision({ kind: 'body', id: 'Assembly', place }, undefined, { body: 'Assembly', matter: 'Assembly.admission', ballots: 'Assembly.admission' }), place })],
  });
  return judge(case_, { promise: 'Admission', arrangement: 'All', scenario: 'Attack' });
}

describe('a bloc', () => {
  it('casts one vote, as it decides itself', () => {
    expect(verdict(unanimity).vetoers).toEqual(['A', 'B', 'C', 'D']);
    expect(verdict(yes(3)).vetoers).toEqual(['A', 'B', 'C', 'D']);
    expect(verdict(yes(2)).holding).toEqual([['A', 'B'], ['A', 'C', 'D'], ['B', 'C', 'D']]);
    expect(verdict(yes(4)).strength).toBe('forbidden');
    expect(verdict(unanimity, {}, { blocs: [] }).vetoers).toEqual(['A', 'B']);
    expect(verdict(yes(1)).deciding.table.choices.map(c => c.key)).toContain('ballot:Union/Assembly.admission:C');
  });

  it('decides by its own rule for the matter of the same name', () => {
    const special: Body['rules'] = [{ matters: ['Union.admission'], rule: { kind: 'always', place }, place, provenance }, ...only(unanimity)];
    expect(verdict(unanimity, { rules: special }).vetoers).toEqual(['A', 'B']);
    expect(verdict(unanimity, { rules: special, matters: [] }).vetoers).toEqual(['A', 'B', 'C', 'D']);
    expect(verdict(unanimity, { rules: [] }).strength).toBe('forbidden');
    const barred: Recusal = { who: one('D'), how: 'excluded', matters: [], place, provenance };
    expect(verdict(unanimity, { recusals: [barred] }).vetoers).toEqual(['A', 'B', 'C']);
  });

  it('votes no where it does not pass the question', () => {
    const nobodyAgainst: Rule = { kind: 'no-fewer-than', count: number(1), place };
    expect(verdict(nobodyAgainst).othersAbstain).toBe(true);
    expect(verdict(nobodyAgainst).vetoers).toEqual(['A', 'B', 'C', 'D']);
    // A and B may stay away; the union may not, for it then votes no.
    expect(verdict({ kind: 'consensus', place }).deciding.at(['A', 'B'], 'absent')).toBe(false);
    expect(verdict({ kind: 'consensus', place }).deciding.at(['C', 'D'], 'absent')).toBe(true);
  });

  it('weighs what its members weigh together', () => {
    // 1 + 2 + 7.
    expect(verdict(yes(7, { attribute: 'votes' })).holding).toEqual([['C', 'D']]);
    expect(verdict(yes(8, { attribute: 'votes' })).holding).toEqual([['A', 'C', 'D'], ['B', 'C', 'D']]);
    expect(verdict(yes(11, { attribute: 'votes' })).strength).toBe('forbidden');
  });

  it('is in no subset, is always present, and counts among the members', () => {
    const everyone: SetExpr = role('everyone');
    expect(verdict({ kind: 'unanimity', among: everyone, place }).vetoers).toEqual(['A', 'B']);
    expect(verdict(half('members')).holding).toEqual([['A', 'B'], ['A', 'C', 'D'], ['B', 'C', 'D']]);
    // Two of three present although A and B stay away: one yes of one present is enough, but the union's no stands against A's yes.
    expect(verdict(half('voting')).deciding.at(['C', 'D'], 'absent')).toBe(true);
    expect(verdict(half('voting')).deciding.at(['A'], 'absent')).toBe(false);
    const quorum = { kind: 'count', count: number(2), strict: false } as const;
    expect(verdict(yes(1), {}, { quorum }).deciding.at(['A'], 'absent')).toBe(true);
    expect(verdict(yes(1), {}, { quorum: { ...quorum, count: number(3) } }).deciding.at(['A'], 'absent')).toBe(false);
  });

  it('is touched by no recusal of the body', () => {
    const all: Recusal = { who: role('everyone'), how: 'excluded', matters: [], place, provenance };
    expect(verdict(unanimity, {}, { recusals: [all] }).vetoers).toEqual(['C', 'D']);
  });

  it('may itself have blocs', () => {
    const inner = body('Inner', one('R'), { rules: only(unanimity) });
    const again = verdict(unanimity, { blocs: ['Inner'] }, {}, [inner]);
    expect([again.strength, again.vetoers]).toEqual(['captive', ['A', 'B', 'C', 'D', 'R']]);
    expect(again.deciding.table.choices.map(c => c.key)).toContain('ballot:Inner/Union/Assembly.admission:R');
  });
});

describe('fewer than a share', () => {
  const fewer = (who: 'against' | 'opting-out', num: number, den: number, attribute?: string): Rule => ({ kind: 'fewer', who, share: fraction(num, den), ...(attribute === undefined ? {} : { attribute }), place });
  const alone = { blocs: [], members: set('A', 'B', 'C', 'D') };

  it('against: of the heads of those who may vote', () => {
    // Fewer than 2 of 4 against: three must not vote no.
    expect(verdict(fewer('against', 1, 2), {}, alone).stopping).toHaveLength(6);
    expect(verdict(fewer('against', 1, 4), {}, alone).vetoers).toEqual(['A', 'B', 'C', 'D']);
    expect(verdict(fewer('against', 1, 2), {}, alone).othersAbstain).toBe(true);
    expect(verdict(fewer('against', 1, 1), {}, alone).stopping).toEqual([['A', 'B', 'C', 'D']]);
    // Nobody is fewer than any share, of nobody too.
    expect(verdict(fewer('against', 1, 2), {}, { ...alone, members: { kind: 'union', of: [], place } }).strength).not.toBe('forbidden');
  });

  it('against: of an attribute, exactly', () => {
    // 1 + 2 + 3 + 4 = 10: those against may have less than 5.
    expect(verdict(fewer('against', 1, 2, 'votes'), {}, alone).stopping).toEqual([['A', 'D'], ['B', 'C'], ['B', 'D'], ['C', 'D']]);
    expect(verdict(fewer('against', 2, 5, 'votes'), {}, alone).vetoers).toEqual(['D']);
  });

  it('counts a bloc that votes no, and none that opts out', () => {
    expect(verdict(fewer('against', 1, 3)).vetoers).toEqual(['A', 'B', 'C', 'D']);
    // 7 of 10 votes.
    expect(verdict(fewer('against', 1, 2, 'votes')).stopping).toEqual([['C'], ['D']]);
    expect(verdict(fewer('opting-out', 1, 3)).vetoers).toEqual(['A', 'B']);
  });

  it('opting out: abstentions with a declaration', () => {
    const { deciding } = verdict(fewer('opting-out', 1, 2), {}, { blocs: [] });
    const value = (a: string, declares: string): boolean =>
      evaluateUnder(deciding.world, deciding.mode, new Map([['A', a], ['B', 'yes']].map(([x, b]) => [`ballot:Assembly.admission:${String(x)}`, String(b)]).concat([['declares:Assembly.admission:A', declares]]) as [string, string][]));
    expect([value('abstain', 'true'), value('abstain', 'false'), value('no', 'true'), value('absent', 'true')]).toEqual([false, true, true, true]);
    expect(verdict(fewer('opting-out', 1, 2, 'votes'), {}, { blocs: [] }).stopping).toEqual([['B']]);
    // Whoever must abstain opts out only by declaring it.
    const forced: Recusal = { who: one('A'), how: 'abstains', matters: [], place, provenance };
    expect(verdict(fewer('opting-out', 1, 2), {}, { blocs: [], recusals: [forced] }).vetoers).toEqual(['A', 'B']);
    expect(verdict(fewer('opting-out', 1, 2), {}, { blocs: [], recusals: [{ ...forced, how: 'excluded' }] }).vetoers).toEqual(['B']);
  });
});
