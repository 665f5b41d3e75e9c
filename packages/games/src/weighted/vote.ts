import { WeightedVoteError } from './errors.js';

/** One weighted vote, [quota; weights]: a coalition wins when its weights add up to the quota at least (von Neumann & Morgenstern 1944). */
export interface WeightedVote {
  readonly quota: number;
  readonly weights: readonly number[];
}

/**
 * A weighted vote, checked: whole weights from 0 that add up to at most 2^53 - 1, and a quota from 1 up to their sum.
 * @throws WeightedVoteError which names the member, counted from 0, where a weight is wrong.
 */
export function weightedVote(quota: number | bigint, weights: readonly (number | bigint)[]): WeightedVote {
  let total = 0n;
  weights.forEach((weight, member) => {
    if (typeof weight !== 'bigint' && !Number.isInteger(weight)) throw new WeightedVoteError(`the weight of member ${member} is ${weight}, which is no whole number`, member);
    if (weight < 0) throw new WeightedVoteError(`the weight of member ${member} is ${weight}, which is negative`, member);
    if (typeof weight === 'number' && !Number.isSafeInteger(weight)) throw new WeightedVoteError(`the weight of member ${member} is ${weight}, which is too large to be exact`, member);
    total += BigInt(weight);
  });
  if (total > BigInt(Number.MAX_SAFE_INTEGER)) throw new WeightedVoteError(`the weights add up to ${total}, more than ${Number.MAX_SAFE_INTEGER}`);
  if (typeof quota !== 'bigint' && !Number.isInteger(quota)) throw new WeightedVoteError(`the quota is ${quota}, which is no whole number`);
  if (quota <= 0) throw new WeightedVoteError(`the quota is ${quota}; with a quota of zero or less even nobody would win`);
  if (quota > total) throw new WeightedVoteError(`the quota is ${quota}, more than all weights together (${total}); nobody could win`);
  return { quota: Number(quota), weights: weights.map(Number) };
}

/** A weighted vote laid out for counting: without members of weight zero, divided by what all weights have in common, equal weights as classes. */
export interface Layout {
  /** All members, those of weight zero included. */
  readonly n: number;
  /** The class of each member: members of equal weight, numbered as they first appear. */
  readonly classOf: readonly number[];
  /** The weight of each class, divided; 0 for the members that can never matter. */
  readonly weightOf: readonly number[];
  readonly sizeOf: readonly number[];
  /** The divided weights above zero, ascending: the order in which the rows of counts stay short. */
  readonly ascending: readonly number[];
  /** How many members have the weight zero. */
  readonly dummies: number;
  readonly total: number;
  readonly quota: number;
  /** What those who block need: the quota of the dual game. */
  readonly blocking: number;
}

/** Lays a vote out. @throws WeightedVoteError see `weightedVote`. */
export function layOut(vote: WeightedVote): Layout {
  const { quota, weights } = weightedVote(vote.quota, vote.weights);
  const common = weights.reduce(divisor, 0);
  const classes = new Map<number, number>();
  const classOf = weights.map((weight) => {
    if (!classes.has(weight)) classes.set(weight, classes.size);
    return classes.get(weight)!;
  });
  const weightOf = Array.from(classes.keys(), (weight) => weight / common);
  const sizeOf = weightOf.map(() => 0);
  for (const one of classOf) sizeOf[one]!++;
  const ascending = weights.filter((weight) => weight > 0).map((weight) => weight / common).sort((a, b) => a - b);
  const total = ascending.reduce((sum, weight) => sum + weight, 0);
  const divided = Math.ceil(quota / common);
  return { n: weights.length, classOf, weightOf, sizeOf, ascending, dummies: weights.length - ascending.length, total, quota: divided, blocking: total - divided + 1 };
}

function divisor(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

/** The most members that a coalition with at most this weight can have: the lightest come first. */
export function mostMembers(ascending: readonly number[], weight: number): number {
  let left = weight;
  let count = 0;
  for (const one of ascending) {
    if (one > left) break;
    left -= one;
    count++;
  }
  return count;
}

/**
 * Binary logarithm of a bound on the number of coalitions with at most this weight: the least value of Π (1 + x^w) / x^weight over 0 < x ≤ 1
 * (Chernoff 1952). Every x gives a bound, so the search for the least need not be exact; 0.01 more covers the rounding of the sum.
 */
export function logCoalitions(ascending: readonly number[], weight: number): number {
  const bound = (rate: number): number => ascending.reduce((sum, one) => sum + Math.log2(1 + Math.exp(-rate * one)), 0) + (rate * weight) / Math.LN2;
  let [low, high] = [0, 50 / Math.max(1, ascending[0] ?? 1)];
  for (let i = 0; i < 60; i++) {
    const [a, b] = [low + (high - low) * 0.382, low + (high - low) * 0.618];
    if (bound(a) <= bound(b)) high = b;
    else low = a;
  }
  return Math.min(ascending.length, bound(low), bound(high)) + 0.01;
}
