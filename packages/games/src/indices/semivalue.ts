import type { Profile } from '../profile.js';
import { mulRational, ONE, rational, subRational, type Rational } from '../rational.js';
import { binomials, factorials, perPlayer, weighted, type Values } from './values.js';

/**
 * A semivalue: swings weighed by the size of the coalition that is joined. `weights[s]`, s = 0 … n-1, is the probability of one coalition of s
 * others; Σ_s C(n-1, s) · weights[s] should be one.
 *
 *     Ψ_i = Σ_s weights[s] · (swings of i in coalitions of s others)
 *
 * P. Dubey, A. Neyman & R. J. Weber, "Value theory without efficiency", Mathematics of Operations Research 6 (1981) 122–128.
 *
 * @throws RangeError when there is not a weight for each size
 */
export function semivalue(profile: Profile, weights: readonly Rational[]): Values {
  if (weights.length !== profile.n) throw new RangeError(`a semivalue of ${profile.n} players needs ${profile.n} weights, not ${weights.length}`);
  return perPlayer(profile, (cls) => weighted(profile.swings[cls]!, (s) => weights[s]!));
}

/**
 * The binomial semivalue: the probability that a player is decisive when each of the others says yes with probability p, independently. p = 1/2 is
 * the absolute Banzhaf index; the mean over all p, the Shapley–Shubik index (Straffin 1977).
 *
 *     Ψ_i = Σ_s p^s (1-p)^(n-1-s) · (swings of i in coalitions of s others)
 *
 * Dubey, Neyman & Weber 1981; A. Puente, "Contributions to the representability of simple games and to the calculus of solutions for this class of
 * games" (2000).
 *
 * @throws RangeError when p is not from 0 to 1
 */
export function binomialSemivalue(profile: Profile, p: Rational): Values {
  const q = subRational(ONE, p);
  if (p.num < 0n || q.num < 0n) throw new RangeError('a probability is from 0 to 1');
  const n = profile.n;
  const yes = powers(p, n);
  const no = powers(q, n);
  return semivalue(profile, Array.from({ length: n }, (_, s) => mulRational(yes[s]!, no[n - 1 - s]!)));
}

/**
 * Coleman–Shapley index: the probability that a player turns defeat into victory when each player is interested in the proposal by the toss of a coin
 * and those who are join one after another. The sum is Coleman's power of the body to act.
 *
 *     CS_i = 2^-n Σ_{T ∋ i} φ_i(T),   φ_i(T) the Shapley–Shubik index of i in the game among T alone
 *
 * A. Casajus & F. Huettner, "The Coleman–Shapley index: being decisive within the coalition of the interested", Public Choice 181 (2019) 275–289.
 */
export function colemanShapley(profile: Profile): Values {
  const n = profile.n;
  const factorial = factorials(n);
  const weights = Array.from({ length: n }, (_, s) => {
    // Those interested: the s who came before, the player, and some of the n-1-s others, who come after.
    const after = binomials(n - 1 - s);
    return after.reduce((sum, ways, m) => sum + (ways * factorial[s]! * factorial[m]! * factorial[n]!) / factorial[s + m + 1]!, 0n);
  });
  return semivalue(profile, weights.map((weight) => rational(weight, factorial[n]! * 2n ** BigInt(n))));
}

/** p^0 … p^(n-1). */
function powers(p: Rational, n: number): Rational[] {
  return Array.from({ length: n }, (_, s) => ({ num: p.num ** BigInt(s), den: p.den ** BigInt(s) }));
}
