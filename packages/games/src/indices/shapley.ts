import type { Profile } from '../profile.js';
import { rational } from '../rational.js';
import { factorials, perPlayer, type Values } from './values.js';

/**
 * Shapley–Shubik index: the probability that a player turns defeat into victory when the players join one after another, every order equally likely.
 *
 *     φ_i = Σ_s s! (n-1-s)! / n! · (swings of i in coalitions of s others)
 *
 * L. S. Shapley & M. Shubik, "A method for evaluating the distribution of power in a committee system", American Political Science Review 48 (1954)
 * 787–792. The sum is one unless nobody can win or even the empty coalition does.
 */
export function shapleyShubik(profile: Profile): Values {
  const { n, swings } = profile;
  const factorial = factorials(n);
  return perPlayer(profile, (cls) => rational(swings[cls]!.reduce((sum, count, s) => sum + count * factorial[s]! * factorial[n - 1 - s]!, 0n), factorial[n]!));
}
