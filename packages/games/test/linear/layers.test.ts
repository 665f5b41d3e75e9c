import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cheapest, cheapestMarked } from '../../src/linear/extremes.js';
import { isMonotone, layersOfOracle, nodesOf, winsWith, type Layers } from '../../src/linear/layers.js';
import { TooLargeError } from '../../src/linear/too-large.js';
import { bodyOf } from './bodies.js';

/** All vectors of counts. */
function* vectors(sizes: readonly number[]): Generator<number[]> {
  if (sizes.length === 0) yield [];
  else for (const rest of vectors(sizes.slice(1))) for (let count = 0; count <= sizes[0]!; count++) yield [count, ...rest];
}

/** Any game of counts, monotone or not, in layers. */
const anyGame = fc
  .array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 })
  .chain((sizes) => fc.tuple(fc.constant(sizes), fc.infiniteStream(fc.boolean())))
  .map(([sizes, coin]) => {
    const table = new Map([...vectors(sizes)].map((counts) => [counts.join(), coin.next().value as boolean]));
    const classOf = sizes.flatMap((size, c) => new Array<number>(size).fill(c));
    const layers = layersOfOracle(classOf, (isIn) => table.get(sizes.map((_, c) => classOf.filter((own, player) => own === c && isIn(player)).length).join())!);
    return { layers, sizes, wins: (counts: readonly number[]) => table.get(counts.join())! };
  });

describe('games in layers', () => {
  it('of an oracle say what the oracle says', () => {
    fc.assert(
      fc.property(anyGame, ({ layers, sizes, wins }) => {
        for (const counts of vectors(sizes)) expect(winsWith(layers, counts)).toBe(wins(counts));
      }),
    );
  });

  it('know whether the game is monotone', () => {
    fc.assert(
      fc.property(anyGame, ({ layers, sizes, wins }) => {
        const all = [...vectors(sizes)].every((counts) => !wins(counts) || sizes.every((size, c) => counts[c] === size || wins(counts.with(c, counts[c]! + 1))));
        expect(isMonotone(layers)).toBe(all);
      }),
    );
    expect(isMonotone(bodyOf([{ quota: 39, weights: [7, 7, 7, 7, 7, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1] }]))).toBe(true);
  });

  it('give the cheapest coalition of a side, also among those with a mark', () => {
    const cost = fc.integer({ min: -4, max: 4 });
    fc.assert(
      fc.property(anyGame, fc.array(fc.array(cost, { minLength: 4, maxLength: 4 }), { minLength: 4, maxLength: 4 }), fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 4, maxLength: 4 }), fc.boolean(), fc.constantFrom(1n, 2n ** 60n), ({ layers, sizes, wins }, raw, marks, side, unit) => {
        // In doubles, and beyond them.
        const costs = sizes.map((size, c) => raw[c]!.slice(0, size + 1).map((own) => BigInt(own) * unit + 1n));
        const price = (counts: readonly number[]): bigint => counts.reduce((sum, count, c) => sum + costs[c]![count]!, 0n);
        const mark = (counts: readonly number[]): number => counts.reduce((sum, count, c) => sum + count * marks[c]!, 0);
        const least = (list: readonly number[][]): bigint | undefined => list.map(price).reduce<bigint | undefined>((low, next) => (low === undefined || next < low ? next : low), undefined);
        const own = [...vectors(sizes)].filter((counts) => wins(counts) === side);
        const plain = cheapest(layers, side, costs);
        expect(plain?.cost).toBe(least(own));
        if (plain !== undefined) expect([wins(plain.counts), price(plain.counts)]).toEqual([side, plain.cost]);
        const marked = cheapestMarked(layers, side, costs, marks.slice(0, sizes.length).map(BigInt));
        expect(marked?.cost).toBe(least(own.filter((counts) => mark(counts) !== 0)));
        if (marked !== undefined) expect([wins(marked.counts), price(marked.counts), mark(marked.counts) !== 0]).toEqual([side, marked.cost, true]);
      }),
      { numRuns: 300 },
    );
  });

  it('of votes by sums are those of the oracle', () => {
    const votes = [{ quota: 6, weights: [3, 3, 2, 1, 1] }, { quota: 3, weights: [1, 1, 1, 1, 1] }];
    const layers = bodyOf(votes, (carried) => carried.every(Boolean));
    const other: Layers = layersOfOracle(layers.classOf, (isIn) => votes.every(({ quota, weights }) => weights.reduce((sum, weight, i) => (isIn(i) ? sum + weight : sum), 0) >= quota));
    expect(nodesOf(layers)).toBe(nodesOf(other));
    for (const counts of vectors(layers.sizes)) expect(winsWith(layers, counts)).toBe(winsWith(other, counts));
  });

  it('refuse to try more than 2^20 vectors', () => {
    expect(() => layersOfOracle(Array.from({ length: 21 }, (_, i) => i), () => true)).toThrow(TooLargeError);
    expect(() => layersOfOracle([0, 2], () => true)).toThrow('no player is in class 1');
  });
});
