import type { Profile } from '../profile.js';
import { rational, ZERO } from '../rational.js';
import { add, perPlayer, shares, weighted, type Values } from './values.js';
import { winningWith } from './winning-with.js';

/**
 * Null-player-free index f: a winning coalition without dummies comes about, each equally likely, and its members share equally.
 *
 *     f_i = 1/|W°| Σ_{S ∈ W°_i} 1/|S|,   W° the winning coalitions without dummies
 *
 * M. Álvarez-Mozos, F. Ferreira, J. M. Alonso-Meijide & A. A. Pinto, "Characterizations of power indices based on null player free winning
 * coalitions", Optimization 64 (2015) 675–686. Not defined where no coalition wins, or the empty one does.
 */
export function nullPlayerFreeF(profile: Profile): Values | undefined {
  const { winning, having } = withoutDummies(profile);
  const all = add(winning);
  if (all === 0n || winning[0] !== 0n) return undefined;
  return perPlayer(profile, (cls) => {
    const sum = having[cls] === undefined ? ZERO : weighted(having[cls], (s) => rational(1n, s));
    return rational(sum.num, sum.den * all);
  });
}

/**
 * Null-player-free index g: a player's share in taking part in winning coalitions without dummies.
 *
 *     g_i = |W°_i| / Σ_j |W°_j|
 *
 * Álvarez-Mozos, Ferreira, Alonso-Meijide & Pinto 2015. Not defined where no coalition wins, or the empty one does.
 */
export function nullPlayerFreeG(profile: Profile): Values | undefined {
  if (profile.winning[0] !== 0n) return undefined;
  const { having } = withoutDummies(profile);
  return shares(perPlayer(profile, (cls) => (having[cls] === undefined ? ZERO : rational(add(having[cls])))));
}

/** The counts of the game without its dummies; a class of dummies has none. */
function withoutDummies(profile: Profile): { readonly winning: readonly bigint[]; readonly having: readonly (readonly bigint[] | undefined)[] } {
  const { classOf, swings } = profile;
  const isDummy = swings.map((row) => row.every((count) => count === 0n));
  const dummies = classOf.filter((cls) => isDummy[cls]).length;
  const strip = (counts: readonly bigint[]): bigint[] => divideByOnePlus(counts, dummies);
  return { winning: strip(profile.winning), having: winningWith(profile).map((row, cls) => (isDummy[cls] ? undefined : strip(row))) };
}

/** Σ counts[s] x^s divided by (1+x)^times: every dummy is in one half of the coalitions of its kind. */
function divideByOnePlus(counts: readonly bigint[], times: number): bigint[] {
  let rest = [...counts];
  for (let round = 0; round < times; round++) {
    const next: bigint[] = [];
    for (let s = 0; s < rest.length - 1; s++) next.push(rest[s]! - (next[s - 1] ?? 0n));
    rest = next;
  }
  return rest;
}
