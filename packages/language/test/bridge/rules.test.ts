import { describe, expect, it } from 'vitest';
import { plainCase } from '../plain.js';
import { SOIL, actor } from './soil.js';

describe('rules', () => {
  const count = (n: string): object => ({ kind: 'count', count: { kind: 'number', value: n }, strict: false });
  it.each([
    ['unanimously', { kind: 'unanimity' }],
    ['by unanimity among (A, B)', { kind: 'unanimity', among: { kind: 'union', of: [actor('A'), actor('B')] } }],
    ['by consensus', { kind: 'consensus' }],
    ['by at least 2 members', { kind: 'yes', threshold: count('2') }],
    ['by at least 1 of (A, B)', { kind: 'yes', threshold: count('1'), among: { kind: 'union', of: [actor('A'), actor('B')] } }],
    ['by more than 1 members', { kind: 'yes', threshold: { kind: 'count', count: { kind: 'number', value: '1' }, strict: true } }],
    ['by two thirds of those present and voting', { kind: 'yes', threshold: { kind: 'share', share: '2/3', basis: 'voting', strict: false } }],
    ['by at least 3/5 of the members present', { kind: 'yes', threshold: { kind: 'share', share: '3/5', basis: 'present', strict: false } }],
    ['by more than 62.5% of members', { kind: 'yes', threshold: { kind: 'share', share: '5/8', basis: 'members', strict: true } }],
    ['by a majority of the members', { kind: 'yes', threshold: { kind: 'share', share: '1/2', basis: 'members', strict: true } }],
    ['by members with at least 65% of the weight', { kind: 'yes', threshold: { kind: 'share', share: '13/20', basis: 'members', strict: false }, attribute: 'weight' }],
    ['by members with more than 2 of weight', { kind: 'yes', threshold: { kind: 'count', count: { kind: 'number', value: '2' }, strict: true }, attribute: 'weight' }],
    ['no A against', { kind: 'no-fewer-than', count: { kind: 'number', value: '1' }, among: actor('A') }],
    ['no member against', { kind: 'no-fewer-than', count: { kind: 'number', value: '1' } }],
    ['fewer than 2 members against', { kind: 'no-fewer-than', count: { kind: 'number', value: '2' } }],
    ['by silence procedure', { kind: 'no-fewer-than', count: { kind: 'number', value: '1' } }],
    ['by the silence procedure among G', { kind: 'no-fewer-than', count: { kind: 'number', value: '1' }, among: { kind: 'group', id: 'G' } }],
    ['fewer than one third of the members opting out', { kind: 'fewer', who: 'opting-out', share: '1/3' }],
    ['fewer than 35% of G against', { kind: 'fewer', who: 'against', share: '7/20', among: { kind: 'group', id: 'G' } }],
    ['members with less than one third of the weight opting out', { kind: 'fewer', who: 'opting-out', share: '1/3', attribute: 'weight' }],
    ['members of (A, B) with less than half of weight against', { kind: 'fewer', who: 'against', share: '1/2', among: { kind: 'union', of: [actor('A'), actor('B')] }, attribute: 'weight' }],
    ['by at least 2 members including the concurring votes of A', { kind: 'and', of: [{ kind: 'yes', threshold: count('2') }, { kind: 'unanimity', among: actor('A') }] }],
    ['by at least 1 member', { kind: 'yes', threshold: count('1') }],
    ['by a majority of those present and voting, A having the casting vote', {
      kind: 'or',
      of: [
        { kind: 'yes', threshold: { kind: 'share', share: '1/2', basis: 'voting', strict: true } },
        { kind: 'and', of: [{ kind: 'yes', threshold: { kind: 'share', share: '1/2', basis: 'voting', strict: false } }, { kind: 'unanimity', among: actor('A') }] },
      ],
    }],
    ['without a vote', { kind: 'always' }],
    ['A approves', { kind: 'approves', who: actor('A') }],
    ['by at least 2 members and no A against', { kind: 'and', of: [{ kind: 'yes', threshold: count('2') }, { kind: 'no-fewer-than', count: { kind: 'number', value: '1' }, among: actor('A') }] }],
    ['unanimously or by consensus', { kind: 'or', of: [{ kind: 'unanimity' }, { kind: 'consensus' }] }],
    ['[u: unanimously | m: by at least 2 members]', { kind: 'choice', alternatives: [{ option: 'd.u', value: { kind: 'unanimity' } }, { option: 'd.m', value: { kind: 'yes', threshold: count('2') } }] }],
    ['by at least [u: 1 | m: 2] members', { kind: 'yes', threshold: { kind: 'count', strict: false, count: { kind: 'choice', alternatives: [{ option: 'd.u', value: { kind: 'number', value: '1' } }, { option: 'd.m', value: { kind: 'number', value: '2' } }] } } }],
    ['unanimously, the attacker not voting, A abstaining, quorum 2 members', {
      kind: 'restricted', rule: { kind: 'unanimity' }, quorum: count('2'),
      recusals: [{ who: { kind: 'role', role: 'attacker' }, how: 'excluded', matters: [], provenance: { cites: [] } }, { who: actor('A'), how: 'abstains', matters: [], provenance: { cites: [] } }],
    }],
    ['L decides', { kind: 'decision', decision: { voters: { kind: 'body', id: 'L' }, body: 'L', ballots: 'L/', deadline: { kind: 'none' } } }],
  ])('%s', (written, expected) => {
    const { bodies } = plainCase(`${SOIL}body L { members G decides any other matter unanimously }\nbody K { members G decides any other matter ${written} }`);
    expect(bodies.K.rules[0].rule).toEqual(expected);
  });

  it('the key of a vote: the body and its matter, or the set and the topic', () => {
    const { instruments } = plainCase(`${SOIL}body K { members G matter war decides any other matter unanimously }
      treaty T { parties G group Inner = G article 1 {
        if K adopts war then A shall consult
        if K decides then A shall consult
        if Inner decide unanimously then A shall consult
        if Inner decide on "war" by at least 2 members within 36 hours then A shall consult
        if (B, A) decide unanimously then A shall consult
        if (A, B) decide unanimously then A shall consult
      } }`);
    const decisions = instruments.T.norms.map((n: { when: { decision: Record<string, unknown> } }) => n.when.decision);
    expect(decisions.map((d: { ballots: string }) => d.ballots)).toEqual(['K/K.war', 'K/', 'T.Inner/', 'T.Inner/war', '(A, B)/', '(A, B)/']);
    expect(decisions[0]).toEqual({ voters: { kind: 'body', id: 'K' }, body: 'K', matter: 'K.war', ballots: 'K/K.war', deadline: { kind: 'none' } });
    expect(decisions[3].deadline).toEqual({ kind: 'days', days: '3/2', text: '36 hours' });
  });
});
