import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layersOfOracle } from '../../src/linear/layers.js';
import { TooLargeError } from '../../src/linear/too-large.js';
import { addRational, ONE, rational, showRational, ZERO } from '../../src/rational.js';
import { minimumSumIndex } from '../../src/weightedness/minimum-sum-index.js';
import { bodyOf } from '../linear/bodies.js';
import { layersOfMask, maskOf, monotoneGames, vectorsOfSum } from '../linear/everything.js';

/** All weights of least sum, by trying all sums. */
function plainly(mask: bigint, n: number): number[][] {
  for (let sum = 1; ; sum++) {
    const found = [...vectorsOfSum(n, sum)].filter((weights) => Array.from({ length: sum + 1 }, (_, quota) => quota).some((quota) => maskOf(weights.map(BigInt), BigInt(quota)) === mask));
    if (found.length > 0) return found;
  }
}

describe('the index of least weights', () => {
  it('is the mean of all weights of least sum, for all weighted games of four players', () => {
    let weighted = 0;
    for (const mask of monotoneGames(4)) {
      const index = minimumSumIndex(layersOfMask(mask, 4));
      if (index.kind !== 'shares') continue;
      weighted++;
      const all = plainly(mask, 4);
      expect(index.representations).toBe(BigInt(all.length));
      index.shares.forEach((share, i) => expect(share).toEqual(rational(all.reduce((sum, weights) => sum + weights[i]!, 0), BigInt(all.length) * index.sum)));
    }
    expect(weighted).toBe(148);
  });

  it('takes the mean where the least sum is not unique, and does not depend on how finely classes are told', () => {
    const weights = [7, 6, 6, 4, 4, 4, 3, 2];
    const wins = (isIn: (player: number) => boolean): boolean => weights.reduce((sum, weight, i) => (isIn(i) ? sum + weight : sum), 0) >= 12;
    for (const classOf of [[0, 1, 1, 2, 2, 2, 3, 3], [0, 1, 2, 3, 4, 5, 6, 7]]) {
      const index = minimumSumIndex(layersOfOracle(classOf, wins));
      if (index.kind !== 'shares') throw new Error(index.why);
      expect([index.sum, index.representations]).toEqual([36n, 2n]);
      expect(index.shares.map(showRational)).toEqual(['7/36', '1/6', '1/6', '1/9', '1/9', '1/9', '5/72', '5/72']);
    }
  });

  it('of the Security Council is 7/45 and 1/45', () => {
    const index = minimumSumIndex(bodyOf([{ quota: 39, weights: [7, 7, 7, 7, 7, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1] }]));
    expect(index.kind === 'shares' && [index.shares[0], index.shares[14], index.representations].map((x) => (typeof x === 'object' ? showRational(x) : `${x}`))).toEqual(['7/45', '1/45', '1']);
  });

  it('adds up to one and gives dummies nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 2, maxLength: 7 }), fc.double({ min: 0.2, max: 1, noNaN: true }), (weights, part) => {
        const quota = Math.max(1, Math.ceil(part * weights.reduce((sum, weight) => sum + weight, 0)));
        const index = minimumSumIndex(bodyOf([{ quota, weights }]));
        if (index.kind !== 'shares') throw new Error(index.why);
        expect(index.shares.reduce(addRational, ZERO)).toEqual(ONE);
        const mask = maskOf(weights.map(BigInt), BigInt(quota));
        index.shares.forEach((share, i) => {
          const dummy = Array.from({ length: 1 << weights.length }, (_, coalition) => coalition).every((coalition) => ((mask >> BigInt(coalition)) & 1n) === ((mask >> BigInt(coalition | (1 << i))) & 1n));
          expect(share.num === 0n).toBe(dummy);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('does not apply to games that are constant, not weighted or not monotone, and is refused where the least sum is not settled', () => {
    expect(minimumSumIndex(layersOfOracle([0, 0], () => true)).kind).toBe('not applicable');
    expect(minimumSumIndex(layersOfOracle([0, 0, 1, 1], (isIn) => (isIn(0) && isIn(1)) || (isIn(2) && isIn(3)))).kind).toBe('not applicable');
    expect(minimumSumIndex(layersOfOracle([0, 1], (isIn) => isIn(0) && !isIn(1))).kind).toBe('not applicable');
    const wins = (isIn: (player: number) => boolean): boolean => [7, 6, 6, 4, 4, 4, 3, 2].reduce((sum, weight, i) => (isIn(i) ? sum + weight : sum), 0) >= 12;
    expect(() => minimumSumIndex(layersOfOracle([0, 1, 1, 2, 2, 2, 3, 3], wins), { branches: 1 })).toThrow(TooLargeError);
  });
});
