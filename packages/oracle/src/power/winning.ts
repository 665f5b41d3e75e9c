/** The indices that count winning coalitions, whether the member matters in them or not. */
import { fraction, plus, ZERO, type Rational } from '../rational.js';
import { eachOver, shares, type Index } from './fractions.js';
import { has, range, size, type YesNoGame } from './game.js';
import { winning } from './structure.js';

/** By member: its winning coalitions, each weighted. */
function containing(game: YesNoGame, weight: (s: number) => Rational): Rational[] {
  const all = winning(game);
  return range(game.n).map(i => all.filter(s => has(s, i)).reduce((sum, s) => plus(sum, weight(s)), ZERO));
}

/** Each member's share of the memberships of winning coalitions: |W_i| / Σ |W_j| (Bertini, Gambarelli & Stach 2008, "θ"). */
export const publicHelp = (game: YesNoGame): Index => shares(containing(game, () => fraction(1)));

/**
 * The public help index ξ (Bertini & Stach 2015): a winning coalition forms with a chance in proportion to 1/|S|, and its members share equally;
 * so Σ 1/|S|² over the member's winning coalitions, by Σ 1/|S| over all. It says nothing where the empty coalition wins.
 */
export const publicHelpXi = (game: YesNoGame): Index => (game.wins(0) ? undefined : shares(containing(game, s => fraction(1, size(s) ** 2))));

/** The chance that the outcome is "yes" if the member votes yes: |W_i| / 2^(n-1) (Nevison 1979). */
export const nevison = (game: YesNoGame): Rational[] => containing(game, () => fraction(1n, 2n ** BigInt(game.n - 1)));

/** The share of the winning coalitions that have the member: its inclusiveness, |W_i| / |W| (König & Bräuninger 1998). */
export const inclusiveness = (game: YesNoGame): Index => eachOver(containing(game, () => fraction(1)), fraction(winning(game).length));
