import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addRational, mulRational, type Rational, rational, showRational, ZERO } from '../../src/rational.js';
import {
  BANZHAF_OWEN, COUNTING_COALITIONAL_BANZHAF, exactShapleyShubik, OWEN, SYMMETRIC_COALITIONAL_BANZHAF, unionValues, type UnionWeighing, type Weighing, WeightedVoteError,
} from '../../src/weighted/index.js';
import { KERNELS, votes } from './brute.js';

/** All sets of other unions and of other members of the union, tried one by one. */
function triedWithUnions({ quota, weights }: { quota: number; weights: readonly number[] }, unionOf: readonly number[], { among, within }: UnionWeighing): Rational[] {
  const unions = [...new Set(unionOf)];
  const totals = unions.map((union) => weights.reduce((sum, weight, i) => sum + (unionOf[i] === union ? weight : 0), 0));
  const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);
  const share = (by: Weighing, n: number, size: number): Rational => (by === 'banzhaf' ? rational(1, 2 ** (n - 1)) : rational(1, n * choose(n - 1, size)));
  const subsets = <T>(of: readonly T[]): T[][] => of.reduce<T[][]>((all, one) => [...all, ...all.map((set) => [...set, one])], [[]]);
  return weights.map((weight, i) => {
    const own = weights.flatMap((_, j) => (j !== i && unionOf[j] === unionOf[i] ? [j] : []));
    const others = unions.flatMap((union, k) => (union === unionOf[i] ? [] : [k]));
    let value = ZERO;
    for (const sets of subsets(others)) {
      for (const members of subsets(own)) {
        const sum = sets.reduce((total, k) => total + totals[k]!, 0) + members.reduce((total, j) => total + weights[j]!, 0);
        if (sum < quota && sum + weight >= quota) value = addRational(value, mulRational(share(among, unions.length, sets.length), share(within, own.length + 1, members.length)));
      }
    }
    return value;
  });
}

describe('values with a-priori unions', () => {
  it('agree with all coalitions tried one by one', () => {
    const weighings = fc.constantFrom(OWEN, BANZHAF_OWEN, SYMMETRIC_COALITIONAL_BANZHAF, COUNTING_COALITIONAL_BANZHAF);
    fc.assert(fc.property(votes(7), fc.array(fc.nat(3), { minLength: 7, maxLength: 7 }), weighings, KERNELS, (vote, names, weighing, kernel) => {
      const unionOf = vote.weights.map((_, i) => names[i]!);
      expect(unionValues(vote, unionOf, weighing, { kernel })).toEqual(triedWithUnions(vote, unionOf, weighing));
    }), { numRuns: 200 });
  });

  it('of a published example', () => {
    const vote = { quota: 68, weights: [60, 34, 13, 11, 17] };
    expect(unionValues(vote, [0, 1, 1, 1, 2], OWEN).map(showRational)).toEqual(['1/3', '1/9', '1/9', '1/9', '1/3']);
    expect(unionValues(vote, [0, 1, 1, 1, 2], BANZHAF_OWEN).map(showRational)).toEqual(['1/2', '1/8', '1/8', '1/8', '1/2']);
  });

  it('of the Security Council with three permanent members in one union', () => {
    const vote = { quota: 39, weights: [7, 7, 7, 7, 7, ...new Array<number>(10).fill(1)] };
    const unionOf = [0, 0, 0, ...Array.from({ length: 12 }, (_, k) => k + 1)];
    const shown = (weighing: UnionWeighing): string[] => [0, 3, 5].map((i) => showRational(unionValues(vote, unionOf, weighing)[i]!));
    expect(shown(OWEN)).toEqual(['133/1287', '133/429', '1/143']);
    expect(shown(BANZHAF_OWEN)).toEqual(['53/1024', '53/256', '21/1024']);
  });

  it('where everybody is alone, or all are in one union, Owen is Shapley–Shubik', () => {
    fc.assert(fc.property(votes(20), (vote) => {
      const classes = new Map<number, number>();
      for (const weight of vote.weights) if (!classes.has(weight)) classes.set(weight, classes.size);
      const index = exactShapleyShubik(vote);
      const expected = vote.weights.map((weight) => index[classes.get(weight)!]!);
      expect(unionValues(vote, vote.weights.map((_, i) => i), OWEN)).toEqual(expected);
      expect(unionValues(vote, vote.weights.map(() => 0), OWEN)).toEqual(expected);
    }), { numRuns: 40 });
  });

  it('a member without a union is an error', () => {
    expect(() => unionValues({ quota: 2, weights: [1, 1] }, [0], OWEN)).toThrow(WeightedVoteError);
    expect(() => unionValues({ quota: 2, weights: [1, 1] }, [0, Number.NaN], OWEN)).toThrow('member 1 has no union');
  });
});
