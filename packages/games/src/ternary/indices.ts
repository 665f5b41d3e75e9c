import { binomials, factorials, perPlayer, shares, type Values } from '../indices/values.js';
import { rational, type Rational } from '../rational.js';
import type { Ballot } from '../rule.js';
import type { BallotProfile } from './ballot-profile.js';

/** [member][ballot of `ballots`]: how many votes of all the others carry when the member casts the ballot. */
export const votesCarriedGiven = (profile: BallotProfile): readonly (readonly bigint[])[] => {
  const byClass = profile.carriedGiven.map((ballots) => ballots.map(all));
  return profile.classOf.map((cls) => byClass[cls]!);
};

/**
 * Power of the body to act: the probability that it decides when every member casts each ballot equally likely.
 *
 *     A = (votes that carry) / j^n,   j ballots
 *
 * Coleman 1971, for games with abstention: D. S. Felsenthal & M. Machover, The Measurement of Voting Power (1998), chapter 8.
 */
export const ternaryPowerToAct = ({ n, ballots, carried }: BallotProfile): Rational => rational(all(carried), BigInt(ballots.length) ** BigInt(n));

/**
 * The probability that it matters whether a member casts one ballot or another, all the others casting each ballot equally likely: that the vote carries
 * with `better` and not with `worse`, less the reverse (which is nil in a monotone rule).
 *
 * @throws RangeError when the profile does not know one of the ballots
 */
export function decisiveBetween(profile: BallotProfile, better: Ballot, worse: Ballot): Values {
  const [b, w] = [profile.ballots.indexOf(better), profile.ballots.indexOf(worse)];
  if (b < 0 || w < 0) throw new RangeError(`the profile is of ${profile.ballots.join(', ')}`);
  return perPlayer(profile, (cls) => rational(all(profile.carriedGiven[cls]![b]!) - all(profile.carriedGiven[cls]![w]!), others(profile)));
}

/**
 * Banzhaf measure with abstention: the probability that it matters whether a member votes yes or no, all the others casting each ballot equally likely.
 *
 *     β'_i = (votes of the others that carry with yes and fail with no) / j^(n-1),   j ballots
 *
 * D. S. Felsenthal & M. Machover, "Ternary voting games", International Journal of Game Theory 26 (1997) 335–351: there the sum over the steps yes to
 * abstention and abstention to no, the same number in a monotone rule. With two ballots it is the absolute Banzhaf index.
 */
export const ternaryBanzhaf = (profile: BallotProfile): Values =>
  perPlayer(profile, (cls) => rational(all(profile.carriedGiven[cls]!.at(-1)!) - all(profile.carriedGiven[cls]![0]!), others(profile)));

/** The members' shares in the Banzhaf measure with abstention (Felsenthal & Machover 1997). Not defined where nobody ever matters. */
export const ternaryBanzhafShares = (profile: BallotProfile): Values | undefined => shares(ternaryBanzhaf(profile));

/**
 * Shapley–Shubik index with abstention: the members are called in an order, every order equally likely, and cast each ballot equally likely; the index is
 * the probability that a member's ballot settles the outcome, to carry or to fail, whatever those say who are called later.
 *
 *     φ_i = Σ_z g(z) Σ_b [C_b(z) - C_no(z)] + Σ_u g(u) Σ_b [D_yes(u) - D_b(u)]
 *
 * C_b(z) the votes of the others with z times no that carry when i casts b, D_b(u) those with u times yes, and
 * g(z) = Σ_m C(z,m) k! (n-1-k)! j^(n-1-k) / (n! j^n), k = n-1-z+m: of those who say no, m are called before i; the rest only might have said so.
 *
 * Felsenthal & Machover 1997; for any number of levels of approval J. Freixas, "The Shapley–Shubik power index for games with several levels of approval in
 * the input and output", Decision Support Systems 39 (2005) 185–195. With two ballots it is the Shapley–Shubik index. Not defined for a rule that more
 * approval can defeat.
 */
export function ternaryShapley(profile: BallotProfile): Values | undefined {
  const { n, ballots, carriedGiven, notMonotone } = profile;
  if (notMonotone !== undefined) return undefined;
  const j = BigInt(ballots.length);
  const factorial = factorials(n);
  const g = Array.from({ length: n }, (_, z) => binomials(z).reduce((sum, ways, m) => {
    const k = n - 1 - z + m;
    return sum + ways * factorial[k]! * factorial[n - 1 - k]! * j ** BigInt(n - 1 - k);
  }, 0n));
  return perPlayer(profile, (cls) => {
    const given = carriedGiven[cls]!;
    let sum = 0n;
    for (const rows of given) {
      rows.forEach((row, yes) => row.forEach((_, no) => {
        const [least, own, most] = [given[0]![yes]![no]!, rows[yes]![no]!, given.at(-1)![yes]![no]!];
        sum += g[no]! * (own - least) + g[yes]! * (most - own);
      }));
    }
    return rational(sum, factorial[n]! * j ** BigInt(n));
  });
}

const all = (rows: readonly (readonly bigint[])[]): bigint => rows.reduce((sum, row) => row.reduce((part, many) => part + many, sum), 0n);

/** How many votes of all but one there are. */
const others = ({ n, ballots }: BallotProfile): bigint => BigInt(ballots.length) ** BigInt(n - 1);
