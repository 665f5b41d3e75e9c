import type { Profile } from '../profile.js';
import { divRational, rational } from '../rational.js';
import { add, perPlayer, shares, weighted, type Values } from './values.js';
import { winningWith } from './winning-with.js';

/**
 * Public help index θ: a player's share in taking part in winning coalitions, every one of which provides its good to all of its members.
 *
 *     θ_i = |W_i| / Σ_j |W_j|,   W_i the winning coalitions with i
 *
 * C. Bertini, G. Gambarelli & I. Stach, "A public help index", in M. Braham & F. Steffen (eds.), Power, Freedom, and Voting (2008) 83–98. Dummies are
 * not at zero. Not defined where no coalition wins.
 */
export function publicHelp(profile: Profile): Values | undefined {
  const having = winningWith(profile);
  return shares(perPlayer(profile, (cls) => rational(add(having[cls]!))));
}

/**
 * Public help index ξ: as θ, but small winning coalitions are likelier, and the members of each share equally.
 *
 *     ξ_i = Σ_{S ∈ W_i} 1/|S|² / Σ_{T ∈ W} 1/|T|
 *
 * C. Bertini & I. Stach, "On public values and power indices", Decision Making in Manufacturing and Services 9 (2015) 9–25. Not defined where no
 * coalition wins, or the empty one does.
 */
export function publicHelpXi(profile: Profile): Values | undefined {
  if (add(profile.winning) === 0n || profile.winning[0] !== 0n) return undefined;
  const having = winningWith(profile);
  const all = weighted(profile.winning, (s) => rational(1n, s));
  return perPlayer(profile, (cls) => divRational(weighted(having[cls]!, (s) => rational(1n, s * s)), all));
}
