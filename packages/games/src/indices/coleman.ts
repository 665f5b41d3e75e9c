import type { Profile } from '../profile.js';
import { rational, type Rational } from '../rational.js';
import { add, perPlayer, type Values } from './values.js';

/**
 * Coleman's power of a collectivity to act: the probability that the body decides when everybody votes by the toss of a coin. A number of the body,
 * not of its members.
 *
 *     A = |W| / 2^n,   W the winning coalitions
 *
 * J. S. Coleman, "Control of collectivities and the power of a collectivity to act", in B. Lieberman (ed.), Social Choice (1971) 269–300.
 */
export const powerToAct = ({ n, winning }: Profile): Rational => rational(add(winning), 2n ** BigInt(n));

/**
 * Coleman's power to prevent action: in what part of the winning coalitions a player is decisive, that is, could stop what would pass. One: a veto.
 *
 *     γ_i = η_i / |W|
 *
 * Coleman 1971. Not defined where no coalition wins.
 */
export function powerToPrevent(profile: Profile): Values | undefined {
  const winning = add(profile.winning);
  return winning === 0n ? undefined : perPlayer(profile, (cls) => rational(add(profile.swings[cls]!), winning));
}

/**
 * Coleman's power to initiate action: in what part of the losing coalitions a player who joins would carry the decision.
 *
 *     γ*_i = η_i / (2^n - |W|)
 *
 * Coleman 1971. Not defined where every coalition wins.
 */
export function powerToInitiate(profile: Profile): Values | undefined {
  const losing = 2n ** BigInt(profile.n) - add(profile.winning);
  return losing === 0n ? undefined : perPlayer(profile, (cls) => rational(add(profile.swings[cls]!), losing));
}
