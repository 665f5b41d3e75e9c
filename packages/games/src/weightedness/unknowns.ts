/**
 * The weights of a representation as unknowns of a linear program, and its conditions as columns (linear/columns.ts).
 *
 * Interchangeable members may be put in the order of their weights. So the weights of a class are told by the differences d_i ≥ 0 between the weight of
 * its i-th member and that of the next (the last counts from zero); with one difference for a class, all its members weigh the same. With q = w(N) - p,
 * the program is: minimise w(N), where those outside a winning coalition weigh at most p, and those outside a losing one p + 1 at least.
 */
import type { Column } from '../linear/columns.js';
import { cheapest, type Costs } from '../linear/extremes.js';
import type { Counts, Layers } from '../linear/layers.js';

/** A difference: so many members of the class, the heaviest, share it. */
export interface Unknown {
  readonly of: number;
  readonly upTo: number;
}

/** One unknown a class (members of a class weigh the same), or one a member. */
export const unknownsOf = ({ sizes }: Layers, each: 'class' | 'member'): Unknown[] =>
  sizes.flatMap((size, of) => (each === 'class' ? [{ of, upTo: size }] : Array.from({ length: size }, (_, i) => ({ of, upTo: i + 1 }))));

/** What the rows of the program allow: the sum of the weights is what is kept small. The last row is p. */
export const boundsOf = (unknowns: readonly Unknown[]): bigint[] => [...unknowns.map(({ upTo }) => BigInt(upTo)), 0n];

/** The condition of a winning coalition: of each class, its lightest members are in it. */
export const winningColumn = (unknowns: readonly Unknown[], { sizes }: Layers, counts: Counts): Column => ({
  entries: [...unknowns.map(({ of, upTo }) => -BigInt(Math.min(upTo, sizes[of]! - counts[of]!))), 1n],
  gain: 0n,
});

/** The condition of a losing coalition: of each class, its heaviest members are in it. */
export const losingColumn = (unknowns: readonly Unknown[], counts: Counts): Column => ({
  entries: [...unknowns.map(({ of, upTo }) => BigInt(Math.max(0, upTo - counts[of]!))), -1n],
  gain: 1n,
});

/** [class]: the weights of its members, the heaviest first. */
export function weightsFrom(unknowns: readonly Unknown[], { sizes }: Layers, differences: readonly bigint[]): bigint[][] {
  const weights = sizes.map((size) => new Array<bigint>(size).fill(0n));
  unknowns.forEach(({ of, upTo }, i) => {
    for (let member = 0; member < upTo; member++) weights[of]![member]! += differences[i]!;
  });
  return weights;
}

/** Costs of the lightest members of each class, for winning coalitions of least weight. */
export const lightest = (weights: readonly (readonly bigint[])[]): Costs => weights.map((list) => sums([...list].reverse()));

/** Costs of the heaviest members with the sign turned, for losing coalitions of most weight. */
export const heaviest = (weights: readonly (readonly bigint[])[]): Costs => weights.map((list) => sums(list).map((sum) => -sum));

function sums(list: readonly bigint[]): bigint[] {
  const result = [0n];
  for (const weight of list) result.push(result[result.length - 1]! + weight);
  return result;
}

/** The least weight that wins and the most that loses; where one is undefined, all coalitions are on the other side. Weights with the heaviest first. */
export function margin(layers: Layers, weights: readonly (readonly bigint[])[]): { readonly leastWinning: bigint | undefined; readonly mostLosing: bigint | undefined } {
  const losing = cheapest(layers, false, heaviest(weights));
  return { leastWinning: cheapest(layers, true, lightest(weights))?.cost, mostLosing: losing && -losing.cost };
}
