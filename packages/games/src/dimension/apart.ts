/**
 * Losing coalitions no two of which one weighted game can reject: each needs a game of its own, so the dimension is at least their number (Kurz & Napel
 * 2016). Two are such when their members can be shared out anew to two winning coalitions.
 */
import { cheapest } from '../linear/extremes.js';
import type { Layers } from '../linear/layers.js';
import { split } from '../weightedness/split.js';
import type { Coalition } from './reject.js';

/** Whether no weighted game lets all winning coalitions pass and rejects both. */
export function areApart(layers: Layers, a: Coalition, b: Coalition): boolean {
  const both = layers.sizes.map(() => 0);
  const one = layers.sizes.map(() => 0);
  const inA = new Set(a);
  for (const player of b) (inA.has(player) ? both : one)[layers.classOf[player]!]!++;
  const inB = new Set(b);
  for (const player of a) if (!inB.has(player)) one[layers.classOf[player]!]!++;
  return split(layers, both, one) !== undefined;
}

/** A generator of whole numbers below a bound, the same at every run (xorshift, Marsaglia 2003). */
export function dice(seed: number): (bound: number) => number {
  let state = seed | 0 || 1;
  return (bound) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % bound;
  };
}

/**
 * A losing coalition that is as heavy as can be by weights thrown with the dice, and grows to a maximal one. Half of the throws leave most weights at
 * zero. Where weights by player are given (of votes that the game is made of), half of the throws mix these instead: what one vote alone rejects is
 * heavy by the others.
 */
export function thrownLosing(layers: Layers, die: (bound: number) => number, mixed: readonly (readonly bigint[])[] = []): Coalition {
  const { classOf, sizes } = layers;
  const weights = mixed.length > 0 && die(2) === 0 ? mixture(mixed, die) : thrownWeights(classOf.length, die);
  const heavier = (a: number, b: number): number => (weights[a]! > weights[b]! ? -1 : weights[a]! < weights[b]! ? 1 : a - b);
  const members = sizes.map((_, c) => classOf.flatMap((own, player) => (own === c ? [player] : [])).sort(heavier));
  const costs = members.map((list) => list.reduce<bigint[]>((sums, player) => [...sums, sums[sums.length - 1]! - weights[player]!], [0n]));
  const { counts } = cheapest(layers, false, costs)!;
  return counts.flatMap((count, c) => members[c]!.slice(0, count)).sort((a, b) => a - b);
}

function thrownWeights(players: number, die: (bound: number) => number): bigint[] {
  const sparse = die(2) === 0;
  return Array.from({ length: players }, () => BigInt((sparse && die(4) > 0 ? 0 : die(1000)) * 1000 + 1 + die(50)));
}

/** The sum of the weights, each list brought to about the same sum and times a thrown factor; and a little of anything. */
function mixture(lists: readonly (readonly bigint[])[], die: (bound: number) => number): bigint[] {
  const factors = lists.map((list) => ({ factor: BigInt(die(2) * die(1000)), sum: list.reduce((all, weight) => all + weight, 1n) }));
  return lists[0]!.map((_, player) => lists.reduce((all, list, i) => all + (list[player]! * factors[i]!.factor * 1_000_000n) / factors[i]!.sum, BigInt(1 + die(20_000))));
}

/** As many coalitions of the pool as a greedy search with restarts finds that are apart from one another; it stops at `enough`. */
export function clique(layers: Layers, pool: readonly Coalition[], rounds: number, die: (bound: number) => number, enough = Infinity): Coalition[] {
  const known = new Map<number, boolean>();
  const apart = (i: number, k: number): boolean => {
    const key = Math.min(i, k) * pool.length + Math.max(i, k);
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = areApart(layers, pool[i]!, pool[k]!)));
    return value;
  };
  let best: number[] = [];
  for (let round = 0; round < rounds && best.length < enough; round++) {
    const order = pool.map((_, i) => i);
    for (let i = order.length - 1; i > 0; i--) {
      const k = die(i + 1);
      [order[i], order[k]] = [order[k]!, order[i]!];
    }
    // Begin with a part of the best, so that rounds build on one another.
    const start = round % 2 === 0 ? [] : best.filter(() => die(3) > 0);
    const chosen = [...start];
    for (const i of order) if (!chosen.includes(i) && chosen.every((other) => apart(i, other))) chosen.push(i);
    if (chosen.length > best.length) best = chosen;
  }
  return best.map((i) => pool[i]!);
}
