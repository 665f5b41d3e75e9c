import type { Profile } from '../profile.js';
import { rational } from '../rational.js';
import { add, perPlayer, type Values } from './values.js';
import { winningWith } from './winning-with.js';

/**
 * Rae index (satisfaction): the probability that the outcome is as a player votes, when everybody votes by the toss of a coin.
 *
 *     R_i = (|{S ∋ i : S wins}| + |{S ∌ i : S loses}|) / 2^n = 1/2 + β'_i / 2
 *
 * D. W. Rae, "Decision rules and individual values in constitutional choice", American Political Science Review 63 (1969) 40–56; the identity: Dubey &
 * Shapley 1979. The satisfaction of S. J. Brams & M. Lake, "Power and satisfaction in a representative democracy" (1978), is the same number.
 */
export function rae(profile: Profile): Values {
  const winning = add(profile.winning);
  const having = winningWith(profile);
  return perPlayer(profile, (cls) => {
    const withMember = add(having[cls]!);
    const without = 2n ** BigInt(profile.n - 1);
    return rational(withMember + without - (winning - withMember), 2n * without);
  });
}

/**
 * Nevison index: the probability that what a player votes for passes, when the others vote by the toss of a coin.
 *
 *     Z_i = |{S ∋ i : S wins}| / 2^(n-1)
 *
 * H. Nevison, "Structural power and satisfaction in simple games", in S. J. Brams, A. Schotter & G. Schwödiauer (eds.), Applied Game Theory (1979)
 * 39–57.
 */
export function nevison(profile: Profile): Values {
  const having = winningWith(profile);
  return perPlayer(profile, (cls) => rational(add(having[cls]!), 2n ** BigInt(profile.n - 1)));
}

/**
 * Inclusiveness: in what part of the winning coalitions a player takes part, needed or not. One: a veto; one half: a dummy.
 *
 *     KB_i = |{S ∋ i : S wins}| / |W|
 *
 * T. König & T. Bräuninger, "The inclusiveness of European decision rules", Journal of Theoretical Politics 10 (1998) 125–142. Not defined where no
 * coalition wins.
 */
export function inclusiveness(profile: Profile): Values | undefined {
  const winning = add(profile.winning);
  if (winning === 0n) return undefined;
  const having = winningWith(profile);
  return perPlayer(profile, (cls) => rational(add(having[cls]!), winning));
}
