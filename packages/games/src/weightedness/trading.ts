/**
 * Trading transforms: so many winning coalitions and as many losing ones, and each player is in as many of the one list as of the other. Whatever the
 * weights, the two lists weigh the same; so no weights and quota can tell them apart, and the game is not weighted. Every game that is not weighted has
 * one (Elgot 1961; Taylor & Zwicker 1992, 1999).
 */
import { gcd } from '../rational.js';
import type { Counts, Layers } from '../linear/layers.js';
import type { Condition } from './program.js';
import { split } from './split.js';

/** The proof that a game is not weighted: both lists are as long, and hold each player as often. Coalitions are lists of players in order. */
export interface TradingTransform {
  readonly winning: readonly Trader[];
  readonly losing: readonly Trader[];
}

export interface Trader {
  readonly coalition: readonly number[];
  /** How often it stands in its list. */
  readonly times: bigint;
}

/** Checks a trading transform against the game, member by member. */
export function isTradingTransform(players: number, wins: (isIn: (player: number) => boolean) => boolean, { winning, losing }: TradingTransform): boolean {
  const balance = new Array<bigint>(players).fill(0n);
  let length = 0n;
  for (const [list, sign] of [[winning, 1n], [losing, -1n]] as const) {
    for (const { coalition, times } of list) {
      const members = new Set(coalition);
      if (times <= 0n || members.size !== coalition.length || wins((player) => members.has(player)) !== sign > 0n) return false;
      length += sign * times;
      for (const player of coalition) {
        if (balance[player] === undefined) return false;
        balance[player] += sign * times;
      }
    }
  }
  return length === 0n && winning.length > 0 && balance.every((difference) => difference === 0n);
}

/** A condition that stands several times. */
export interface Weighed extends Condition {
  readonly times: bigint;
}

/**
 * From conditions that contradict each other (as many winning as losing, and of each class no more members in the winning ones than in the losing
 * ones) to coalitions of players: what the losing ones have too much is left out of them, and the members of a class take turns.
 */
export function tradingTransform(layers: Layers, conditions: readonly Weighed[]): TradingTransform {
  const common = conditions.reduce((divisor, { times }) => gcd(divisor, times), 0n);
  const winning = conditions.filter(({ wins }) => wins).map(({ counts, times }) => ({ counts, times: times / common }));
  const losing = levelled(conditions.filter(({ wins }) => !wins).map(({ counts, times }) => ({ counts, times: times / common })), totals(layers, winning));
  return { winning: seated(layers, winning), losing: seated(layers, losing) };
}

interface Lot {
  readonly counts: Counts;
  readonly times: bigint;
}

const totals = ({ sizes }: Layers, lots: readonly Lot[]): bigint[] => sizes.map((_, c) => lots.reduce((sum, { counts, times }) => sum + times * BigInt(counts[c]!), 0n));

/** Takes members out of losing coalitions until each class is there as often as asked for. */
function levelled(lots: readonly Lot[], wanted: readonly bigint[]): Lot[] {
  let open = [...lots];
  wanted.forEach((total, c) => {
    let surplus = open.reduce((sum, { counts, times }) => sum + times * BigInt(counts[c]!), 0n) - total;
    open = open.flatMap(({ counts, times }) => {
      const parts: Lot[] = [];
      let left = times;
      // As many copies as possible lose all their members of the class; one may lose some of them.
      const here = BigInt(counts[c]!);
      const without = here === 0n ? 0n : surplus / here < left ? surplus / here : left;
      if (without > 0n) parts.push({ counts: counts.with(c, 0), times: without });
      surplus -= without * here;
      left -= without;
      if (left > 0n && surplus > 0n && here > 0n) {
        parts.push({ counts: counts.with(c, Number(here - surplus)), times: 1n });
        surplus = 0n;
        left -= 1n;
      }
      if (left > 0n) parts.push({ counts, times: left });
      return parts;
    });
  });
  return open;
}

/** Coalitions of players: in each class the seats go round, so that every member stands as often as in any other list of the same totals. */
function seated({ classOf, sizes }: Layers, lots: readonly Lot[]): Trader[] {
  const members = sizes.map((_, c) => classOf.flatMap((own, player) => (own === c ? [player] : [])));
  const turn = sizes.map(() => 0);
  const found = new Map<string, { coalition: number[]; times: bigint }>();
  const seat = (counts: Counts, times: bigint): void => {
    const coalition = counts.flatMap((count, c) => Array.from({ length: count }, (_, i) => members[c]![(turn[c]! + i) % sizes[c]!]!)).sort((a, b) => a - b);
    counts.forEach((count, c) => (turn[c] = (turn[c]! + count) % sizes[c]!));
    const key = coalition.join();
    const known = found.get(key);
    if (known === undefined) found.set(key, { coalition, times });
    else known.times += times;
  };
  for (const { counts, times } of lots) {
    // After so many copies, every class is back where it began.
    const round = counts.reduce((all, count, c) => lcm(all, sizes[c]! / Number(gcd(BigInt(sizes[c]!), BigInt(count)))), 1);
    const [rounds, rest] = [times / BigInt(round), Number(times % BigInt(round))];
    if (rounds > 0n) for (let i = 0; i < round; i++) seat(counts, rounds);
    for (let i = 0; i < rest; i++) seat(counts, 1n);
  }
  return [...found.values()];
}

const lcm = (a: number, b: number): number => (a / Number(gcd(BigInt(a), BigInt(b)))) * b;

/** Two losing coalitions among these out of whose members two winning ones can be made: the shortest proof there is, where there is one. */
export function shortTrade(layers: Layers, losing: readonly Counts[]): Weighed[] | undefined {
  for (let i = 0; i < losing.length; i++) {
    for (let k = i; k < losing.length; k++) {
      const pair = [losing[i]!, losing[k]!];
      const both = layers.sizes.map((size, c) => Math.max(0, pair[0]![c]! + pair[1]![c]! - size));
      const won = split(layers, both, layers.sizes.map((_, c) => pair[0]![c]! + pair[1]![c]! - 2 * both[c]!));
      if (won !== undefined) return [...won.map((counts) => ({ counts, wins: true, times: 1n })), ...pair.map((counts) => ({ counts, wins: false, times: 1n }))];
    }
  }
  return undefined;
}
