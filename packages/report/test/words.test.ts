import { describe, expect, it } from 'vitest';
import { cellWords, counted, daysWords, grouped, listed, numberWords, promiseKind, sentence, strengthWords, textsWords, timeWords } from '../src/index.js';
import { CASE, CELL, VERDICT, closed } from './fixture.js';

const days = (num: bigint, den = 1n): { num: bigint; den: bigint } => ({ num, den });

describe('small words', () => {
  it('lists', () => {
    expect(listed([])).toBe('');
    expect(listed(['a'])).toBe('a');
    expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
    expect(listed(['a', 'b', 'c', 'd'], 'or', 2)).toBe('a, b or 2 others');
  });

  it('counts', () => {
    expect(counted(0, 'error')).toBe('no errors');
    expect(counted(1, 'error')).toBe('1 error');
    expect(counted(2n ** 70n, 'text')).toBe('1,180,591,620,717,411,303,424 texts');
    expect(grouped(4096)).toBe('4,096');
  });

  it('writes numbers exactly', () => {
    expect(numberWords(days(5n, 2n))).toBe('2.5');
    expect(numberWords(days(1n, 3n))).toBe('1/3');
    expect(numberWords(days(-1n, 4n))).toBe('-0.25');
    expect(daysWords(days(1n))).toBe('1 day');
    expect(daysWords(days(3n, 2n))).toBe('36 hours');
    expect(daysWords(days(1n, 7n))).toBe('1/7 days');
    expect(daysWords(days(0n))).toBe('at once');
    expect(timeWords({ kind: 'none' })).toContain('no limit');
    expect(timeWords({ kind: 'indeterminate' })).not.toMatch(/\d/);
  });

  it('makes sentences', () => {
    expect(sentence('it holds')).toBe('It holds.');
    expect(sentence('does it hold?')).toBe('Does it hold?');
  });
});

describe('verdicts in words', () => {
  const words = (...given: Parameters<typeof closed>): string => {
    const verdict = closed(...given);
    return cellWords(CASE, verdict, verdict.cells[0]!);
  };

  it('says who can stop a captive promise, the attacker first, and what may be done meanwhile', () => {
    expect(words({})).toBe('captive (Borduria, Arcadia or Ruritania can stop it); meanwhile the willing may act');
    expect(words({ meanwhile: 'forbidden' }, { vetoers: ['Borduria'] })).toBe('captive (Borduria can stop it); until then nobody may act');
  });

  it('tells one veto from a veto of several together', () => {
    expect(words({ strength: 'captive' }, { vetoers: [], stopping: { count: 2n, first: [['Arcadia', 'Ruritania'], ['Borduria']] } })).toContain('Borduria together can stop it');
    expect(words({ strength: 'collective' }, { vetoers: [], stopping: { count: 3n, first: [['Arcadia', 'Ruritania']] } })).toBe('collective (it takes 2 to stop it)');
    expect(words({ strength: 'collective' }, { vetoers: [], stopping: { count: 1n, first: [['Arcadia', 'Ruritania']] } })).toBe('collective (Arcadia and Ruritania together can stop it)');
  });

  it('says who can stop it with the attacker, which needs no persuading', () => {
    const one = { vetoers: [], stopping: { count: 2n, first: [['Arcadia', 'Borduria'], ['Borduria', 'Ruritania']] } };
    const alone = { vetoers: ['Arcadia', 'Ruritania'], stopping: { count: 2n, first: [['Arcadia'], ['Ruritania']] } };
    expect(words({ strength: 'collective' }, { ...one, withHostile: alone })).toBe('collective (with the attacker, Arcadia or Ruritania can stop it)');
    expect(words({ strength: 'collective' }, { vetoers: ['Arcadia'], stopping: { count: 2n, first: [['Arcadia'], ['Borduria', 'Ruritania']] }, withHostile: alone }))
      .toBe('collective (Arcadia can stop it; with the attacker so can Ruritania)');
    const two = { vetoers: [], stopping: { count: 1n, first: [['Arcadia', 'Ruritania']] } };
    expect(words({ strength: 'collective' }, { vetoers: [], stopping: { count: 1n, first: [['Arcadia', 'Borduria', 'Ruritania']] }, withHostile: two }))
      .toBe('collective (Arcadia, Borduria and Ruritania together can stop it)');
    expect(words({ strength: 'collective' }, { vetoers: [], stopping: { count: 4n, first: [['Arcadia', 'Borduria', 'Ruritania']] }, withHostile: two }))
      .toBe('collective (with the attacker, it takes 2 others to stop it)');
    // The attacker's help does not make the smallest set smaller.
    expect(words({ strength: 'collective' }, { vetoers: [], stopping: { count: 4n, first: [['Arcadia', 'Ruritania']] }, withHostile: two })).toBe('collective (it takes 2 to stop it)');
  });

  it('counts states that are too many to name', () => {
    const many = Array.from({ length: 12 }, (_, index) => `S${index}`);
    expect(words({ strength: 'collective' }, { vetoers: many })).toBe('collective (any of 12 states can stop it)');
    expect(words({}, { vetoers: [...many, 'Borduria'] })).toContain('Borduria can stop it, and so can any of 12 others');
  });

  it('says what is owed instead, and what pledges would add', () => {
    expect(words({ strength: 'hollow', general: { strength: 'automatic', act: 'assist' }, meanwhile: 'voluntary' }))
      .toBe('hollow (owed is only to “come to the aid”, and that is automatic); meanwhile the willing may act');
    expect(words({ strength: 'voluntary' }, { vetoers: [], pledged: 'automatic' })).toBe('voluntary (automatic if pledges are kept)');
    expect(words({ strength: 'automatic' }, { vetoers: [] })).toBe('automatic');
  });

  it('says in which texts', () => {
    expect(textsWords(CELL.texts)).toBe('in 3 of 8 texts: when decision.unanimity');
    expect(textsWords(VERDICT.cells[1]!.texts)).toBe('in 5 of 8 texts: when not decision.unanimity');
    expect(textsWords({ count: 8n, of: 8n, when: [[]] })).toBeUndefined();
    const when = Array.from({ length: 9 }, (_, index) => [{ option: `a.${index}`, taken: true }]);
    expect(textsWords({ count: 9n, of: 16n, when: when.slice(0, 1), more: true })).toBe('in 9 of 16 texts: when a.0 or in further combinations');
    expect(textsWords({ count: 9n, of: 16n, when })).toBe('in 9 of 16 texts: when a.0, a.1, a.2, a.3 or in 5 further combinations');
  });

  it('uses no word of our trade', () => {
    const kinds = ['act', 'decision', 'freedom'] as const;
    const strengths = ['automatic', 'collective', 'captive', 'hollow', 'voluntary', 'forbidden'] as const;
    for (const kind of kinds) for (const strength of strengths) expect(strengthWords(strength, kind)).not.toMatch(/BDD|owed\(|coalition|witness|undefined/);
    expect(promiseKind(CASE.promises.get('Help')!.expr)).toBe('act');
  });
});
