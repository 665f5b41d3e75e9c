import type { Profile } from '../profile.js';
import { rational } from '../rational.js';
import { add, perPlayer, shares, type Values } from './values.js';

/**
 * Swings (raw Banzhaf score): in how many coalitions of the others a player turns defeat into victory by joining.
 *
 *     η_i = |{ S ⊆ N∖{i} : S loses, S ∪ {i} wins }|
 *
 * J. F. Banzhaf, "Weighted voting doesn't work", Rutgers Law Review 19 (1965) 317–343. In a game that is not monotone, swings to defeat count -1.
 */
export const rawBanzhaf = (profile: Profile): Values => perPlayer(profile, (cls) => rational(add(profile.swings[cls]!)));

/**
 * Absolute Banzhaf index (Penrose's measure): the probability that a player is decisive when all the others vote yes or no by the toss of a coin.
 *
 *     β'_i = η_i / 2^(n-1)
 *
 * L. S. Penrose, "The elementary statistics of majority voting", Journal of the Royal Statistical Society 109 (1946) 53–57 (his power is half of
 * this); Banzhaf 1965; P. Dubey & L. S. Shapley, "Mathematical properties of the Banzhaf power index", Mathematics of Operations Research 4 (1979).
 */
export const absoluteBanzhaf = (profile: Profile): Values =>
  perPlayer(profile, (cls) => rational(add(profile.swings[cls]!), 2n ** BigInt(profile.n - 1)));

/**
 * Normalised Banzhaf index: a player's share in all swings.
 *
 *     β_i = η_i / Σ_j η_j
 *
 * Banzhaf 1965; J. S. Coleman 1971. Not defined where nobody ever has a swing.
 */
export const normalisedBanzhaf = (profile: Profile): Values | undefined => shares(rawBanzhaf(profile));
