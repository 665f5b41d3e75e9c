/** Tiny cases whose verdict can be told by hand. */
import { describe, expect, it } from 'vitest';
import type { Cond, Norm, Rule } from '../../model/src/case.js';
import { actor, atLeast, attackOn, caseOf, decided, decision, event, instrument, norm, one, PLACE, promise, role, scenario, set, to, type NormParts } from '../src/build.js';
import { judge, type OracleVerdict } from '../src/index.js';

const place = PLACE;
const guarantors = set('G1', 'G2', 'G3');
const unanimity: Rule = { kind: 'unanimity', place };
const acts = [['help'], ['assist', 'help'], ['use-force', 'assist']] as const;

/** Three guarantors, a victim and, unless a guarantor attacks, an outsider; one instrument; the promise that one guarantor does the act. */
function verdict(norms: readonly Norm[], options: { readonly attacker?: string; readonly act?: string; readonly count?: number } = {}): OracleVerdict {
  const case_ = caseOf({
    actors: ['G1', 'G2', 'G3', 'V', 'R'].map(a => actor(a)),
    acts,
    instruments: [instrument('T', norms)],
    scenarios: [scenario('Attack', [event(one(options.attacker ?? 'R'), one('V'))])],
    promises: [promise('Help', atLeast(options.count ?? 1, guarantors, options.act ?? 'assist', 'V'))],
  });
  return judge(case_, { promise: 'Help', arrangement: 'All', scenario: 'Attack' });
}

function assistOnce(rule: Rule, parts: NormParts = {}): Norm {
  const when: Cond = { kind: 'and', of: [attackOn(one('V')), decided(decision(guarantors, rule))], place };
  return norm('T', 1, 'duty', guarantors, to('assist', 'V'), { when, ...parts });
}

describe('a guarantee that three guarantors decide unanimously', () => {
  it('is captive when one of them attacks, and every guarantor can stop it', () => {
    const found = verdict([assistOnce(unanimity)], { attacker: 'G3' });
    expect(found.strength).toBe('captive');
    expect(found.meanwhile).toBe('voluntary');
    expect(found.vetoers).toEqual(['G1', 'G2', 'G3']);
    expect(found.holding).toEqual([['G1', 'G2', 'G3']]);
    expect(found.stopping).toEqual([['G1'], ['G2'], ['G3']]);
    expect(found.longest).toBe('none');
    expect(found.defaults).toBeUndefined();
    expect(found.othersAbstain).toBe(false);
  });

  it('is collective when the attacker is left out of the vote', () => {
    const rule: Rule = { kind: 'restricted', rule: unanimity, recusals: [{ who: role('attacker'), how: 'excluded', matters: [], place, provenance: { cites: [] } }], place };
    const found = verdict([assistOnce(rule)], { attacker: 'G3' });
    expect(found.strength).toBe('collective');
    expect(found.meanwhile).toBeUndefined();
    expect(found.vetoers).toEqual(['G1', 'G2']);
    // The attacker makes no difference.
    expect(found.stoppingWithHostile).toBeUndefined();
    // Two guarantors that are not hostile owe it, and one of them is enough.
    expect(found.defaults).toBe(1);
  });

  it('is collective where a majority of those voting decides', () => {
    const majority: Rule = { kind: 'yes', threshold: { kind: 'share', share: { num: 1n, den: 2n }, basis: 'voting', strict: true }, place };
    const found = verdict([assistOnce(majority)], { attacker: 'G3' });
    expect([found.strength, found.othersAbstain]).toEqual(['collective', true]);
    expect(found.holding).toEqual([['G1', 'G2'], ['G1', 'G3'], ['G2', 'G3']]);
    // Nobody can stop it alone; but the attacker votes no, and then one more is enough.
    expect([found.vetoers, found.stoppingWithHostile]).toEqual([[], [['G1'], ['G2']]]);
  });
});

describe('a guarantee that each owes', () => {
  const each = norm('T', 1, 'duty', guarantors, to('assist', 'V'), { when: attackOn(one('V')) });

  it('is automatic', () => {
    const found = verdict([each]);
    expect(found.strength).toBe('automatic');
    expect(found.vetoers).toEqual([]);
    expect(found.holding).toEqual([[]]);
    expect(found.stopping).toEqual([]);
    expect(found.defaults).toBe(2);
  });

  it('that is borne jointly does not survive a single default', () => {
    expect(verdict([{ ...each, distribution: 'jointly' }]).defaults).toBe(0);
  });

  it('that falls on any of them holds for one of three, not for two', () => {
    expect(verdict([{ ...each, distribution: 'any' }]).strength).toBe('automatic');
    expect(verdict([{ ...each, distribution: 'any' }], { count: 2 }).strength).toBe('voluntary');
    // Whoever performs, its default breaks the promise.
    expect(verdict([{ ...each, distribution: 'any' }]).defaults).toBe(0);
  });

  it('is hollow for force where the means are its own to choose', () => {
    const own: Norm = { ...each, discretion: 'own', means: ['use-force'] };
    const found = verdict([own], { act: 'use-force' });
    expect([found.strength, found.general, found.meanwhile]).toEqual(['hollow', 'automatic', 'voluntary']);
    expect(verdict([{ ...own, discretion: 'necessary' }], { act: 'use-force' }).strength).toBe('automatic');
  });

  it('is kept by a more special act, and a ban of a more general one takes it away', () => {
    expect(verdict([each], { act: 'help' }).strength).toBe('automatic');
    const banned = verdict([each, norm('T', 2, 'ban', guarantors, to('help', 'V'))]);
    expect([banned.strength, banned.meanwhile]).toEqual(['forbidden', undefined]);
  });

  it('is voluntary where nobody owes it', () => {
    const found = verdict([]);
    expect([found.strength, found.half]).toEqual(['voluntary', 'possible']);
    expect(found.holding).toEqual([['G1'], ['G2'], ['G3']]);
    expect(found.stopping).toEqual([['G1', 'G2', 'G3']]);
  });
});

describe('a ban unless they decide otherwise', () => {
  it('makes the promise captive and, until then, forbidden', () => {
    const ban = norm('T', 2, 'ban', guarantors, to('assist', 'V'), { unless: [decided(decision(guarantors, unanimity))] });
    const found = verdict([assistOnce(unanimity), ban], { attacker: 'G1' });
    expect([found.strength, found.meanwhile]).toEqual(['captive', 'forbidden']);
    expect(found.vetoers).toEqual(['G1', 'G2', 'G3']);
  });
});

describe('pledges', () => {
  it('owe nothing, but are counted apart', () => {
    const pledge = norm('T', 1, 'pledge', guarantors, to('assist', 'V'), { when: attackOn(one('V')) });
    const found = verdict([pledge]);
    expect([found.strength, found.pledgedStrength]).toEqual(['voluntary', 'automatic']);
  });
});
