/** The maximal losing coalitions: those that win whoever joins. A game is told by them, and an intersection has to reject each. */
import { winsWith, type Layers } from '../linear/layers.js';
import type { Coalition } from './reject.js';

/** All maximal losing coalitions, player by player; undefined when there are more than `most`, or more than 2^16 vectors to try. */
export function maximalLosing(layers: Layers, most: number): Coalition[] | undefined {
  const { sizes, classOf } = layers;
  if (sizes.reduce((product, size) => product * (size + 1), 1) > 2 ** 16) return undefined;
  const members = sizes.map((_, c) => classOf.flatMap((own, player) => (own === c ? [player] : [])));
  const found: Coalition[] = [];
  const counts = sizes.map(() => 0);
  for (;;) {
    if (!winsWith(layers, counts) && sizes.every((size, c) => counts[c] === size || winsWith(layers, counts.with(c, counts[c]! + 1)))) {
      const number = sizes.reduce((product, size, c) => product * choose(size, counts[c]!), 1);
      if (found.length + number > most) return undefined;
      let coalitions: number[][] = [[]];
      members.forEach((list, c) => (coalitions = coalitions.flatMap((start) => subsets(list, counts[c]!).map((part) => [...start, ...part]))));
      found.push(...coalitions.map((coalition) => coalition.sort((a, b) => a - b)));
    }
    let c = sizes.length - 1;
    while (c >= 0 && counts[c] === sizes[c]) counts[c--] = 0;
    if (c < 0) return found;
    counts[c]!++;
  }
}

function choose(n: number, k: number): number {
  let result = 1;
  for (let i = 0; i < k; i++) result = (result * (n - i)) / (i + 1);
  return Math.round(result);
}

function subsets(list: readonly number[], count: number): number[][] {
  if (count === 0) return [[]];
  if (list.length < count) return [];
  const [first, ...rest] = list;
  return [...subsets(rest, count - 1).map((part) => [first!, ...part]), ...subsets(rest, count)];
}
