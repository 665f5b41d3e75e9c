/** Times, sums of deadlines, fallbacks, and the longest time that a promise may take. */
import { describe, expect, it } from 'vitest';
import type { Cond, Deadline, Norm, Rule } from '../../model/src/case.js';
import { actor, atLeast, attackOn, caseOf, days, decided, decision, event, instrument, norm, one, PLACE, promise, scenario, set, to } from '../src/build.js';
import { before, fraction, judge, sum, type OracleVerdict } from '../src/index.js';

const place = PLACE;
const unanimity: Rule = { kind: 'unanimity', place };
const promptly: Deadline = { kind: 'indeterminate', word: 'promptly', place };

function verdict(norms: readonly Norm[], within?: number, attacker = 'R'): OracleVerdict {
  const case_ = caseOf({
    actors: ['A', 'B', 'V', 'R'].map(a => actor(a)),
    acts: [['assist'], ['consult']],
    instruments: [instrument('T', norms)],
    scenarios: [scenario('Attack', [event(one(attacker), one('V'))])],
    promises: [promise('Help', atLeast(1, set('A', 'B'), 'assist', 'V'), within === undefined ? {} : { within: fraction(within) })],
  });
  return judge(case_, { promise: 'Help', arrangement: 'All', scenario: 'Attack' });
}

function assist(when: Cond, deadline: Deadline): Norm {
  return norm('T', 1, 'duty', set('A', 'B'), to('assist', 'V'), { when, deadline });
}

describe('times', () => {
  it('are ordered days, indeterminate, none, and subtract accordingly', () => {
    expect(before(fraction(5), fraction(2))).toEqual(fraction(3));
    expect(before(fraction(1, 2), fraction(1))).toBeUndefined();
    expect(before(fraction(5), 'indeterminate')).toBeUndefined();
    expect(before('indeterminate', fraction(9))).toBe('indeterminate');
    expect(before('indeterminate', 'none')).toBeUndefined();
    expect(before('none', 'none')).toBe('none');
    expect(sum(fraction(1), 'indeterminate')).toBe('indeterminate');
    expect(sum('none', 'indeterminate')).toBe('none');
  });
});

describe('the longest time', () => {
  it('adds the delay, the deadline of the decision and that of the duty', () => {
    const when: Cond = { kind: 'after', delay: days(2), of: decided(decision(set('A', 'B'), unanimity, { deadline: days(3) })), place };
    const found = verdict([assist(when, days(fraction(3, 2)))]);
    expect([found.strength, found.longest]).toEqual(['collective', fraction(13, 2)]);
    expect(verdict([assist(when, days(1))], 6).strength).toBe('collective');
    expect(verdict([assist(when, days(1))], 5).strength).toBe('voluntary');
  });

  it('is indeterminate with "promptly", and none without a deadline', () => {
    expect(verdict([assist(attackOn(one('V')), promptly)]).longest).toBe('indeterminate');
    expect(verdict([assist(attackOn(one('V')), { kind: 'none' })]).longest).toBe('none');
    expect(verdict([assist(attackOn(one('V')), promptly)], 30).strength).toBe('voluntary');
  });

  it('of a fallback is that of the decision that failed', () => {
    const d = decision(set('A', 'B'), unanimity, { deadline: days(3) });
    const failing: Cond = { kind: 'or', of: [decided(d), { kind: 'failing', decision: d, place }], place };
    const found = verdict([assist(failing, days(1))], undefined, 'B');
    expect([found.strength, found.longest]).toEqual(['automatic', fraction(4)]);
    expect(verdict([assist(failing, days(1))], 3, 'B').strength).toBe('voluntary');
  });

  it('counts a negated condition without any limit', () => {
    const late: Cond = { kind: 'not', of: { kind: 'after', delay: days(100), of: attackOn(one('V')), place }, place };
    expect(verdict([assist(late, days(0))]).strength).toBe('voluntary');
  });
});
