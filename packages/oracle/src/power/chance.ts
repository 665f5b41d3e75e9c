/** What a random vote does: coalitions with probabilities (Owen 1972; Straffin 1977; Laruelle & Valenciano 2005). */
import { fraction, minus, plus, times, ZERO, type Rational } from '../rational.js';
import { factorial, over, total } from './fractions.js';
import { has, range, size, table, type YesNoGame } from './game.js';

/** How likely each coalition is to vote yes, the others voting no; adds up to 1. */
export type Distribution = (mask: number) => Rational;

/** Each member votes yes on its own with its chance. */
export function independent(chances: readonly Rational[]): Distribution {
  return mask => chances.reduce((product, p, i) => times(product, has(mask, i) ? p : minus(fraction(1), p)), fraction(1));
}

/**
 * Blocs that are each homogeneous (Straffin 1977): the members of a bloc vote yes with one common chance, drawn evenly between 0 and 1 for each
 * bloc and each vote; so s given members of g vote yes and the others no with the probability s! (g-s)! / (g+1)!.
 */
export function homogeneous(blocs: readonly (readonly number[])[]): Distribution {
  return mask => blocs.reduce((product, bloc) => {
    const s = bloc.filter(i => has(mask, i)).length;
    return times(product, fraction(factorial(s) * factorial(bloc.length - s), factorial(bloc.length + 1)));
  }, fraction(1));
}

/** The probability of a yes. For independent votes it is the multilinear extension of the game (Owen 1972). */
export function act(game: YesNoGame, chance: Distribution): Rational {
  const wins = table(game);
  return total(range(2 ** game.n).filter(s => wins[s] === 1).map(chance));
}

/** The multilinear extension f(x_1 … x_n) = Σ over winning S of Π_(i in S) x_i · Π_(i not in S) (1 - x_i) (Owen 1972). */
export const multilinear = (game: YesNoGame, at: readonly Rational[]): Rational => act(game, independent(at));

/** By member: the slope of the multilinear extension, f with x_i = 1 less f with x_i = 0. For monotone games it is the probability of being decisive. */
export function slopes(game: YesNoGame, at: readonly Rational[]): Rational[] {
  const fixed = (i: number, value: number): Rational[] => at.map((p, j) => (j === i ? fraction(value) : p));
  return range(game.n).map(i => minus(multilinear(game, fixed(i, 1)), multilinear(game, fixed(i, 0))));
}

/** By member: the probability that the outcome would change with its vote, the others voting as they did (Laruelle & Valenciano 2005). */
export function decisive(game: YesNoGame, chance: Distribution): Rational[] {
  const wins = table(game);
  return range(game.n).map(i => total(range(2 ** game.n).filter(s => wins[s] !== wins[s ^ (1 << i)]).map(chance)));
}

/** By member: the probability that the outcome is as it votes (Rae 1969; Laruelle & Valenciano 2005). */
export function success(game: YesNoGame, chance: Distribution): Rational[] {
  const wins = table(game);
  return range(game.n).map(i => total(range(2 ** game.n).filter(s => (wins[s] === 1) === has(s, i)).map(chance)));
}

/** The Shapley–Shubik index by Owen's integral (1972): the slope at (t, …, t) over all t, as exact integrals of t^s (1-t)^(n-1-s). */
export function shapleyByIntegral(game: YesNoGame): Rational[] {
  const wins = table(game);
  const beta = (a: number, b: number): Rational => over(fraction(factorial(a) * factorial(b)), fraction(factorial(a + b + 1)));
  return range(game.n).map(i => {
    let sum = ZERO;
    for (const s of range(2 ** game.n)) {
      const swing = has(s, i) ? 0 : wins[s | (1 << i)]! - wins[s]!;
      if (swing !== 0) sum = plus(sum, times(fraction(swing), beta(size(s), game.n - 1 - size(s))));
    }
    return sum;
  });
}
