import type { MinimalProfile } from '../profile.js';
import { rational } from '../rational.js';
import { add, perPlayer, shares, weighted, type Values } from './values.js';

/**
 * Deegan–Packel index: a minimal winning coalition comes about, each equally likely, and its members share equally.
 *
 *     ρ_i = 1/|M| Σ_{S ∈ M, S ∋ i} 1/|S|,   M the minimal winning coalitions
 *
 * J. Deegan & E. W. Packel, "A new index of power for simple n-person games", International Journal of Game Theory 7 (1978) 113–123. Not defined where
 * no coalition wins, or the empty one does.
 */
export const deeganPackel = (minimal: MinimalProfile): Values | undefined => sharingEqually(minimal);

/**
 * Public good index (Holler–Packel): a player's share in taking part in minimal winning coalitions, each of which provides its good to all of its
 * members alike.
 *
 *     h_i = |M_i| / Σ_j |M_j|,   M_i the minimal winning coalitions with i
 *
 * M. J. Holler, "Forming coalitions and measuring voting power", Political Studies 30 (1982) 262–271; M. J. Holler & E. W. Packel, "Power, luck and the
 * right index", Zeitschrift für Nationalökonomie 43 (1983) 21–29. Not defined where no coalition wins, or the empty one does.
 */
export const publicGood = (minimal: MinimalProfile): Values | undefined => shares(minimalWith(minimal));

/**
 * Absolute public good index: in what part of the minimal winning coalitions a player takes part.
 *
 *     |M_i| / |M|
 *
 * Holler & Packel 1983; M. J. Holler & X. Li, "From public good index to public value", Control and Cybernetics 24 (1995) 257–270. Not defined where no
 * coalition wins.
 */
export function absolutePublicGood(minimal: MinimalProfile): Values | undefined {
  const all = add(minimal.count);
  return all === 0n ? undefined : perPlayer(minimal, (cls) => rational(add(minimal.having[cls]!), all));
}

/** In how many minimal winning coalitions a player takes part: |M_i|. */
export const minimalWith = (minimal: MinimalProfile): Values => perPlayer(minimal, (cls) => rational(add(minimal.having[cls]!)));

/**
 * Shift index: the public good index over shift-minimal winning coalitions only, those that also lose when a member gives way to one that is less
 * desirable.
 *
 *     |SM_i| / Σ_j |SM_j|
 *
 * J. M. Alonso-Meijide & J. Freixas, "A new power index based on minimal winning coalitions without any surplus", Decision Support Systems 49 (2010)
 * 70–76. Not defined where no coalition wins, or the empty one does.
 */
export const shiftIndex = (shiftMinimal: MinimalProfile): Values | undefined => shares(minimalWith(shiftMinimal));

/**
 * Shift Deegan–Packel index: the Deegan–Packel index over shift-minimal winning coalitions only.
 *
 *     1/|SM| Σ_{S ∈ SM, S ∋ i} 1/|S|
 *
 * J. M. Alonso-Meijide, J. Freixas & X. Molinero, "Computation of several power indices by generating functions", Applied Mathematics and Computation
 * 219 (2012) 3395–3402. Not defined where no coalition wins, or the empty one does.
 */
export const shiftDeeganPackel = (shiftMinimal: MinimalProfile): Values | undefined => sharingEqually(shiftMinimal);

/**
 * Felsenthal index: the Deegan–Packel index over the winning coalitions of the fewest members only.
 *
 *     1/|M°| Σ_{S ∈ M°, S ∋ i} 1/|S|,   M° the minimal winning coalitions of least size
 *
 * D. S. Felsenthal, "A well-behaved index of a priori P-power for simple n-person games", Homo Oeconomicus 33 (2016) 367–381. Not defined where no
 * coalition wins, or the empty one does.
 */
export function felsenthal(minimal: MinimalProfile): Values | undefined {
  const least = minimal.count.findIndex((count) => count > 0n);
  if (least <= 0) return undefined;
  return perPlayer(minimal, (cls) => rational(minimal.having[cls]![least]!, minimal.count[least]! * BigInt(least)));
}

function sharingEqually(coalitions: MinimalProfile): Values | undefined {
  const all = add(coalitions.count);
  if (all === 0n || coalitions.count[0] !== 0n) return undefined;
  return perPlayer(coalitions, (cls) => {
    const { num, den } = weighted(coalitions.having[cls]!, (s) => rational(1n, s));
    return rational(num, den * all);
  });
}
