import type { Profile } from '../profile.js';
import { type Rational, rational } from '../rational.js';
import { power, type ProfileOptions, weightedProfile } from './profile.js';
import type { WeightedVote } from './vote.js';

/**
 * The Shapley–Shubik index of a member of each class, as exact fractions: how often the member is the one who turns the vote when all join in random order,
 * φ = Σ_s η(s) / (n · C(n-1, s)) (Shapley & Shubik 1954), from the swings by size.
 * @throws as `weightedProfile`.
 */
export const exactShapleyShubik = (vote: WeightedVote, options: ProfileOptions = {}): Rational[] => shapleyShubikOf(weightedProfile(vote, options).profile);

/** The same from a profile that is there already. Every n · C(n-1, s) divides the least common multiple of 1 … n, which is the one denominator here. */
export function shapleyShubikOf({ n, swings }: Profile): Rational[] {
  const orders = power(n - 1).map((binomial) => BigInt(n) * binomial);
  const common = commonMultiple(n);
  const shares = orders.map((ways) => common / ways);
  return swings.map((counts) => rational(counts.reduce((sum, swing, s) => sum + swing * shares[s]!, 0n), common));
}

/** The least common multiple of 1 … n. */
export function commonMultiple(n: number): bigint {
  let common = 1n;
  for (let k = 2; k <= n; k++) {
    let [a, b] = [BigInt(k), common % BigInt(k)];
    while (b !== 0n) [a, b] = [b, a % b];
    common *= BigInt(k) / a;
  }
  return common;
}
