import fc from 'fast-check';
import type { WeightedVote } from '../../src/weighted/vote.js';

/** All coalitions, as bits, tried one by one: what the engine must agree with. */
export interface Tried {
  readonly n: number;
  readonly wins: (coalition: number) => boolean;
  readonly critical: (coalition: number) => number[];
  readonly sizeOf: (coalition: number) => number;
  readonly coalitions: readonly number[];
}

export function tried({ quota, weights }: WeightedVote): Tried {
  const n = weights.length;
  const members = (coalition: number): number[] => weights.flatMap((_, i) => ((coalition >> i) & 1 ? [i] : []));
  const wins = (coalition: number): boolean => members(coalition).reduce((sum, i) => sum + weights[i]!, 0) >= quota;
  const coalitions = Array.from({ length: 2 ** n }, (_, coalition) => coalition);
  return { n, wins, sizeOf: (coalition) => members(coalition).length, coalitions, critical: (coalition) => (wins(coalition) ? members(coalition).filter((i) => !wins(coalition & ~(1 << i))) : []) };
}

/** [i]: how many coalitions of each size that have i, out of those given. */
export function bySize(game: Tried, chosen: readonly number[], sizes: number, sizeOf: (coalition: number) => number = game.sizeOf): { all: bigint[]; having: bigint[][] } {
  const tally = (of: readonly number[]): bigint[] => Array.from({ length: sizes }, (_, s) => BigInt(of.filter((coalition) => sizeOf(coalition) === s).length));
  return { all: tally(chosen), having: Array.from({ length: game.n }, (_, i) => tally(chosen.filter((coalition) => (coalition >> i) & 1))) };
}

/** Votes of up to `most` members, some of weight zero, many alike, some with a common divisor. */
export const votes = (most: number): fc.Arbitrary<WeightedVote> =>
  fc.tuple(fc.constantFrom(1, 3), fc.constantFrom(3, 12, 60)).chain(([factor, heaviest]) =>
    fc.array(fc.nat(heaviest), { minLength: 1, maxLength: most }).filter((weights) => weights.some((weight) => weight > 0)).chain((few) => {
      const weights = few.map((weight) => factor * weight);
      return fc.integer({ min: 1, max: weights.reduce((sum, weight) => sum + weight, 0) }).map((quota) => ({ quota, weights }));
    }));

/** Both kinds of loops, and what the engine chooses itself. */
export const KERNELS = fc.constantFrom<('vectors' | 'plain' | undefined)[]>('vectors', 'plain', undefined);
