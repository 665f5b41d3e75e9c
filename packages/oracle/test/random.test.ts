/** The random cases: rich, reproducible, quick to judge, and free of circles. */
import { describe, expect, it } from 'vitest';
import { describe as print, judge, judgment, randomCase, randomJudgment, randomQuestion, shrink } from '../src/index.js';
import type { Case } from '../../model/src/case.js';

describe('random cases', () => {
  it('are the same for the same seed', () => {
    for (const seed of [0, 1, 77, 123456789, -5]) expect(print(randomCase(seed))).toBe(print(randomCase(seed)));
    expect(new Set(Array.from({ length: 100 }, (_, seed) => print(randomCase(seed)))).size).toBe(100);
  });

  it('have verdicts of all strengths and both halves', { timeout: 180_000 }, () => {
    const found = new Map<string, number>();
    const add = (key: string): unknown => found.set(key, (found.get(key) ?? 0) + 1);
    const wanted = [
      ...['automatic', 'collective', 'captive', 'hollow', 'voluntary', 'forbidden'].map(k => [k, 20] as const),
      ...['captive, voluntary', 'captive, forbidden', 'hollow, voluntary', 'vetoed', 'abstention matters', 'pledges matter'].map(k => [k, 5] as const),
      ...['hollow of automatic', 'hollow of collective', 'hollow of captive', 'survives 0', 'survives 1', 'longest days', 'longest indeterminate', 'longest none'].map(k => [k, 2] as const),
    ];
    const lacking = (): string[] => wanted.filter(([k, least]) => (found.get(k) ?? 0) < least).map(([k]) => `${k}: ${found.get(k) ?? 0}`);
    for (let seed = 0; seed < 1200 && (seed % 50 !== 0 || lacking().length > 0); seed++) {
      const { verdict } = randomJudgment(seed);
      add(verdict.strength);
      if (verdict.meanwhile !== undefined) add(`${verdict.strength}, ${verdict.meanwhile}`);
      if (verdict.strength === 'hollow') add(`hollow of ${verdict.general ?? ''}`);
      if (verdict.defaults !== undefined) add(`survives ${verdict.defaults}`);
      if (verdict.longest !== undefined) add(`longest ${typeof verdict.longest === 'object' ? 'days' : verdict.longest}`);
      if (verdict.vetoers.length > 0) add('vetoed');
      if (verdict.othersAbstain !== verdict.deciding.without(verdict.world.hostile)) add('abstention matters');
      if (verdict.pledgedStrength !== undefined && verdict.pledgedStrength !== verdict.strength) add('pledges matter');
    }
    expect(lacking()).toEqual([]);
  });

  it('have monotone games', { timeout: 60_000 }, () => {
    for (let seed = 0; seed < 200; seed++) {
      const { verdict, seed: own } = randomJudgment(seed);
      for (const game of [verdict.owed, verdict.possible, verdict.pledged]) {
        const all = game.all();
        for (const [key, value] of all) {
          const members = key === '' ? [] : key.split(',');
          for (const p of game.players) if (value && !members.includes(p)) expect(game.at([...members, p]), `seed ${own}`).toBe(true);
        }
      }
    }
  });
});

describe('shrinking', () => {
  it('keeps what matters and drops the rest', () => {
    const found = Array.from({ length: 200 }, (_, seed) => judgment(seed, 5_000)).find(j => j?.verdict.strength === 'captive');
    if (found === undefined) throw new Error('no captive promise among 200 cases');
    const captive = (c: Case): boolean => judge(c, { ...found.question, limit: 5_000 }).strength === 'captive';
    const small = shrink(found.case_, captive, 3_000);
    expect(captive(small)).toBe(true);
    expect(print(small).length).toBeLessThanOrEqual(print(found.case_).length);
    expect(randomQuestion(found.case_, found.seed)).toEqual(found.question);
  });
});
