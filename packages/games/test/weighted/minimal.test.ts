import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countMinimal, criticalProfile, johnstonScores, minimalProfile } from '../../src/weighted/index.js';
import { showRational } from '../../src/rational.js';
import { bySize, KERNELS, tried, votes } from './brute.js';

describe('minimal winning coalitions of a weighted vote', () => {
  it('agree with all coalitions tried one by one, by size and by member', () => {
    fc.assert(fc.property(votes(9), KERNELS, (vote, kernel) => {
      const game = tried(vote);
      const minimal = game.coalitions.filter((coalition) => game.wins(coalition) && game.critical(coalition).length === game.sizeOf(coalition));
      const expected = bySize(game, minimal, game.n + 1);
      const { count, having, classOf } = minimalProfile(vote, { kernel });
      expect(count).toEqual(expected.all);
      expect(classOf.map((one) => having[one])).toEqual(expected.having);
      const totals = countMinimal(vote, { kernel });
      expect(totals.count).toBe(BigInt(minimal.length));
      expect(classOf.map((one) => totals.having[one])).toEqual(expected.having.map((sizes) => sizes.reduce((a, b) => a + b)));
    }), { numRuns: 200 });
  });

  it('of the Security Council are the 210 of five permanent and four elected members', () => {
    const council = { quota: 39, weights: [7, 7, 7, 7, 7, ...new Array<number>(10).fill(1)] };
    const { count, having } = minimalProfile(council);
    expect(count.map(Number)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 210, 0, 0, 0, 0, 0, 0]);
    expect(having.map((sizes) => Number(sizes[9]))).toEqual([210, 84]);
  });
});

describe('critical members of winning coalitions', () => {
  it('agree with all coalitions tried one by one', () => {
    fc.assert(fc.property(votes(9), KERNELS, (vote, kernel) => {
      const game = tried(vote);
      const critical = game.coalitions.map((coalition) => game.critical(coalition));
      const expected = vote.weights.map((_, i) => Array.from({ length: game.n + 1 }, (__, k) => BigInt(critical.filter((members) => members.length === k && members.includes(i)).length)));
      const profile = criticalProfile(vote, { kernel });
      expect(profile.classOf.map((one) => profile.critical[one])).toEqual(expected);
    }), { numRuns: 200 });
  });

  it('give the known index of Johnston for [4; 3, 2, 1]', () => {
    // Divided by their sum, 3: 2/3, 1/6, 1/6.
    expect(johnstonScores({ quota: 4, weights: [3, 2, 1] }).map(showRational)).toEqual(['2', '1/2', '1/2']);
  });
});
