import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addRational, rational, showRational, subRational, toNumber, ZERO } from '../../src/rational.js';
import { certainDecimals, certifiedShapleyShubik, count, countSwings, exactShapleyShubik, planProfile, profileFrom, shapleyShubikOf, weightedProfile } from '../../src/weighted/index.js';
import { gaussLegendre } from '../../src/weighted/gauss.js';
import { bySize, KERNELS, tried, votes } from './brute.js';
import { ELECTORS, ELECTOR_SHAPLEY, ELECTOR_SWINGS, ELECTOR_WINNING } from './known.js';

describe('the profile of a weighted vote', () => {
  it('agrees with all coalitions tried one by one, from one pass or from many', () => {
    fc.assert(fc.property(votes(9), KERNELS, fc.constantFrom(1, 2, 3, 5, 1000), (vote, kernel, rows) => {
      const game = tried(vote);
      const cells = vote.weights.reduce((sum, weight) => sum + weight, 0);
      const { profile } = weightedProfile(vote, { kernel, bytesPerPass: 4 * cells * rows });
      const won = game.coalitions.filter(game.wins);
      expect(profile.winning).toEqual(bySize(game, won, game.n + 1).all);
      const expected = vote.weights.map((_, i) => Array.from({ length: game.n }, (__, s) => BigInt(won.filter((coalition) => game.sizeOf(coalition) === s + 1 && game.critical(coalition).includes(i)).length)));
      expect(profile.classOf.map((one) => profile.swings[one])).toEqual(expected);
    }), { numRuns: 200 });
  });

  it('is the same from many small passes in any order as from one', () => {
    const vote = { quota: 270, weights: ELECTORS };
    const plan = planProfile(vote, { bytesPerPass: 4 * 270 * 6 });
    expect(plan.passes.length).toBeGreaterThan(10);
    const results = plan.passes.map((pass) => ({ pass, result: count(pass) })).reverse();
    expect(profileFrom(plan, plan.passes.map((pass) => results.find((one) => one.pass === pass)!.result))).toEqual(weightedProfile(vote).profile);
  });

  it('from as many passes as there are sizes has the sums that are counted without regard to size', () => {
    // Negative powers of two are multiplied by primes less two, four, eight: quotients a hair below a whole number.
    const weights = Array.from({ length: 60 }, (_, i) => 17 + ((i * i * 7) % 311));
    const vote = { quota: Math.floor(weights.reduce((sum, weight) => sum + weight, 0) / 2) + 1, weights };
    const { classOf, swings, winning } = countSwings(vote);
    for (const kernel of ['vectors', 'plain'] as const) {
      const plan = planProfile(vote, { bytesPerPass: 1 });
      expect(plan.passes.map(({ wrap }) => wrap)).toEqual(expect.arrayContaining([-2, -4, -8]));
      const { profile } = weightedProfile(vote, { bytesPerPass: 1, kernel });
      expect(profile.classOf).toEqual(classOf);
      expect(profile.swings.map((bySize) => bySize.reduce((a, b) => a + b))).toEqual(swings);
      expect(profile.winning.reduce((a, b) => a + b)).toBe(winning);
    }
  });

  it('of the Electoral College has the known sums', () => {
    const { profile } = weightedProfile({ quota: 270, weights: ELECTORS });
    expect(profile.winning.reduce((a, b) => a + b)).toBe(ELECTOR_WINNING);
    expect(profile.classOf.map((one) => profile.swings[one]!.reduce((a, b) => a + b))).toEqual(ELECTORS.map((votes) => ELECTOR_SWINGS.get(votes)));
  });
});

describe('the Shapley–Shubik index of a weighted vote', () => {
  it('of the Electoral College is the known one', () => {
    const index = exactShapleyShubik({ quota: 270, weights: ELECTORS });
    const { classOf } = weightedProfile({ quota: 270, weights: ELECTORS }).profile;
    for (const [votes, share] of ELECTOR_SHAPLEY) expect(showRational(index[classOf[ELECTORS.indexOf(votes)]!]!)).toBe(share);
  });

  it('adds up to exactly one, members of weight zero have none of it, and others do not mind them', () => {
    fc.assert(fc.property(votes(40), ({ quota, weights }) => {
      const { profile } = weightedProfile({ quota, weights: [0, ...weights] });
      const index = shapleyShubikOf(profile);
      expect(profile.classOf.reduce((sum, one) => addRational(sum, index[one]!), ZERO)).toEqual(rational(1));
      expect(index[0]).toEqual(ZERO);
      const without = shapleyShubikOf(weightedProfile({ quota, weights }).profile);
      const { classOf } = weightedProfile({ quota, weights }).profile;
      expect(classOf.map((one) => without[one])).toEqual(profile.classOf.slice(1).map((one) => index[one]));
    }), { numRuns: 60 });
  });

  it('in certified decimals lies within the bound of the exact fractions, and the bound is small', () => {
    fc.assert(fc.property(votes(60), KERNELS, (vote, kernel) => {
      const exact = exactShapleyShubik(vote);
      certifiedShapleyShubik(vote, { kernel }).forEach(({ value, error }, one) => {
        const twoPowers = rational(BigInt(Math.round(value * 2 ** 80 / 2 ** 27)), 2n ** 53n);
        expect(Math.abs(toNumber(subRational(exact[one]!, twoPowers)))).toBeLessThanOrEqual(error + 2 ** -53);
        expect(error).toBeLessThan(1e-13);
      });
    }), { numRuns: 100 });
  });

  it('in decimals prints no digit that is not certain', () => {
    expect(certainDecimals({ value: 0.123456789, error: 1e-6 })).toBe('0.12346');
    expect(certainDecimals({ value: 0.25, error: 0 })).toBe('0.250000000000000');
    expect(certainDecimals({ value: 0.499999, error: 1e-3 })).toBe('0.50');
    expect(certainDecimals({ value: 0.5, error: 0.4 })).toBe('1');
  });
});

describe('Gauss–Legendre quadrature', () => {
  it('with n nodes integrates every power up to 2n - 1', () => {
    for (const nodes of [1, 2, 5, 24, 95]) {
      const rule = gaussLegendre(nodes, 0);
      for (const power of [0, 1, 2, 2 * nodes - 2, 2 * nodes - 1].filter((degree) => degree < 2 * nodes)) {
        const sum = rule.reduce((total, { odds, share, middle }) => {
          const p = odds / (1 + odds);
          return total + share * (middle ? p ** power : p ** power + (1 - p) ** power);
        }, 0);
        expect(Math.abs(sum - 1 / (power + 1))).toBeLessThan(1e-13);
      }
    }
  });
});
