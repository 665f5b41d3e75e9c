/** Bans, what lifts them, limits, entry and end. */
import { describe, expect, it } from 'vitest';
import type { Instrument, Norm } from '../../model/src/case.js';
import { actor, atLeast, attackOn, caseOf, event, instrument, norm, number, one, PLACE, promise, role, scenario, set, to } from '../src/build.js';
import { evaluateUnder, fraction, judge, replay, type OracleVerdict } from '../src/index.js';

const place = PLACE;
const both = set('A', 'B');
const duty = norm('T', 1, 'duty', both, to('assist', 'V'), { when: attackOn(one('V')) });
const ban = norm('U', 1, 'ban', both, to('help', 'V'));

function verdict(instruments: readonly Instrument[], name = 'Help'): OracleVerdict {
  const case_ = caseOf({
    actors: ['A', 'B', 'V', 'R'].map(a => actor(a)),
    acts: [['help'], ['assist', 'help'], ['supply', 'help']],
    attributes: [],
    instruments,
    scenarios: [scenario('Attack', [event(one('R'), one('V'))])],
    promises: [
      promise('Help', atLeast(1, both, 'assist', 'V')),
      promise('Any', atLeast(1, both, 'help', 'V')),
      promise('Free', { kind: 'free-to', who: one('A'), act: 'assist', target: { kind: 'thing', id: 'V' }, place }),
      promise('Forces', { kind: 'no-limit', who: one('V'), attributes: ['forces'], upTo: fraction(10), place }),
    ],
  });
  return judge(case_, { promise: name, arrangement: 'All', scenario: 'Attack' });
}

function two(norms: readonly Norm[], bans: readonly Norm[], more: Partial<Instrument> = {}): Instrument[] {
  return [instrument('T', norms, more), instrument('U', bans)];
}

describe('a duty against a ban of a more general act', () => {
  it('of equal rank is not counted on', () => {
    expect(verdict(two([duty], [ban])).strength).toBe('forbidden');
  });

  it('prevails by the rank of its instrument, by its own words, or by those of the ban', () => {
    expect(verdict(two([duty], [ban], { prevailsOver: 'all' })).strength).toBe('automatic');
    expect(verdict(two([{ ...duty, notwithstanding: [{ instrument: 'U', place }] }], [ban])).strength).toBe('automatic');
    expect(verdict(two([{ ...duty, notwithstanding: [{ instrument: 'U', article: 'U.art2', place }] }], [ban])).strength).toBe('forbidden');
    expect(verdict(two([duty], [{ ...ban, subjectTo: [{ instrument: 'T', article: 'T.art1', place }] }])).strength).toBe('automatic');
  });

  it('does not lift a ban that leaves another way of keeping it', () => {
    const general = norm('T', 1, 'duty', both, to('help', 'V'));
    const special = norm('U', 1, 'ban', both, to('assist', 'V'));
    const higher = two([general], [special], { prevailsOver: 'all' });
    expect(verdict(higher, 'Free').strength).toBe('forbidden');
    expect(verdict(higher, 'Any').strength).toBe('automatic');
  });
});

describe('a right', () => {
  it('beside the ban lifts it, and in another instrument it does not, whatever its rank', () => {
    const right = norm('U', 2, 'right', both, to('assist', 'V'));
    expect(verdict([instrument('U', [ban, right])], 'Free').strength).toBe('automatic');
    const abroad = norm('T', 1, 'right', both, to('assist', 'V'));
    expect(verdict(two([abroad], [ban], { prevailsOver: 'all' }), 'Free').strength).toBe('forbidden');
    expect(verdict(two([{ ...abroad, notwithstanding: [{ instrument: 'U', place }] }], [ban]), 'Free').strength).toBe('automatic');
  });

  it('is made of the means that are at the bearer\'s own discretion', () => {
    const own = norm('U', 2, 'duty', both, to('supply', 'V'), { discretion: 'own', means: ['assist'] });
    expect(verdict([instrument('U', [ban, own])], 'Free').strength).toBe('automatic');
  });
});

describe('limits', () => {
  const limit = (n: number): Norm => norm('U', 1, 'ban', one('V'), { kind: 'exceed', attribute: 'forces', max: number(n) });
  it('count below what is asked for, and nothing lifts them', () => {
    expect(verdict([instrument('U', [limit(10)])], 'Forces').strength).toBe('automatic');
    expect(verdict([instrument('U', [limit(9)])], 'Forces').strength).toBe('forbidden');
    const right = norm('U', 2, 'right', one('V'), { kind: 'exceed', attribute: 'forces', max: number(10) }, { notwithstanding: [{ instrument: 'U', place }] });
    expect(verdict([instrument('U', [limit(9), right])], 'Forces').strength).toBe('forbidden');
  });
});

describe('entry and end', () => {
  it('need the attacker where all parties ratify, and an attacker ends what it may leave', () => {
    const provenance = { cites: [] };
    const all = { kind: 'all' } as const;
    const found = verdict([
      instrument('T', [duty], {
        entry: { when: { kind: 'ratified', quantifier: all, who: set('A', 'R'), instrument: 'T', place }, place, provenance },
        ends: [{ when: { kind: 'withdrawn', quantifier: { kind: 'at-least', count: 1 }, who: role('everyone'), instrument: 'T', place }, options: [], place, provenance }],
      }),
    ]);
    expect(found.entry[0]?.needsAttacker).toBe(true);
    expect(found.ends[0]?.attackerCan).toBe(true);
    expect(found.ends[0]?.game.at([])).toBe(false);
  });
});

describe('witnesses', () => {
  it('are replayed with the adverse default, and a full evaluation misses no choice', () => {
    const { world, possible } = verdict([]);
    const will = new Map([['will:assist:V:A', 'true']]);
    expect(replay(world.case_, world, will, possible.mode)).toBe(true);
    expect(replay(world.case_, world, new Map(), possible.mode)).toBe(false);
    expect(evaluateUnder(world, possible.mode, will)).toBe(true);
    expect(() => evaluateUnder(world, possible.mode, new Map([['will:assist:V:A', 'false']]))).toThrow('missing');
  });
});
