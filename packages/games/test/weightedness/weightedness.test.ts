import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layersOfOracle } from '../../src/linear/layers.js';
import { TooLargeError } from '../../src/linear/too-large.js';
import { weightProgram } from '../../src/weightedness/program.js';
import { isTradingTransform, tradingTransform } from '../../src/weightedness/trading.js';
import { unknownsOf } from '../../src/weightedness/unknowns.js';
import { fromRay, weightednessOf } from '../../src/weightedness/weightedness.js';
import { bodyOf } from '../linear/bodies.js';
import { layersOfMask, maskOf, monotoneGames, oracleOf, vectorsOfSum, winsIn, type Mask } from '../linear/everything.js';

/** Settles a game, and checks the proof: the weights on all coalitions, the transform member by member. */
function isWeighted(mask: Mask, n: number): boolean {
  const result = weightednessOf(layersOfMask(mask, n));
  if (result.kind === 'weighted') {
    const { weights, quota, sum } = result.representation;
    expect(maskOf(weights, quota)).toBe(mask);
    expect(weights.reduce((all, weight) => all + weight, 0n)).toBe(sum);
    expect(result.atLeast).toBe(sum);
    return true;
  }
  expect(result.kind === 'not weighted' && isTradingTransform(n, oracleOf(mask, n), result.proof)).toBe(true);
  return false;
}

