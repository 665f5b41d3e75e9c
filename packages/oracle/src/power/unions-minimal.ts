/**
 * The indices of minimal winning coalitions for members in a priori unions. Minimal winning are the sets of unions, in the game of the unions;
 * inside a union that is needed, essential are the least parts of it with which the other unions of the set win.
 */
import { fraction, plus, times, ZERO, type Rational } from '../rational.js';
import { eachOver, over, shares, total, type Index } from './fractions.js';
import { has, range, size, table, without, type YesNoGame } from './game.js';
import { publicGood, publicGoodValue } from './minimal.js';
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
export function unionDeeganPackel(game: YesNoGame, unions: Unions): Index {
  const sets = minimalWinning(quotient(game, unions));
  if (sets.includes(0)) return undefined;
  const sums = throughSets(game, unions, (parts, i, unionsInSet) => {
    const mine = parts.filter(part => has(part, i)).map(part => fraction(1, size(part)));
    return times(fraction(1, unionsInSet), over(mine.reduce(plus, ZERO), fraction(parts.length)));
  });
  return eachOver(sums, fraction(sets.length));
}

/**
 * The Owen-extended public good index (Alonso-Meijide, Casas-Méndez, Fiestras-Janeiro & Holler 2010, the second of the "two variations"): a union gets its public
 * good index in the game of the unions, in equal portions for its minimal winning sets; of each portion a member gets its share of the memberships of the essential parts.
 */
export function owenExtendedPublicGood(game: YesNoGame, unions: Unions): Index {
  const memberships = total(publicGoodValue(quotient(game, unions)));
  const sums = throughSets(game, unions, (parts, i) => fraction(parts.filter(part => has(part, i)).length, parts.reduce((sum, part) => sum + size(part), 0)));
  return eachOver(sums, memberships);
}

/**
 * The solidarity public good index (Alonso-Meijide, Casas-Méndez, Fiestras-Janeiro & Holler 2010, the first variation): a union gets its public good index in the
 * game of the unions, and all its members share that equally.
 */
export function solidarityPublicGood(game: YesNoGame, unions: Unions): Index {
  const outside = publicGood(quotient(game, unions));
  return outside && range(game.n).map(i => {
    const own = unions.findIndex(union => union.includes(i));
    return over(outside[own]!, fraction(unions[own]!.length));
  });
}

/**
 * The union public good index (Holler & Nohn 2009): a member counts the minimal winning sets of unions that have its union, the decision
 * being a public good for each of its members; then as shares of the sum over all members.
 */
export function unionPublicGood(game: YesNoGame, unions: Unions): Index {
  const outside = publicGoodValue(quotient(game, unions));
  return shares(range(game.n).map(i => outside[unions.findIndex(union => union.includes(i))]!));
}

/** What a member of a union can threaten with: that everybody acts alone, that its own union falls apart, that it leaves its union. */
export type Threat = 'all-alone' | 'union-opens' | 'member-leaves';

/**
 * The threat public good indices (Holler & Nohn 2009): a union gets its public good index in the game of the unions; its members share it in proportion to the public
 * good index that each would have, as a union of its own, if it made its threat true; equally where none would have any.
 */
export function threatPublicGood(game: YesNoGame, unions: Unions, threat: Threat): Index {
  const outside = publicGood(quotient(game, unions));
  if (outside === undefined) return undefined;
  const alone = (members: readonly number[]): number[][] => members.map(i => [i]);
  const threatOf = (i: number): Rational => {
    const left = unions.flatMap((union): (readonly number[])[] => {
      if (threat === 'all-alone') return alone(union);
      if (!union.includes(i)) return [union];
      const others = union.filter(j => j !== i);
      return [[i], ...(threat === 'union-opens' ? alone(others) : others.length === 0 ? [] : [others])];
    });
    return publicGood(quotient(game, left))![left.findIndex(union => union.includes(i))]!;
  };
  return range(game.n).map(i => {
    const own = unions.findIndex(union => union.includes(i));
    const all = total(unions[own]!.map(threatOf));
    return times(outside[own]!, all.num === 0n ? fraction(1, unions[own]!.length) : over(threatOf(i), all));
  });
}
