/**
 * A choice between a weighted vote and "at least so many members", as an intersection of a few weighted games. Coalitions block it when at least t
 * members are outside, who weigh at least b: the set of these blocking coalitions is covered by weighted ones, as follows.
 *
 * Cap all weights at ⌊(b - 1) / (t - 1)⌋, so that t - 1 members never reach b: what reaches b with capped weights has t members, and all blocking
 * coalitions whose members are not capped do. The others have a capped member; for the heaviest of them, what is asked of the rest is the same question
 * with t - 1, less weight and lighter members. For t = 2 the capped weights do for all: a capped member and any other reach b.
 */
import type { Vote } from './parts.js';

/** Weighted games whose intersection is the union of the votes, where all but one give the same weight to every player; undefined for others. */
export function coverOf(votes: readonly Vote[]): Vote[] | undefined {
  const equal = votes.filter(({ weights }) => weights.every((weight) => weight === weights[0] && weight > 0n));
  const others = votes.filter((vote) => !equal.includes(vote));
  if (others.length === 0) return undefined;
  if (others.length > 1) return undefined;
  const { weights, quota } = others[0]!;
  const n = weights.length;
  const heads = equal.reduce((least, vote) => Math.min(least, Number((vote.quota + vote.weights[0]! - 1n) / vote.weights[0]!)), n + 1);
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  const members = weights.map((_, player) => player).sort((a, b) => (weights[a]! > weights[b]! ? -1 : weights[a]! < weights[b]! ? 1 : a - b));
  return blocking(n, members, weights, n - heads + 1, total - quota + 1n).map((own) => passing(own));
}

/** The winning coalitions of a vote in which those outside block when they weigh the quota. */
function passing({ weights, quota }: Vote): Vote {
  return { weights, quota: weights.reduce((sum, weight) => sum + weight, 0n) - quota + 1n };
}

/** Votes that together are reached by the coalitions with at least t of the members (heaviest first) and at least a weight of b. */
function blocking(n: number, members: readonly number[], weights: readonly bigint[], t: number, b: bigint): Vote[] {
  const take = (weight: (player: number) => bigint, quota: bigint): Vote => ({ weights: Array.from({ length: n }, (_, player) => (members.includes(player) ? weight(player) : 0n)), quota });
  const sum = (players: readonly number[]): bigint => players.reduce((all, player) => all + weights[player]!, 0n);
  if (members.length < t || sum(members) < b) return [];
  if (t <= 0 || sum(members.slice(0, t - 1)) < b) return [take((player) => weights[player]!, b)];
  if (sum(members.slice(members.length - t)) >= b) return [take(() => 1n, BigInt(t))];
  const cap = (b - 1n) / BigInt(t - 1);
  const capped = take((player) => (weights[player]! < cap ? weights[player]! : cap), b);
  // With t = 2 and no member without weight, a capped member and any other reach b.
  if (t === 2 && members.every((player) => weights[player]! > 0n)) return [capped];
  const rest = members.flatMap((player, i) => {
    if (weights[player]! <= cap) return [];
    return blocking(n, members.slice(i + 1), weights, t - 1, b - weights[player]!).map((own) => {
      const above = own.weights.reduce((all, weight) => all + weight, 1n);
      return { weights: own.weights.with(player, above), quota: own.quota + above };
    });
  });
  return [capped, ...rest];
}
