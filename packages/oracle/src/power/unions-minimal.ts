/**
 * The indices of minimal winning coalitions for members in a priori unions. Minimal winning are the sets of unions, in the game of the unions;
 * inside a union that is needed, essential are the least parts of it with which the other unions of the set win.
 */
import { fraction, plus, times, ZERO, type Rational } from '../rational.js';
import { over, shares } from './fractions.js';
import { has, range, size, table, without, type YesNoGame } from './game.js';
import { publicGoodValue } from './minimal.js';
import { minimalWinning } from './structure.js';
import { masksOf, quotient, subsetsOf, together, type Unions } from './unions.js';

/** The essential parts of union k in a minimal winning set of unions: least S ⊆ P_k with which the other unions of the set win. */
export function essentialParts(game: YesNoGame, unions: Unions, set: number, k: number): number[] {
  const masks = masksOf(game.n, unions);
  const wins = table(game);
  const others = together(masks, without(set, k));
  const enough = subsetsOf(masks[k]!).filter(part => wins[others | part] === 1);
  return enough.filter(part => !enough.some(less => less !== part && (less & part) === less));
}

/** By member: over the minimal winning sets of unions that have its union, the part of it that `inside` gives the member. */
function throughSets(game: YesNoGame, unions: Unions, inside: (parts: readonly number[], i: number, unionsInSet: number) => Rational): Rational[] {
  const sets = minimalWinning(quotient(game, unions));
  return range(game.n).map(i => {
    const own = unions.findIndex(union => union.includes(i));
    return sets.filter(set => has(set, own)).reduce((sum, set) => plus(sum, inside(essentialParts(game, unions, set, own), i, size(set))), ZERO);
  });
}

/**
 * The Deegan–Packel index with unions (Alonso-Meijide, Casas-Méndez, Fiestras-Janeiro & Holler 2011): minimal winning sets of unions are equally likely, the
 * unions of one share equally; then the essential parts of a union are equally likely, and the members of one share equally.
 */
export function unionDeeganPackel(game: YesNoGame, unions: Unions): Rational[] {
  const count = fraction(minimalWinning(quotient(game, unions)).length);
  const sums = throughSets(game, unions, (parts, i, unionsInSet) => {
    const mine = parts.filter(part => has(part, i)).map(part => fraction(1, size(part)));
    return times(fraction(1, unionsInSet), over(mine.reduce(plus, ZERO), fraction(parts.length)));
  });
  return sums.map(sum => over(sum, count));
}

/**
 * The Owen-extended public good index (Alonso-Meijide, Casas-Méndez, Fiestras-Janeiro & Holler 2010, the second of the "two variations"): a union gets its public
 * good index in the game of the unions, in equal portions for its minimal winning sets; of each portion a member gets its share of the memberships of the essential parts.
 */
export function owenExtendedPublicGood(game: YesNoGame, unions: Unions): Rational[] {
  const memberships = publicGoodValue(quotient(game, unions)).reduce(plus, ZERO);
  const sums = throughSets(game, unions, (parts, i) => fraction(parts.filter(part => has(part, i)).length, parts.reduce((sum, part) => sum + size(part), 0)));
  return sums.map(sum => over(sum, memberships));
}

/**
 * The solidarity public good index (Alonso-Meijide, Casas-Méndez, Fiestras-Janeiro & Holler 2010, the first variation): a union gets its public good index in the
 * game of the unions, and all its members share that equally.
 */
export function solidarityPublicGood(game: YesNoGame, unions: Unions): Rational[] {
  const outside = shares(publicGoodValue(quotient(game, unions)));
  return range(game.n).map(i => {
    const own = unions.findIndex(union => union.includes(i));
    return over(outside[own]!, fraction(unions[own]!.length));
  });
}

/**
 * The union public good index (Holler & Nohn 2009): a member counts the minimal winning sets of unions that have its union, the decision
 * being a public good for each of its members; then as shares of the sum over all members.
 */
export function unionPublicGood(game: YesNoGame, unions: Unions): Rational[] {
  const outside = publicGoodValue(quotient(game, unions));
  return shares(range(game.n).map(i => outside[unions.findIndex(union => union.includes(i))]!));
}
