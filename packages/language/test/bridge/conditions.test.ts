import { describe, expect, it } from 'vitest';
import { actor, group, clause } from './soil.js';

describe('conditions', () => {
  it.each([
    ['not truce', { kind: 'not', of: { kind: 'fact', fact: 'truce' } }],
    ['truce or vote-held and truce', { kind: 'or', of: [{ kind: 'fact' }, { kind: 'and' }] }],
    ['(truce or vote-held) and truce', { kind: 'and', of: [{ kind: 'or' }, { kind: 'fact' }] }],
    ['[u: truce | m: vote-held]', { kind: 'choice', alternatives: [{ option: 'd.u', value: { fact: 'truce' } }, { option: 'd.m' }] }],
    ['3 days after truce', { kind: 'after', delay: { days: '3' }, of: { kind: 'fact' } }],
    ['any armed attack on any of G', { kind: 'event', event: 'armed-attack', on: group('G') }],
    ['raid against A', { kind: 'event', event: 'raid', on: actor('A') }],
    ['threat on A', { kind: 'event', event: 'threat', on: actor('A') }],
    ['A consents', { kind: 'consent', who: actor('A'), any: false, subject: 'T.1' }],
    ['A requests help', { kind: 'request', who: actor('A'), any: false }],
    ['ratified by all parties', { kind: 'ratified', quantifier: { kind: 'all' }, who: { kind: 'parties', instrument: 'T' }, instrument: 'T' }],
    ['any of G withdraws', { kind: 'withdrawn', quantifier: { kind: 'at-least', count: 1 }, who: group('G'), instrument: 'T' }],
    ['at least 2 of G strike A', { kind: 'did', quantifier: { kind: 'at-least', count: 2 }, who: group('G'), act: 'strike', target: { kind: 'thing', id: 'A' } }],
    ['members of G with more than 1/2 of the weight join Alliance', { kind: 'did', quantifier: { kind: 'share', share: '1/2', attribute: 'weight', strict: true }, act: 'join' }],
  ])('%s', (written, expected) => {
    expect(clause(`if ${written} { A shall consult }`)[0].when).toMatchObject(expected);
  });
});
