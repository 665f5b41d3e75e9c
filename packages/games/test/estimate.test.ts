import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  absoluteBanzhaf, clopperPearson, Coalition, estimateBanzhaf, estimateShapley, hoeffding, outlookOf, powerToAct, profileByEnumeration, Random, sampleBanzhaf, sampleShapley, shapleyShubik, toNumber, weightedGame, wins, type SimpleGame,
} from '../src/index.js';
import { anyOf, games, securityCouncil } from './support/games.js';

describe('random numbers', () => {
  it('are those of xoshiro128**, as an independent program gives them', () => {
    const random = Random.inState(1, 2, 3, 4);
    expect(Array.from({ length: 6 }, () => random.word())).toEqual([11520, 0, 5927040, 70819200, 2031721883, 1637235492]);
  });

  it('are equally likely below any bound, and differ from seed to seed', () => {
    const random = new Random(7);
    for (const bound of [1, 3, 10]) {
      const seen = Array<number>(bound).fill(0);
      for (let i = 0; i < 30_000; i++) seen[random.below(bound)]!++;
      // Chi-squared with at most 9 degrees of freedom: above 33.7 in one of 10,000 runs.
      expect(seen.reduce((sum, many) => sum + (many - 30_000 / bound) ** 2 / (30_000 / bound), 0)).toBeLessThan(33.7);
    }
    expect(random.below(2 ** 32)).toBeLessThan(2 ** 32);
    const words = new Set([0, 1, 2, 2 ** 32, 2 ** 40 + 1].map((seed) => new Random(seed).word()));
    expect(words.size).toBe(5);
  });
});

describe('confidence', () => {
  it('Clopper–Pearson intervals are those of another program', () => {
    const cases: [number, number, number, number, number][] = [
      [0, 10, 0.95, 0, 0.3084971078187607], [3, 10, 0.95, 0.0667395111777345, 0.6524528500599973], [500, 1000, 0.99, 0.45885255330704494, 0.5411474466929551],
      [12, 100_000, 0.95, 6.200723911735969e-5, 0.00020960645805016376], [10, 10, 0.9, 0.7411344491069477, 1], [50_321, 100_000, 0.95, 0.5001060332504856, 0.506313780540173],
    ];
    for (const [hits, samples, level, low, high] of cases) {
      const found = clopperPearson(hits, samples, level);
      expect(found.low).toBeCloseTo(low, 10);
      expect(found.high).toBeCloseTo(high, 10);
    }
  });

  it('Hoeffding’s bound for one mean of 1,000 at 95 %', () => expect(hoeffding(1000, 1, 0.95)).toBeCloseTo(Math.sqrt(Math.log(40) / 2000), 12));
});

describe('a coalition that changes', () => {
  it('wins when the formula says so', () => {
    fc.assert(fc.property(games(6, anyOf), fc.array(fc.tuple(fc.nat(5), fc.boolean()), { maxLength: 20 }), (game, moves) => {
      const coalition = new Coalition(game);
      const inside = new Set<number>();
      for (const [player, joins] of moves.filter(([player]) => player < game.players.length)) {
        coalition.set(player, joins);
        if (joins) inside.add(player);
        else inside.delete(player);
        expect(coalition.wins).toBe(wins(game, (p) => inside.has(p)));
        game.players.forEach((_, moved) => expect(coalition.winsIfMoved(moved)).toBe(wins(game, (p) => (p === moved ? !inside.has(p) : inside.has(p)))));
      }
    }));
  });

  it('with weights beyond what doubles hold', () => {
    const coalition = new Coalition(weightedGame(2n ** 60n + 1n, [2n ** 60n, 1n]));
    coalition.set(0, true);
    expect([coalition.wins, coalition.winsIfMoved(1)]).toEqual([false, true]);
  });
});

describe('estimates', () => {
  const exact = profileByEnumeration(securityCouncil);

  it('hold the exact figures between their bounds as often as they say', () => {
    // 30 intervals of 0.999 each: that one of them fails has a probability below 0.03, and the seed is fixed.
    for (const [estimate, index] of [[estimateBanzhaf, absoluteBanzhaf], [estimateShapley, shapleyShubik]] as const) {
      const found = estimate(securityCouncil, { samples: 50_000, level: 0.999, seed: 3 });
      expect(found).toMatchObject({ samples: 50_000, level: 0.999, seed: 3 });
      index(exact).map(toNumber).forEach((value, i) => {
        expect(found.members[i]!.low).toBeLessThanOrEqual(value);
        expect(found.members[i]!.high).toBeGreaterThanOrEqual(value);
        expect(Math.abs(found.members[i]!.value - value)).toBeLessThan(found.within);
      });
    }
    const { acts } = estimateBanzhaf(securityCouncil, { samples: 50_000, level: 0.999, seed: 3 });
    expect(Math.abs(acts!.value - toNumber(powerToAct(exact)))).toBeLessThan(0.003);
  });

  it('of given probabilities agree with exact figures', () => {
    const game = weightedGame(5, [4, 3, 2, 1]);
    const yes = [0.9, 0.2, 0.5, 0.7];
    const outlook = outlookOf(game, yes.map((p, i) => ({ members: [i], yes: p })));
    const found = estimateBanzhaf(game, { samples: 40_000, level: 0.999 }, yes);
    expect(found.method).toBe('Monte Carlo: random coalitions, with given probabilities');
    if (outlook.exact) throw new Error('doubles expected');
    expect(found.acts!.low).toBeLessThan(outlook.acts);
    expect(found.acts!.high).toBeGreaterThan(outlook.acts);
    outlook.members.forEach(({ decisive }, i) => expect(Math.abs(found.members[i]!.value - decisive)).toBeLessThan(found.within));
  });

  it('are the same for the same seed, become narrower, and stop when the caller does', () => {
    const [one, other] = [sampleShapley(securityCouncil, { seed: 5 }), sampleShapley(securityCouncil, { seed: 5 })];
    const [first, again] = [one.next().value, other.next().value];
    expect(first).toEqual(again);
    const second = one.next().value;
    expect(second.samples).toBe(2 * first.samples);
    expect(second.within).toBeLessThan(first.within);
    expect(sampleShapley(securityCouncil, { seed: 6 }).next().value.members).not.toEqual(first.members);
    expect(estimateBanzhaf(securityCouncil, { samples: 5000 }).samples).toBe(5000);
  });

  it('reach bodies of a thousand members', () => {
    const large: SimpleGame = weightedGame(250_251, Array.from({ length: 1000 }, (_, i) => i + 1));
    const found = sampleBanzhaf(large).next().value;
    expect(found.members.length).toBe(1000);
    // The heaviest member matters more than the lightest, by far more than the bounds.
    expect(found.members[999]!.low).toBeGreaterThan(found.members[0]!.high);
  });

  it('refuse what makes no sense', () => {
    expect(() => estimateBanzhaf(securityCouncil, { seed: -1 })).toThrow('a seed is a whole number from 0, not -1');
    expect(() => estimateShapley(securityCouncil, { level: 1 })).toThrow('above 0 and below 1, not 1');
    expect(() => estimateShapley(securityCouncil, { samples: 0 })).toThrow('whole number above 0, not 0');
    expect(() => estimateBanzhaf(securityCouncil, {}, [0.5])).toThrow('15 players need as many probabilities');
  });
});
