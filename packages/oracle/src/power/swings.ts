/**
 * The indices that count how often a member makes the difference. A swing counts 1 where the member makes a losing coalition win, and -1 where
 * it makes a winning one lose, which happens in games that are not monotone only: v(S ∪ i) - v(S), as Owen (1975) has it for all games.
 */
import { fraction, plus, times, ZERO, type Rational } from '../rational.js';
import { eachOver, factorial, power, shares, type Index } from './fractions.js';
import { has, orders, range, size, table, type YesNoGame } from './game.js';
import { winning } from './structure.js';

/** By member: for each coalition of s others, 1, 0 or -1, weighted and added up. */
function weightedSwings(game: YesNoGame, weight: (s: number) => Rational): Rational[] {
  const wins = table(game);
  const weights = range(game.n).map(weight);
  return range(game.n).map(i => {
    const bySize = range(game.n).map(() => 0n);
    wins.forEach((before, s) => {
      if (!has(s, i)) bySize[size(s)]! += BigInt(wins[s | (1 << i)]! - before);
    });
    return bySize.reduce((sum, swings, s) => plus(sum, times(fraction(swings), weights[s]!)), ZERO);
  });
}

/** The number of swings of each member: the raw Banzhaf index (Banzhaf 1965). */
export const rawBanzhaf = (game: YesNoGame): Rational[] => weightedSwings(game, () => fraction(1));

/** The share of the coalitions of others in which the member is decisive: the absolute Banzhaf index, or Penrose's measure (Penrose 1946; Dubey & Shapley 1979). */
export const penrose = (game: YesNoGame): Rational[] => weightedSwings(game, () => fraction(1n, 2n ** BigInt(game.n - 1)));

/** The member's share of all swings: the normalised (relative) Banzhaf index (Banzhaf 1965; Coleman 1971). */
export const banzhaf = (game: YesNoGame): Index => shares(rawBanzhaf(game));

/** How often the member's joining decides, if all orders are equally likely (Shapley & Shubik 1954): Σ s! (n-1-s)! / n! over the swings. */
export const shapley = (game: YesNoGame): Rational[] => weightedSwings(game, s => fraction(factorial(s) * factorial(game.n - 1 - s), factorial(game.n)));

/** The same by the definition itself: all orders are tried. @throws RangeError beyond 7 members. */
export function shapleyByOrders(game: YesNoGame): Rational[] {
  if (game.n > 7) throw new RangeError('all orders of more than 7 members are too many');
  const wins = table(game);
  const pivots = range(game.n).map(() => 0n);
  for (const order of orders(game.n)) {
    let s = 0;
    for (const i of order) {
      pivots[i]! += BigInt(wins[s | (1 << i)]! - wins[s]!);
      s |= 1 << i;
    }
  }
  return pivots.map(count => fraction(count, factorial(game.n)));
}

/**
 * The semivalue of the weights p_0 … p_(n-1), p_s for each coalition of s others (Dubey, Neyman & Weber 1981).
 * @throws RangeError unless Σ p_s · C(n-1, s) = 1.
 */
export function semivalue(game: YesNoGame, weights: readonly Rational[]): Rational[] {
  const choose = (s: number): bigint => factorial(game.n - 1) / (factorial(s) * factorial(game.n - 1 - s));
  const sum = weights.reduce((before, p, s) => plus(before, times(p, fraction(choose(s)))), ZERO);
  if (weights.length !== game.n || sum.num !== sum.den) throw new RangeError('the weights of a semivalue, each times the number of coalitions that have it, add up to 1');
  return weightedSwings(game, s => weights[s]!);
}

/** The binomial semivalue: every other member joins with the same chance p, p^s (1-p)^(n-1-s); p = 1/2 is Penrose's measure. */
export function binomialSemivalue(game: YesNoGame, p: Rational): Rational[] {
  const not = fraction(p.den - p.num, p.den);
  return semivalue(game, range(game.n).map(s => times(power(p, s), power(not, game.n - 1 - s))));
}

/**
 * The Coleman–Shapley index (Casajus & Huettner 2019): each member is interested or not by the toss of a coin, and those who are join one after
 * another; so 2^-n times the sum, over the sets T with the member, of its Shapley–Shubik index in the game among T alone.
 */
export function colemanShapley(game: YesNoGame): Rational[] {
  const wins = table(game);
  return range(game.n).map(i => {
    let sum = ZERO;
    wins.forEach((_, interested) => {
      if (!has(interested, i)) return;
      const t = size(interested);
      wins.forEach((before, s) => {
        if ((s & interested) !== s || has(s, i)) return;
        const swing = wins[s | (1 << i)]! - before;
        if (swing !== 0) sum = plus(sum, fraction(BigInt(swing) * factorial(size(s)) * factorial(t - 1 - size(s)), factorial(t)));
      });
    });
    return times(sum, fraction(1n, 2n ** BigInt(game.n)));
  });
}

/** The power of the body to act: the share of all coalitions that win (Coleman 1971). */
export const colemanAct = (game: YesNoGame): Rational => fraction(winning(game).length, 2 ** game.n);

/** The power of each member to prevent action: its swings by the winning coalitions (Coleman 1971). */
export const colemanPrevent = (game: YesNoGame): Index => eachOver(rawBanzhaf(game), fraction(winning(game).length));

/** The power of each member to initiate action: its swings by the losing coalitions (Coleman 1971). */
export const colemanInitiate = (game: YesNoGame): Index => eachOver(rawBanzhaf(game), fraction(2 ** game.n - winning(game).length));

/** How often the outcome is as the member votes, all coalitions being equally likely (Rae 1969, as in Dubey & Shapley 1979). */
export function rae(game: YesNoGame): Rational[] {
  const wins = table(game);
  return range(game.n).map(i => fraction(wins.filter((won, s) => (won === 1) === has(s, i)).length, 2 ** game.n));
}