describe('weighted games', () => {
  it.each([[0, 2], [1, 3], [2, 6], [3, 20], [4, 150], [5, 3287]])('of %i players: %i, as in the literature (Winder 1965; Muroga 1971), each with a proof', (n, count) => {
    const games = n === 0 ? [] : monotoneGames(n);
    expect(n === 0 ? count : games.filter((mask) => isWeighted(mask, n)).length).toBe(count);
  });

  it('of six players: 1111 of the 1171 complete games up to names (Freixas & Molinero 2009), and two constant ones', () => {
    const complete = regularGames(6);
    expect(complete.length).toBe(1173);
    expect(complete.filter((mask) => weightednessOf(layersOfMask(mask, 6)).kind === 'weighted').length).toBe(1113);
  });

  it('have no whole weights of a smaller sum, for all games of four players', () => {
    for (const mask of monotoneGames(4)) {
      const result = weightednessOf(layersOfMask(mask, 4));
      if (result.kind !== 'weighted') continue;
      for (let sum = 0; sum < Number(result.representation.sum); sum++) {
        for (const weights of vectorsOfSum(4, sum)) expect(separates(mask, weights)).toBe(false);
      }
    }
  });

  it('are told with the smallest weights: Security Council, European Community of 1958, Nassau County', () => {
    const own = (quota: number, weights: number[]) => {
      const result = weightednessOf(bodyOf([{ quota, weights }]));
      return result.kind === 'weighted' ? [result.representation.quota, ...result.representation.weights].map(Number) : result.kind;
    };
    expect(own(39, [7, 7, 7, 7, 7, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1])).toEqual([39, 7, 7, 7, 7, 7, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
    expect(own(12, [4, 4, 4, 2, 2, 1])).toEqual([6, 2, 2, 2, 1, 1, 0]);
    expect(own(16, [9, 9, 7, 3, 1, 1])).toEqual([2, 1, 1, 1, 0, 0, 0]);
    expect(own(51, [50, 49, 1])).toEqual([3, 2, 1, 1]);
  });

  it('may need unequal weights for interchangeable members to have the least sum (Freixas & Molinero 2009)', () => {
    const wins = (isIn: (player: number) => boolean) => [7, 6, 6, 4, 4, 4, 3, 2].reduce((sum, weight, i) => (isIn(i) ? sum + weight : sum), 0) >= 12;
    const result = weightednessOf(layersOfOracle([0, 1, 1, 2, 2, 2, 3, 3], wins));
    if (result.kind !== 'weighted') throw new Error(result.kind);
    expect([result.representation.sum, result.atLeast]).toEqual([36n, 36n]);
    expect(result.representation.weights.slice(6).map(Number).sort()).toEqual([2, 3]);
    expect(result.equal.weights.map(Number)).toEqual([8, 7, 7, 5, 5, 5, 3, 3]);
    for (const { weights, quota } of [result.representation, result.equal]) expect(maskOf(weights, quota)).toBe(maskOf([7n, 6n, 6n, 4n, 4n, 4n, 3n, 2n], 12n));
  });

  it('whatever weights they come with: the answer represents them, and is no larger than those', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 9 }), fc.double({ min: 0, max: 1, noNaN: true }), (weights, part) => {
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        const quota = Math.max(1, Math.round(part * total));
        const result = weightednessOf(bodyOf([{ quota, weights }]));
        if (result.kind !== 'weighted') throw new Error(result.kind);
        expect(maskOf(result.representation.weights, result.representation.quota)).toBe(maskOf(weights.map(BigInt), BigInt(quota)));
        expect(result.representation.sum <= BigInt(total)).toBe(true);
        expect(result.atLeast <= result.representation.sum).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

describe('games that are not weighted', () => {
  it('have a trading transform, checked member by member, whichever of two games they are put together from', () => {
    const vote = fc.record({ weights: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 8, maxLength: 8 }), part: fc.double({ min: 0.3, max: 0.8, noNaN: true }) });
    let found = 0;
    fc.assert(
      fc.property(vote, vote, fc.boolean(), (a, b, both) => {
        const votes = [a, b].map(({ weights, part }) => ({ weights, quota: Math.max(1, Math.ceil(part * weights.reduce((sum, weight) => sum + weight, 0))) }));
        const passes = (carried: readonly boolean[]): boolean => (both ? carried.every(Boolean) : carried.some(Boolean));
        const wins = (isIn: (player: number) => boolean) => passes(votes.map(({ weights, quota }) => weights.reduce((sum, weight, i) => (isIn(i) ? sum + weight : sum), 0) >= quota));
        const layers = bodyOf(votes, passes);
        const result = weightednessOf(layers);
        if (result.kind !== 'not weighted') return;
        found++;
        expect(isTradingTransform(8, wins, result.proof)).toBe(true);
      }),
      { numRuns: 150 },
    );
    expect(found).toBeGreaterThan(20);
  });

  it('are proved by three winning and three losing coalitions where two do not do (Gabelman 1961: the magic square)', () => {
    const square = [4, 9, 2, 3, 5, 7, 8, 1, 6].map((own) => 100 + own);
    const rows = [0b000000111, 0b000111000, 0b111000000];
    const wins = (isIn: (player: number) => boolean): boolean => {
      const coalition = square.reduce((bits, _, i) => (isIn(i) ? bits | (1 << i) : bits), 0);
      const weight = square.reduce((sum, own, i) => (isIn(i) ? sum + own : sum), 0);
      return weight > 315 || rows.includes(coalition);
    };
    const result = weightednessOf(layersOfOracle([0, 1, 2, 3, 4, 5, 6, 7, 8], wins));
    if (result.kind !== 'not weighted') throw new Error(result.kind);
    expect(isTradingTransform(9, wins, result.proof)).toBe(true);
    expect(result.proof.winning.reduce((sum, { times }) => sum + times, 0n)).toBe(3n);
  });

  it('are proved by what the linear program itself says, too, also with classes', () => {
    for (const mask of monotoneGames(4).filter((game) => !winsIn(game, 0) && winsIn(game, 15))) {
      const layers = layersOfMask(mask, 4);
      const { program, price, conditions } = weightProgram(layers, unknownsOf(layers, 'class'));
      const outcome = program.maximise(price);
      if (outcome.kind === 'unbounded') expect(isTradingTransform(4, oracleOf(mask, 4), tradingTransform(layers, fromRay(layers, outcome.ray, conditions)))).toBe(true);
    }
    const halves = (isIn: (player: number) => boolean): boolean => [0, 1, 2].filter(isIn).length >= 2 && [3, 4, 5, 6, 7].filter(isIn).length >= 3;
    const layers = layersOfOracle([0, 0, 0, 1, 1, 1, 1, 1], halves);
    const { program, price, conditions } = weightProgram(layers, unknownsOf(layers, 'class'));
    const outcome = program.maximise(price);
    expect(outcome.kind === 'unbounded' && isTradingTransform(8, halves, tradingTransform(layers, fromRay(layers, outcome.ray, conditions)))).toBe(true);
  });
});

describe('trading transforms', () => {
  const wins = (isIn: (player: number) => boolean): boolean => (isIn(0) && isIn(1)) || (isIn(2) && isIn(3));
  const winning = [{ coalition: [0, 1], times: 1n }, { coalition: [2, 3], times: 1n }];
  const losing = [{ coalition: [0, 2], times: 1n }, { coalition: [1, 3], times: 1n }];
  it('are told from what only looks like one', () => {
    expect(isTradingTransform(4, wins, { winning, losing })).toBe(true);
    expect(isTradingTransform(4, wins, { winning, losing: [losing[0]!, { coalition: [1, 2], times: 1n }] })).toBe(false);
    expect(isTradingTransform(4, wins, { winning: losing, losing: winning })).toBe(false);
    expect(isTradingTransform(4, wins, { winning: [], losing: [] })).toBe(false);
    expect(isTradingTransform(4, wins, { winning, losing: [{ coalition: [0, 0, 2], times: 1n }, losing[1]!] })).toBe(false);
    expect(isTradingTransform(4, wins, { winning: [{ coalition: [0, 1], times: 2n }], losing })).toBe(false);
  });
});

describe('limits', () => {
  it('are kept, and told', () => {
    const layers = bodyOf([{ quota: 3, weights: [2, 1, 1] }]);
    expect(() => weightednessOf(layers, { classes: 1 })).toThrow(TooLargeError);
    expect(() => weightednessOf(layers, { nodes: 2 })).toThrow('a decision diagram of 3 nodes is too large for exact linear programs over coalitions (at most 2)');
  });
  it('games that are not monotone are told', () => {
    expect(weightednessOf(layersOfOracle([0, 1], (isIn) => isIn(0) && !isIn(1))).kind).toBe('not applicable');
  });
});

/** Whether some quota makes these weights represent the game. */
function separates(mask: Mask, weights: readonly number[]): boolean {
  let [least, most] = [Infinity, -Infinity];
  for (let coalition = 0; coalition < 1 << weights.length; coalition++) {
    const weight = weights.reduce((sum, own, i) => ((coalition >> i) & 1 ? sum + own : sum), 0);
    if (winsIn(mask, coalition)) least = Math.min(least, weight);
    else most = Math.max(most, weight);
  }
  return most < least;
}

/** All games in which player i is at least as desirable as player i + 1: up-sets of coalitions under joining and changing a member for one before it. */
function regularGames(n: number): Mask[] {
  const coalitions = Array.from({ length: 1 << n }, (_, coalition) => coalition).sort((a, b) => rank(b) - rank(a));
  function rank(coalition: number): number {
    let sum = 0;
    for (let i = 0; i < n; i++) if ((coalition >> i) & 1) sum += n - i;
    return sum;
  }
  const above = (coalition: number): number[] => {
    const list: number[] = [];
    if (!((coalition >> (n - 1)) & 1)) list.push(coalition | (1 << (n - 1)));
    for (let i = 1; i < n; i++) if ((coalition >> i) & 1 && !((coalition >> (i - 1)) & 1)) list.push((coalition & ~(1 << i)) | (1 << (i - 1)));
    return list;
  };
  const games: Mask[] = [];
  const go = (at: number, mask: Mask): void => {
    if (at === coalitions.length) {
      games.push(mask);
      return;
    }
    const coalition = coalitions[at]!;
    if (above(coalition).every((higher) => winsIn(mask, higher))) go(at + 1, mask | (1n << BigInt(coalition)));
    go(at + 1, mask);
  };
  go(0, 0n);
  return games;
}
