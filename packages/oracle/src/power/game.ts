/**
 * Simple games as plainly as can be: a number of members and a test of a coalition. Everything else in this folder goes through all coalitions,
 * as the definitions of the literature read (docs/power-definitions.md), and shares no code with the engine that it checks.
 */

/** Members 0 … n-1, and whether a coalition wins; the coalition has member i where bit i of `mask` is set. It need not be monotone. */
export interface YesNoGame {
  readonly n: number;
  readonly wins: (mask: number) => boolean;
}

/** The most members of whom all coalitions are tried. */
export const MOST_MEMBERS = 16;

const known = new WeakMap<YesNoGame, Uint8Array>();

/** 1 for each coalition that wins, otherwise 0, by mask. @throws RangeError beyond 16 members. */
export function table(game: YesNoGame): Uint8Array {
  const found = known.get(game);
  if (found !== undefined) return found;
  if (!(game.n >= 0 && game.n <= MOST_MEMBERS)) throw new RangeError(`all coalitions of ${game.n} members are more than the oracle tries (at most ${MOST_MEMBERS} members)`);
  const all = Uint8Array.from({ length: 2 ** game.n }, (_, mask) => (game.wins(mask) ? 1 : 0));
  known.set(game, all);
  return all;
}

/** Whether member i is in the coalition. */
export const has = (mask: number, i: number): boolean => (mask & (1 << i)) !== 0;

/** The coalition without member i. */
export const without = (mask: number, i: number): number => mask & ~(1 << i);

/** How many members a coalition has. */
export function size(mask: number): number {
  let count = 0;
  for (let left = mask; left !== 0; left >>= 1) count += left & 1;
  return count;
}

/** The numbers 0 … n-1. */
export const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

/** The members of a coalition, in order. */
export const membersOf = (mask: number): number[] => range(32 - Math.clz32(mask)).filter(i => has(mask, i));

/** The coalition of these members. */
export const coalition = (members: readonly number[]): number => members.reduce((mask, i) => mask | (1 << i), 0);

/** The coalition of all. */
export const everybody = (n: number): number => 2 ** n - 1;

/** [quota; weights]: a coalition wins whose weights add up to the quota at least. */
export function weighted(quota: number, weights: readonly number[]): YesNoGame {
  return { n: weights.length, wins: mask => weights.reduce((sum, weight, i) => sum + (has(mask, i) ? weight : 0), 0) >= quota };
}

/** The game in which a coalition wins that contains one of these. */
export function generated(n: number, coalitions: readonly number[]): YesNoGame {
  return { n, wins: mask => coalitions.some(least => (mask & least) === least) };
}

/** The coalitions of i and j exchanged: member i is in it where j was, and the other way round. */
export function exchanged(mask: number, i: number, j: number): number {
  return has(mask, i) === has(mask, j) ? mask : mask ^ (1 << i) ^ (1 << j);
}

/** All orders of 0 … n-1. */
export function orders(n: number): number[][] {
  if (n === 0) return [[]];
  return orders(n - 1).flatMap(order => range(n).map(at => [...order.slice(0, at), n - 1, ...order.slice(at)]));
}
