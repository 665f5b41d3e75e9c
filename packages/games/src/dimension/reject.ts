/** Weighted games that let every winning coalition of a game pass, and reject given losing ones. */
import { ColumnProgram, type Column, type Pricing } from '../linear/columns.js';
import { cheapest } from '../linear/extremes.js';
import type { Layers } from '../linear/layers.js';
import type { Representation } from '../weightedness/weightedness.js';

/** A coalition of players: the players in it, in order. */
export type Coalition = readonly number[];

/**
 * A weighted game that every winning coalition passes and none of these losing ones; undefined when there is none. The weights are whole, not the
 * smallest; interchangeable players may weigh differently. `met`: winning coalitions to begin with; those that were needed are added to it.
 */
export function rejecting(layers: Layers, losing: readonly Coalition[], met: Coalition[] = []): Representation | undefined {
  const { classOf, sizes } = layers;
  const n = classOf.length;
  const program = new ColumnProgram([...classOf.map(() => 1n), 0n]);
  const outside = (coalition: Coalition, wins: boolean): Column => {
    const entries = new Array<bigint>(n + 1).fill(wins ? -1n : 1n);
    for (const player of coalition) entries[player] = 0n;
    entries[n] = wins ? 1n : -1n;
    return { entries, gain: wins ? 0n : 1n };
  };
  program.add(...losing.map((coalition) => outside(coalition, false)), ...met.map((coalition) => outside(coalition, true)));
  const price: Pricing = (prices) => {
    const members = sizes.map((_, c) => classOf.flatMap((own, player) => (own === c ? [player] : [])).sort((a, b) => (prices[a]! < prices[b]! ? -1 : prices[a]! > prices[b]! ? 1 : 0)));
    const costs = members.map((list) => list.reduce<bigint[]>((sums, player) => [...sums, sums[sums.length - 1]! + prices[player]!], [0n]));
    const quota = prices.slice(0, n).reduce((sum, weight) => sum + weight, 0n) - prices[n]!;
    const winning = cheapest(layers, true, costs);
    if (winning === undefined || winning.cost >= quota) return [];
    const coalition = winning.counts.flatMap((count, c) => members[c]!.slice(0, count)).sort((a, b) => a - b);
    met.push(coalition);
    return [outside(coalition, true)];
  };
  const outcome = program.maximise(price);
  if (outcome.kind !== 'optimal') return undefined;
  // Over the scale, those outside a losing coalition weigh p + 1 at least: the quota is w(N) - p.
  const weights = outcome.prices.slice(0, n);
  const sum = weights.reduce((all, weight) => all + weight, 0n);
  return lowered({ weights, quota: sum - outcome.prices[n]!, sum });
}

/** The same game with a common divisor of the weights taken out. */
function lowered({ weights, quota, sum }: Representation): Representation {
  let divisor = 0n;
  for (const weight of weights) for (let [a, b] = [divisor, weight]; ; [a, b] = [b, a % b]) if (b === 0n) { divisor = a; break; }
  if (divisor === 0n) return { weights, quota, sum };
  return { weights: weights.map((weight) => weight / divisor), quota: (quota + divisor - 1n) / divisor, sum: sum / divisor };
}
