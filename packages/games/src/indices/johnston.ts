import type { CriticalProfile } from '../profile.js';
import { addRational, rational, ZERO } from '../rational.js';
import { perPlayer, shares, type Values } from './values.js';

/**
 * Johnston index: a winning coalition with a critical member comes about, each equally likely, and its critical members share equally.
 *
 *     γ_i = 1/|V| Σ_{S ∈ V, i critical in S} 1/c(S),   V the winning coalitions with c(S) > 0 critical members
 *
 * R. J. Johnston, "On the measurement of power: some reactions to Laver", Environment and Planning A 10 (1978) 907–914. Not defined where no winning
 * coalition has a critical member.
 */
export const johnston = (critical: CriticalProfile): Values | undefined =>
  // The members' parts of one coalition add up to one, so that all of them add up to |V|.
  shares(perPlayer(critical, (cls) => [...critical.having[cls]!].reduce((sum, [c, many]) => addRational(sum, rational(many, c)), ZERO)));
