import type { CriticalProfile } from '../profile.js';
import { rational } from '../rational.js';
import { add, perPlayer, weighted, type Values } from './values.js';

/**
 * Johnston index: a winning coalition with a critical member comes about, each equally likely, and its critical members share equally.
 *
 *     γ_i = 1/|V| Σ_{S ∈ V, i critical in S} 1/c(S),   V the winning coalitions with c(S) > 0 critical members
 *
 * R. J. Johnston, "On the measurement of power: some reactions to Laver", Environment and Planning A 10 (1978) 907–914. Not defined where no winning
 * coalition has a critical member.
 */
export function johnston(critical: CriticalProfile): Values | undefined {
  const vulnerable = add(critical.count.slice(1));
  if (vulnerable === 0n) return undefined;
  return perPlayer(critical, (cls) => {
    const { num, den } = weighted(critical.having[cls]!, (c) => rational(1n, c));
    return rational(num, den * vulnerable);
  });
}
