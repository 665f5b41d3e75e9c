import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countSwings, StoppedError, sweepQuotas, weightedVote, WeightedVoteError, WeightedVoteTooLargeError } from '../../src/weighted/index.js';
import { KERNELS, tried, votes } from './brute.js';
import { ELECTORS, ELECTOR_SWINGS, ELECTOR_WINNING } from './known.js';

describe('swings of one weighted vote', () => {
  it('agree with all coalitions tried one by one, with and without WebAssembly', () => {
    fc.assert(fc.property(votes(9), KERNELS, (vote, kernel) => {
      const game = tried(vote);
      const { winning, swings, classOf } = countSwings(vote, { kernel });
      const won = game.coalitions.filter(game.wins);
      expect(winning).toBe(BigInt(won.length));
      expect(classOf.map((one) => swings[one])).toEqual(vote.weights.map((_, i) => BigInt(won.filter((coalition) => game.critical(coalition).includes(i)).length)));
    }), { numRuns: 200 });
  });

  it('for all quotas at once are those for each', () => {
    fc.assert(fc.property(votes(12), fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 }), ({ weights }, parts) => {
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      const quotas = parts.map((part) => Math.max(1, Math.round(part * total)));
      const without = <T extends { additions: number }>({ additions: _, ...rest }: T) => rest;
      expect(sweepQuotas(weights, quotas).map(without)).toEqual(quotas.map((quota) => without(countSwings({ quota, weights }))));
    }), { numRuns: 40 });
  });

  it('of the dual game are the same, and its winning coalitions are those that do not lose', () => {
    fc.assert(fc.property(votes(40), ({ quota, weights }) => {
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      const [game, dual] = [countSwings({ quota, weights }), countSwings({ quota: total - quota + 1, weights })];
      expect(dual.swings).toEqual(game.swings);
      expect(dual.winning + game.winning).toBe(1n << BigInt(weights.length));
    }));
  });

  it('of the Electoral College are those known', () => {
    const { winning, swings, classOf } = countSwings({ quota: 270, weights: ELECTORS });
    expect(winning).toBe(ELECTOR_WINNING);
    expect(classOf.map((one) => swings[one])).toEqual(ELECTORS.map((votes) => ELECTOR_SWINGS.get(votes)));
  });

  it('are right far beyond 2^53: of 300 equal members each turns C(299, 149) coalitions', () => {
    let binomial = 1n;
    for (let k = 1n; k <= 149n; k++) binomial = (binomial * (300n - k)) / k;
    expect(countSwings({ quota: 150, weights: new Array<number>(300).fill(1) }).swings).toEqual([binomial]);
    expect(countSwings({ quota: 150 * 7, weights: new Array<number>(300).fill(7) }).swings).toEqual([binomial]);
  });

  it('take fewer additions than the theory allows: the rows of the lighter half, and no more than half of each', () => {
    const weights = Array.from({ length: 60 }, (_, i) => 100 + 37 * i);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const passes = Math.ceil(60 / 30);
    const rows = weights.map((_, i) => weights.slice(0, i + 1).reduce((sum, weight) => sum + weight, 0) / 2);
    expect(countSwings({ quota: Math.ceil(total / 2), weights }).additions).toBeLessThanOrEqual(passes * rows.reduce((sum, row) => sum + row, 0));
  });

  it('stop when asked to', () => {
    expect(() => countSwings({ quota: 270, weights: ELECTORS }, { progress: (done, total) => done < total / 2 })).toThrow(StoppedError);
    const told: number[] = [];
    countSwings({ quota: 270, weights: ELECTORS }, { progress: (done, total) => void told.push(done / total) });
    expect(told.at(-1)).toBe(1);
    expect([...told].sort((a, b) => a - b)).toEqual(told);
  });
});

describe('a weighted vote that is none', () => {
  it.each<[string, number | bigint, (number | bigint)[], string, number?]>([
    ['a negative weight', 3, [1, -2, 5], 'the weight of member 1 is -2, which is negative', 1],
    ['a broken weight', 3, [1, 2, 0.5], 'the weight of member 2 is 0.5, which is no whole number', 2],
    ['NaN', 3, [Number.NaN, 2], 'the weight of member 0 is NaN, which is no whole number', 0],
    ['a missing weight', 3, [1, undefined as unknown as number], 'the weight of member 1 is undefined, which is no whole number', 1],
    ['an unsafe weight', 3, [2 ** 53, 2], 'the weight of member 0 is 9007199254740992, which is too large to be exact', 0],
    ['an unsafe total', 3, [2 ** 53 - 1, 2], 'the weights add up to 9007199254740993, more than 9007199254740991'],
    ['a quota of zero', 0, [1, 2], 'the quota is 0; with a quota of zero or less even nobody would win'],
    ['a quota above the total', 4n, [1n, 2n], 'the quota is 4, more than all weights together (3); nobody could win'],
    ['a broken quota', 1.5, [1, 2], 'the quota is 1.5, which is no whole number'],
    ['nobody', 1, [], 'the quota is 1, more than all weights together (0); nobody could win'],
  ])('%s', (_, quota, weights, message, member) => {
    let thrown: unknown;
    try {
      weightedVote(quota, weights);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(WeightedVoteError);
    expect(thrown).toMatchObject({ message, member });
  });

  it('is told apart from one that is too large', () => {
    expect(() => countSwings({ quota: 2 ** 49, weights: [2 ** 49, 2 ** 48 + 1, 5] })).toThrow(WeightedVoteTooLargeError);
    expect(() => countSwings({ quota: 270, weights: ELECTORS }, { maxAdditions: 100 })).toThrow(/more than the 1.0e\+2 additions allowed/);
  });
});
