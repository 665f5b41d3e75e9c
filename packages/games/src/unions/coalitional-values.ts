import { factorials, type Values } from '../indices/values.js';
import { rational } from '../rational.js';
import type { UnionSwings } from './union-swings.js';

/**
 * Owen index: the Shapley–Shubik index when only those orders are possible in which the members of a union come one right after another.
 *
 *     Ω_i = Σ_r Σ_s  r! (m-1-r)! / m! · s! (p-1-s)! / p! · swings_i(r, s),   m unions, p members in the union of i
 *
 * G. Owen, "Values of games with a priori unions", in R. Henn & O. Moeschlin (eds.), Mathematical Economics and Game Theory (1977) 76–88. The unions'
 * sums are their Shapley–Shubik indices in the game among unions.
 */
export function owen({ unions, unionOf, swings }: UnionSwings): Values {
  const m = unions.length;
  const factorial = factorials(Math.max(m, ...unions.map(({ length }) => length)));
  return swings.map((bySize, player) => {
    const p = unions[unionOf[player]!]!.length;
    const orders = add(bySize, (r, s) => factorial[r]! * factorial[m - 1 - r]! * factorial[s]! * factorial[p - 1 - s]!);
    return rational(orders, factorial[m]! * factorial[p]!);
  });
}

/**
 * Banzhaf–Owen index: the probability that a player is decisive when the other unions, and the other members of its own one by one, vote by the toss of
 * a coin.
 *
 *     Ψ_i = Σ_r Σ_s  2^(1-m) · 2^(1-p) · swings_i(r, s)
 *
 * G. Owen, "Modification of the Banzhaf–Coleman index for games with a priori unions", in M. J. Holler (ed.), Power, Voting, and Voting Power (1981)
 * 232–238.
 */
export function banzhafOwen({ unions, unionOf, swings }: UnionSwings): Values {
  return swings.map((bySize, player) => rational(add(bySize, () => 1n), 2n ** BigInt(unions.length - 1 + unions[unionOf[player]!]!.length - 1)));
}

/**
 * Symmetric coalitional Banzhaf index: the other unions vote by the toss of a coin; within its own, a player's share is as Shapley and Shubik have it.
 *
 *     Π_i = Σ_r Σ_s  2^(1-m) · s! (p-1-s)! / p! · swings_i(r, s)
 *
 * J. M. Alonso-Meijide & M. G. Fiestras-Janeiro, "Modification of the Banzhaf value for games with a coalition structure", Annals of Operations Research
 * 109 (2002) 213–227. The unions' sums are their absolute Banzhaf indices in the game among unions.
 */
export function symmetricCoalitionalBanzhaf({ unions, unionOf, swings }: UnionSwings): Values {
  const factorial = factorials(Math.max(...unions.map(({ length }) => length)));
  return swings.map((bySize, player) => {
    const p = unions[unionOf[player]!]!.length;
    return rational(add(bySize, (_r, s) => factorial[s]! * factorial[p - 1 - s]!), factorial[p]! * 2n ** BigInt(unions.length - 1));
  });
}

const add = (bySize: readonly (readonly bigint[])[], weight: (r: number, s: number) => bigint): bigint =>
  bySize.reduce((sum, row, r) => row.reduce((subtotal, count, s) => (count === 0n ? subtotal : subtotal + count * weight(r, s)), sum), 0n);
