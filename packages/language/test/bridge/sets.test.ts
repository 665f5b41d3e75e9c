import { describe, expect, it } from 'vitest';
import { plainCase } from '../plain.js';
import { SOIL, actor, group } from './soil.js';

describe('sets', () => {
  it.each([
    ['A', actor('A')],
    ['A, B and C', { kind: 'union', of: [actor('A'), actor('B'), actor('C')] }],
    ['A, B, and C', { kind: 'union', of: [actor('A'), actor('B'), actor('C')] }],
    ['G except A', { kind: 'difference', from: group('G'), without: actor('A') }],
    ['G except A and B', { kind: 'difference', from: group('G'), without: { kind: 'union', of: [actor('A'), actor('B')] } }],
    ['(A, B) who are in G', { kind: 'intersection', of: [{ kind: 'union', of: [actor('A'), actor('B')] }, group('G')] }],
    ['A from 2020-01-01 until 2021-01-01', { kind: 'during', set: actor('A'), from: '2020-01-01', until: '2021-01-01' }],
    ['[u: A | m: B]', { kind: 'choice', alternatives: [{ option: 'd.u', value: actor('A') }, { option: 'd.m', value: actor('B') }] }],
    ['the attackers', { kind: 'role', role: 'attacker' }],
    ['the victim', { kind: 'role', role: 'victim' }],
    ['the requester', { kind: 'role', role: 'requester' }],
    ['the hostile states', { kind: 'role', role: 'hostile' }],
    ['everyone', { kind: 'role', role: 'everyone' }],
    ['the others', { kind: 'role', role: 'others' }],
    ['the parties to the dispute', { kind: 'role', role: 'disputants' }],
    ['all parties of T', { kind: 'parties', instrument: 'T' }],
  ])('%s', (written, expected) => {
    expect(plainCase(`${SOIL}treaty T { parties G }\ngroup X = ${written}`).groups.X.members).toEqual(expected);
  });

  it('groups in an instrument', () => {
    expect(plainCase(`${SOIL}treaty T { parties G group Inner = all parties }\ngroup Outer = Inner`).groups).toMatchObject({
      'T.Inner': { instrument: 'T', name: 'Inner', members: { kind: 'parties', instrument: 'T' } }, Outer: { members: group('T.Inner') },
    });
  });
});
